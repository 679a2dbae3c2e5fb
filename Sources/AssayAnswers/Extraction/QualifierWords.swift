// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Words that make something else of the value beside them, in English, German, French, Spanish, Portuguese, Italian,
/// Russian, Chinese, Japanese and Korean.
enum QualifierWords {
    /// A word with what it writes around a value.
    typealias Operation = (word: StaticString, before: String, after: String)

    // MARK: Before a value

    /// Words between a value and what is said about it.
    static let transparent: [StaticString] = [
        "equal to", "equals", "equal", "exactly", "precisely", "be", "been", "being", "to", "the", "just", "simply",
        "about", "approximately", "roughly", "around", "only", "value", "number", "likely", "going", "supposed",
        "necessarily", "strictly", "somewhere", "anywhere", "slightly", "always", "really", "gleich", "être", "égal à",
        "ser", "igual a", "essere", "uguale a", "равен", "равно", "равна", "等于", "是", "为", "genau", "die zahl",
    ]

    static let denials: [StaticString] = [
        "not", "never", "neither", "nor", "hardly", "cannot", "anything but", "anything except", "anything other than",
        "everything but", "all but", "any but", "other than", "far from", "different from", "instead of", "rather than",
        "except", "except for", "excluding", "unlike", "opposed to", "no longer", "unequal to", "distinct from",
        "distinct to",
        "apart from", "wrong to say", "incorrect to say", "false to say", "a mistake to say", "wrong to answer",
        "without", "besides", "aside from", "différente de", "exclude", "excludes", "no way",
        "nowhere near", "isnt", "cant", "wont", "doesnt",
        "nicht", "kein", "keine", "niemals", "alles außer", "ungleich", "pas", "jamais", "différent de", "autre que",
        "no es", "no puede ser", "nunca", "nunca es", "distinto de", "distinta de", "diferente de", "não é",
        "não pode ser", "nunca é", "non è", "non può essere", "mai", "diverso da", "diversa da", "не", "никогда не",
        "кроме", "не может быть", "не равен", "не равно", "не равна", "отличен от",
    ]
    static let wideDenials: [StaticString] = [
        "不是", "并不是", "不等于", "并非", "不为", "不可能是", "绝不是", "不會是", "不会是", "不應是", "不应是", "≠", "\\ne", "\\neq",
        "除了",
    ]

    static let bounds: [StaticString] = [
        "at least", "at most", "less than", "more than", "fewer than", "greater than", "smaller than", "larger than",
        "bigger than", "higher than", "lower than", "over", "under", "above", "below", "beyond", "up to", "exceeds",
        "exceed", "exceeding", "between", "within", "bounded by", "upwards of", "in excess of", "at the most",
        "at the least", "as much as", "as many as", "as few as", "as little as", "short of", "less than or equal to",
        "greater than or equal to", "no more than", "no less than", "no fewer than", "from", "before", "after", "under",
        "past",
        "mindestens", "höchstens", "weniger als", "mehr als", "größer als", "kleiner als", "zwischen", "über", "unter",
        "bis zu", "au moins", "au plus", "moins de", "plus de", "supérieur à", "inférieur à", "supérieure à",
        "inférieure à", "entre", "jusqu'à", "al menos", "por lo menos", "a lo sumo", "como máximo", "como mínimo",
        "menos de", "más de", "mayor que", "menor que", "hasta", "pelo menos", "no máximo", "no mínimo", "mais de",
        "maior que", "maior do que", "menor do que", "até", "almeno", "al massimo", "al minimo", "più di", "meno di",
        "maggiore di", "minore di", "tra", "fra", "fino a",
        "не менее", "не более", "меньше", "больше", "менее", "более", "как минимум", "максимум", "минимум", "между",
        "не меньше", "не больше", "до", "свыше",
    ]
    static let wideBounds: [StaticString] = [
        "至少", "至多", "大于", "小于", "不少于", "不超过", "超过", "不小于", "不大于", "最多", "最少", "大於", "小於", "介于", "少なくとも",
        "多くとも", "最大で", "최소", "최대", "적어도", "많아야",
    ]

    static let operations: [Operation] = [
        ("negative", "-", ""), ("minus", "-", ""), ("negation of", "-", ""), ("opposite of", "-", ""),
        ("negative of", "-", ""), ("additive inverse of", "-", ""),
        ("twice", "2 \\cdot ", ""), ("double", "2 \\cdot ", ""), ("two times", "2 \\cdot ", ""),
        ("triple", "3 \\cdot ", ""), ("thrice", "3 \\cdot ", ""), ("three times", "3 \\cdot ", ""),
        ("four times", "4 \\cdot ", ""), ("quadruple", "4 \\cdot ", ""), ("five times", "5 \\cdot ", ""),
        ("ten times", "10 \\cdot ", ""),
        ("half of", "\\frac{", "}{2}"), ("half", "\\frac{", "}{2}"), ("third of", "\\frac{", "}{3}"),
        ("quarter of", "\\frac{", "}{4}"), ("fourth of", "\\frac{", "}{4}"), ("fifth of", "\\frac{", "}{5}"),
        ("tenth of", "\\frac{", "}{10}"),
        ("square root of", "\\sqrt{", "}"), ("cube root of", "\\sqrt[3]{", "}"), ("root of", "\\sqrt{", "}"),
        ("square of", "", "^{2}"), ("cube of", "", "^{3}"), ("reciprocal of", "\\frac{1}{", "}"),
        ("inverse of", "\\frac{1}{", "}"), ("factorial of", "", "!"), ("absolute value of", "|", "|"),
        ("negativ", "-", ""), ("die hälfte von", "\\frac{", "}{2}"), ("doppelt", "2 \\cdot ", ""),
        ("das doppelte von", "2 \\cdot ", ""), ("wurzel aus", "\\sqrt{", "}"), ("quadratwurzel aus", "\\sqrt{", "}"),
        ("moins", "-", ""), ("la moitié de", "\\frac{", "}{2}"), ("le double de", "2 \\cdot ", ""),
        ("racine carrée de", "\\sqrt{", "}"), ("menos", "-", ""), ("la mitad de", "\\frac{", "}{2}"),
        ("el doble de", "2 \\cdot ", ""), ("raíz cuadrada de", "\\sqrt{", "}"), ("metade de", "\\frac{", "}{2}"),
        ("o dobro de", "2 \\cdot ", ""), ("raiz quadrada de", "\\sqrt{", "}"), ("meno", "-", ""),
        ("la metà di", "\\frac{", "}{2}"), ("il doppio di", "2 \\cdot ", ""), ("radice quadrata di", "\\sqrt{", "}"),
        ("минус", "-", ""), ("половина от", "\\frac{", "}{2}"), ("корень из", "\\sqrt{", "}"),
    ]
    static let wideOperations: [Operation] = [
        ("负", "-", ""), ("負", "-", ""), ("マイナス", "-", ""), ("마이너스", "-", ""), ("根号", "\\sqrt{", "}"),
    ]
    /// Operations that are not written down.
    static let opaque: [StaticString] = [
        "logarithm of", "log of", "divisors of", "digits of", "predecessor of", "successor of", "roots of",
        "prime factors of", "sine of", "cosine of", "tangent of", "sum of", "product of", "difference of",
        "quotient of", "average of", "mean of", "percent of", "multiple of", "divisor of", "factor of", "power of",
        "plus", "times", "divided by", "multiplied by", "modulo", "multiples of", "factors of", "fraction of",
        "complement of", "remainder of",
    ]
    /// Nouns whose "of" says no more than what the value is: "a sum of 42".
    static let articles: [StaticString] = ["a", "an"]

    // MARK: Behind a value

    static let boundsAfter: [StaticString] = [
        "or more", "or less", "or fewer", "or greater", "or higher", "or larger", "or smaller", "or above", "or below",
        "or over", "or under", "or better", "or bigger", "or lower", "and up", "and above", "and below", "and over",
        "and more", "at least", "at most", "at minimum", "at maximum", "at the least", "at the most",
        "at the very least", "or beyond", "and beyond", "upwards", "and counting",
        "oder mehr", "oder weniger", "oder größer", "oder kleiner", "und mehr", "ou plus", "ou moins", "et plus",
        "o más", "o menos", "o mayor", "o menor", "ou mais", "ou menos", "ou maior", "ou menor", "o più", "o meno",
        "o maggiore", "o minore", "или больше", "или меньше", "или более", "или менее", "и более", "и больше",
    ]
    static let wideBoundsAfter: [StaticString] = [
        "より大き", "より小さ", "より多", "より少な", "보다 크", "보다 작", "보다 많", "보다 적", "以上", "以下", "以内", "未満", "이상", "이하", "미만", "초과",
        "或更多", "或以上", "或更少",
    ]

    static let denialsAfter: [StaticString] = [
        "is too small", "is too large", "is too big", "is too low", "is too high", "is wrong", "is incorrect",
        "is false", "is impossible", "is excluded", "is ruled out", "was wrong",
        "would be wrong", "must be wrong", "is invalid", "fails", "does not work", "doesn't work", "is out",
        "ist falsch", "ist nicht", "n'est pas", "est faux", "est fausse", "no es", "es incorrecto", "es incorrecta",
        "não é", "está errado", "está errada", "non è", "è sbagliato", "è sbagliata", "не является", "неверно",
        "неправильно", "— не ответ", "- не ответ", "не ответ", "не подходит",
    ]
    static let wideDenialsAfter: [StaticString] = [
        "ではない", "ではありません", "じゃない", "이 아니", "가 아니", "이 아닙", "가 아닙", "不是答案", "不对", "不正确", "是错", "は間違い", "は誤り",
    ]
    /// Denials behind a comma.
    static let secondThoughts: [StaticString] = [
        "but it isn't", "but it is not", "but it's not", "but that is wrong", "but that's wrong", "but this is wrong",
        "but that is not", "but that isn't", "but that's not", "but this is not", "but this isn't", "but it can't",
        "but it cannot", "which is wrong", "which is incorrect", "which is not", "which isn't", "which cannot",
        "which can't", "which is impossible", "but that is impossible", "but this is impossible", "but not quite",
    ]
    /// What doubts the statement that follows: "I doubt that the answer is 42".
    static let doubts: [StaticString] = [
        "doubt", "not think", "don't think", "don’t think", "doesn't think", "not believe", "don't believe",
        "don’t believe", "not true", "false", "wrong", "not the case", "unlikely", "deny", "not mean", "not say",
        "nobody says", "impossible",
    ]
    /// Nouns and conjunctions between a doubt and its copula.
    static let doubted: [StaticString] = [
        "answer", "result", "value", "solution", "number", "final", "correct", "right", "the", "that", "my", "our",
        "it",
        "if",
    ]
    /// "is not", "can't be": a denial where what is denied is that it is the answer.
    static let copulaDenials: [StaticString] = [
        "is not", "isn't", "isn’t", "cannot be", "can't be", "can’t be", "can not be", "was not", "wasn't", "won't be",
        "could not be", "couldn't be", "is never", "is definitely not", "is clearly not", "is also not", "may not be",
    ]
    static let answerNouns: [StaticString] = [
        "answer", "correct", "right", "solution", "it", "possible", "valid", "acceptable", "result", "true", "accurate",
        "allowed", "accepted", "permitted", "what",
    ]

    static let conditions: [StaticString] = [
        "if", "only if", "unless", "iff", "provided that", "wenn", "falls", "sofern", "si", "se", "если", "except when",
        "except if", "given that",
    ]
    static let wideConditions: [StaticString] = ["如果", "若", "の場合"]
    /// Conditions about how the answer is written, or that hold anyway.
    static let harmless: [StaticString] = [
        "we", "you", "one", "i", "rounded", "rounding", "expressed", "written", "simplified", "asked", "needed",
        "necessary", "required", "desired", "using", "measured", "my", "your", "the question", "that is", "it is",
        "they", "he", "she", "everything", "all", "this", "our",
    ]
    /// Words that give a case, where another value with the same word follows.
    static let cases: [StaticString] = ["if", "when", "for", "unless", "where", "in case", "wenn", "si", "se", "если"]
    static let otherwise: [StaticString] = [
        "otherwise", "else", "sonst", "sinon", "si no", "senão", "altrimenti", "иначе",
    ]

    static let operationsAfter: [Operation] = [
        ("squared", "", "^{2}"), ("cubed", "", "^{3}"), ("factorial", "", "!"), ("doubled", "2 \\cdot ", ""),
        ("hundred", "100 \\cdot ", ""),
        ("tripled", "3 \\cdot ", ""), ("halved", "\\frac{", "}{2}"), ("al cuadrado", "", "^{2}"),
        ("au carré", "", "^{2}"), ("ao quadrado", "", "^{2}"), ("al quadrato", "", "^{2}"),
        ("zum quadrat", "", "^{2}"), ("в квадрате", "", "^{2}"),
    ]
    static let wideOperationsAfter: [Operation] = [
        ("的平方", "", "^{2}"), ("の2乗", "", "^{2}"), ("の二乗", "", "^{2}"), ("의 제곱", "", "^{2}"),
        ("的一半", "\\frac{", "}{2}"), ("的两倍", "2 \\cdot ", ""), ("の半分", "\\frac{", "}{2}"), ("の2倍", "2 \\cdot ", ""),
        ("의 절반", "\\frac{", "}{2}"), ("의 두 배", "2 \\cdot ", ""),
    ]
    /// Words between two numbers that make one value of them.
    static let joints: [Operation] = [
        ("plus", " + ", ""), ("minus", " - ", ""), ("times", " \\cdot ", ""), ("multiplied by", " \\cdot ", ""),
        ("divided by", " / ", ""), ("over", " / ", ""), ("to the power of", "^{", "}"), ("to the power", "^{", "}"),
        ("mal", " \\cdot ", ""), ("geteilt durch", " / ", ""), ("fois", " \\cdot ", ""), ("divisé par", " / ", ""),
        ("por", " \\cdot ", ""), ("dividido por", " / ", ""), ("diviso", " / ", ""), ("moins", " - ", ""),
        ("menos", " - ", ""), ("meno", " - ", ""), ("mais", " + ", ""), ("más", " + ", ""), ("più", " + ", ""),
        ("плюс", " + ", ""), ("минус", " - ", ""),
    ]
    /// Words between two numbers that make one value of them in a way that is not written down.
    static let opaqueJoints: [StaticString] = [
        "of", "more than", "less than", "fewer than", "modulo", "mod", "choose", "to the", "percent of", "% of",
        "greater than", "from",
    ]
    /// What something goes on for.
    static let spans: [StaticString] = [
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
        "year", "years", "games", "trips", "rounds",
    ]
    /// Words behind a number that make another of it in a way that is not written down.
    static let opaqueAfter: [StaticString] = ["raised to", "to the power", "modulo"]
    /// What stands between two numbers that are bounds.
    static let wideBetween: [StaticString] = ["之间", "之間", "の間", "사이"]
    /// Words that lead to what is said in place of the value denied.
    static let contrasts: [StaticString] = [
        "but rather", "but instead", "but it is", "but it's", "but is", "but actually", "but", "it is", "it's",
        "sondern", "mais plutôt", "mais", "sino", "mas sim", "mas", "bensì", "ma", "а", "instead it is", "rather",
    ]
    static let wideContrasts: [StaticString] = ["而是", "なく"]
}

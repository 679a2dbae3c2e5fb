// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The names that the lexer knows.
enum Vocabulary {
    /// What a command of LaTeX does to the lexer.
    enum Command {
        case token(Token.Kind)
        case symbol(String)
        /// Leaves no token.
        case skip
        /// Leaves no token, nor does its argument.
        case skipArgument
        /// Leaves no token, its argument stays: `\boxed`.
        case transparent
        case wideSpace
        case accent(String)
        case bold
        case italic
        case text
        case roman
        case blackboard
        case operatorName
        case left, right, middle
        case begin, end
        case not
        /// The digits of the argument repeat, or it is an accent.
        case overline(String)
    }

    /// Commands by name, without the backslash.
    static let commands: [String: Command] = {
        var table: [String: Command] = [:]
        func add(_ names: String, _ command: Command) {
            for name in names.split(separator: " ") { table[String(name)] = command }
        }
        add("left", .left)
        add("right", .right)
        add("middle", .middle)
        add("begin", .begin)
        add("end", .end)
        add("not", .not)
        add(
            "displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag hline cline big Big bigg"
                + " Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm rm it bf sf tt normalsize small large Large"
                + " mathstrut strut null relax centering allowbreak par noindent mathop mathrel mathbin mathord mathopen"
                + " mathclose ensuremath protect unboldmath boldmath hfill newline ,",
            .skip)
        table[","] = nil
        table["newline"] = .token(.newline)
        table["cr"] = .token(.newline)
        add("hspace vspace label tag phantom hphantom vphantom color kern hskip mspace require ref", .skipArgument)
        add(
            "boxed fbox underline underbrace overbrace mathstrut cancel bcancel xcancel mathcal mathfrak mathscr",
            .transparent)
        add("mathinner mathchoice tiny smash framebox textcolor colorbox", .transparent)
        add("quad qquad enspace", .wideSpace)
        add("hat widehat", .accent("hat"))
        add("vec overrightarrow overleftarrow overleftrightarrow", .accent("vec"))
        add("tilde widetilde", .accent("tilde"))
        add("overline bar", .overline("bar"))
        add("dot", .overline("dot"))
        add("ddot", .accent("ddot"))
        add("widebar", .accent("bar"))
        add("overparen wideparen overarc arc", .accent("arc"))
        add("mathbf boldsymbol pmb bm bold", .bold)
        add("mathit mathnormal", .italic)
        add("text mbox hbox textrm textbf textit textnormal textsf texttt emph textup textsc textmd", .text)
        add("mathrm mathsf mathtt mathup", .roman)
        add("mathbb Bbb mathds", .blackboard)
        add("operatorname operatorname* DeclareMathOperator", .operatorName)
        for (name, kind) in tokens { table[name] = .token(kind) }
        for name in greek { table[name] = .symbol(name) }
        for (name, symbol) in otherSymbols { table[name] = .symbol(symbol) }
        for (name, function) in functions { table[name] = .token(.function(function)) }
        return table
    }()

    /// Logarithms with a base of their own.
    static let logarithms = ["lg": 10, "lb": 2]

    /// Greek letters that are variables.
    static let greek = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "rho", "sigma", "tau", "upsilon", "phi", "varphi", "chi", "psi", "omega", "Gamma", "Delta",
        "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
    ]

    private static let otherSymbols: [String: String] = [
        "varepsilon": "epsilon", "vartheta": "theta", "varrho": "rho", "varsigma": "sigma", "ell": "ell",
        "hbar": "hbar",
        "partial": "partial", "nabla": "nabla", "aleph": "aleph", "imath": "i", "jmath": "j", "top": "top",
        "intercal": "intercal", "dagger": "dagger", "angle": "angle", "triangle": "triangle", "square": "square",
        "perp": "perp", "parallel": "parallel", "therefore": "therefore", "forall": "forall", "exists": "exists",
        "star": "star", "bullet": "bullet", "circledast": "circledast",
    ]

    /// Commands that are one token.
    private static let tokens: [String: Token.Kind] = [
        "frac": .construct(.fraction), "dfrac": .construct(.fraction), "tfrac": .construct(.fraction),
        "cfrac": .construct(.fraction), "sfrac": .construct(.fraction), "nicefrac": .construct(.fraction),
        "binom": .construct(.binomial), "dbinom": .construct(.binomial), "tbinom": .construct(.binomial),
        "sqrt": .construct(.root), "surd": .construct(.squareRoot), "fourthroot": .construct(.fourthRoot),
        "choose": .construct(.choose), "over": .construct(.over), "sum": .construct(.sum), "prod": .construct(.product),
        "int": .construct(.integral), "iint": .construct(.integral), "oint": .construct(.integral),
        "lim": .construct(.limit), "pmod": .construct(.parenthesizedMod), "pod": .construct(.parenthesizedMod),
        "bmod": .mod, "mod": .mod, "pi": .constant(.pi), "infty": .constant(.infinity),
        "infinity": .constant(.infinity),
        "exponentialE": .constant(.e), "imaginaryI": .constant(.i), "cdot": .times, "times": .times, "ast": .times,
        "div": .slash, "pm": .plusMinus, "mp": .minusPlus, "circ": .degree, "degree": .degree, "degrees": .degree,
        "prime": .prime, "percent": .percent, "le": .relation(.lessOrEqual), "leq": .relation(.lessOrEqual),
        "leqslant": .relation(.lessOrEqual), "leqq": .relation(.lessOrEqual), "ge": .relation(.greaterOrEqual),
        "geq": .relation(.greaterOrEqual), "geqslant": .relation(.greaterOrEqual), "geqq": .relation(.greaterOrEqual),
        "lt": .relation(.less), "gt": .relation(.greater), "ne": .relation(.notEqual), "neq": .relation(.notEqual),
        "eq": .relation(.equal), "coloneqq": .relation(.equal), "triangleq": .relation(.equal),
        "approx": .relation(.approximately), "thickapprox": .relation(.approximately),
        "approxeq": .relation(.approximately), "sim": .relation(.approximately), "simeq": .relation(.approximately),
        "cong": .relation(.approximately), "doteq": .relation(.approximately), "equiv": .relation(.congruent),
        "in": .relation(.element), "notin": .relation(.notElement), "subset": .relation(.subset),
        "subseteq": .relation(.subset), "subsetneq": .relation(.subset), "propto": .relation(.proportional),
        "to": .relation(.to), "rightarrow": .relation(.to), "longrightarrow": .relation(.to), "mapsto": .relation(.to),
        "Rightarrow": .implies, "implies": .implies, "Leftrightarrow": .implies, "iff": .implies,
        "Longrightarrow": .implies, "Longleftrightarrow": .implies, "cup": .union, "bigcup": .union,
        "cap": .intersection, "bigcap": .intersection, "setminus": .difference, "smallsetminus": .difference,
        "backslash": .difference, "emptyset": .emptySet, "varnothing": .emptySet, "ldots": .ellipsis, "dots": .ellipsis,
        "cdots": .ellipsis, "dotsc": .ellipsis, "dotsb": .ellipsis, "vdots": .ellipsis, "ddots": .ellipsis,
        "land": .conjunction, "wedge": .conjunction, "lor": .disjunction, "vee": .disjunction, "mid": .mid,
        "vert": .bar,
        "lvert": .open(.bar), "rvert": .close(.bar), "Vert": .doubleBar, "|": .doubleBar, "lVert": .open(.norm),
        "rVert": .close(.norm), "lbrace": .open(.set), "rbrace": .close(.set), "{": .open(.set), "}": .close(.set),
        "lbrack": .open(.square), "rbrack": .close(.square), "lparen": .open(.round), "rparen": .close(.round),
        "langle": .open(.angle), "rangle": .close(.angle), "lfloor": .open(.floor), "rfloor": .close(.floor),
        "lceil": .open(.ceiling), "rceil": .close(.ceiling), "colon": .colon, "%": .percent, "&": .and,
        "Re": .function(.realPart), "Im": .function(.imaginaryPart),
    ]

    /// Functions by their names, in LaTeX and plain text alike.
    static let functions: [String: Expression.Function] = [
        "sin": .sin, "cos": .cos, "tan": .tan, "cot": .cot, "sec": .sec, "csc": .csc, "cosec": .csc, "tg": .tan,
        "ctg": .cot, "cotg": .cot, "arcsin": .arcsin, "arccos": .arccos, "arctan": .arctan, "arccot": .arccot,
        "arcsec": .arcsec, "arccsc": .arccsc, "arctg": .arctan, "arcctg": .arccot, "asin": .arcsin, "acos": .arccos,
        "atan": .arctan, "acot": .arccot, "asec": .arcsec, "acsc": .arccsc, "sinh": .sinh, "cosh": .cosh, "tanh": .tanh,
        "coth": .coth, "sech": .sech, "csch": .csch, "sh": .sinh, "ch": .cosh, "th": .tanh, "arsinh": .arsinh,
        "arcosh": .arcosh, "artanh": .artanh, "arcsinh": .arsinh, "arccosh": .arcosh, "arctanh": .artanh,
        "asinh": .arsinh, "acosh": .arcosh, "atanh": .artanh, "exp": .exp, "ln": .ln, "log": .log, "max": .max,
        "min": .min, "gcd": .gcd, "lcm": .lcm, "arg": .argument, "det": .determinant,
    ]

    /// Names of functions that stand for themselves only in `\operatorname`, `\mathrm` and in front of a parenthesis.
    static let longFunctions: [String: Expression.Function] = [
        "abs": .absolute, "floor": .floor, "ceil": .ceiling, "ceiling": .ceiling, "round": .round, "sign": .sign,
        "sgn": .sign, "signum": .sign, "Re": .realPart, "re": .realPart, "Im": .imaginaryPart, "im": .imaginaryPart,
        "conj": .conjugate, "conjugate": .conjugate, "arg": .argument, "norm": .norm, "det": .determinant,
        "transpose": .transpose, "tr": .trace, "trace": .trace, "Tr": .trace, "gamma": .gamma, "Gamma": .gamma,
        "LambertW": .lambertW, "lambertw": .lambertW, "erf": .errorFunction, "zeta": .zeta, "HCF": .gcd, "hcf": .gcd,
        "LCM": .lcm, "GCD": .gcd, "Max": .max, "Min": .min, "permutations": .permutations,
        "totient": .totient, "Arg": .argument, "arcsch": .arccsc, "Log": .log, "Ln": .ln,
        "realpart": .realPart, "imaginarypart": .imaginaryPart,
    ]
}

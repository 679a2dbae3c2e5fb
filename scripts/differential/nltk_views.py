# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Writes cases for NLTKDifferentialTests: texts with NLTK 3.9.1's sentences and tokens.

usage: NLTK_DATA=FOLDER python nltk_views.py COUNT SEED LANGUAGE OUT [RESPONSES.jsonl.gz ...]

Texts are generated from words, abbreviations, numbers, quotes, brackets and rare scalars, or are responses (field
"response") cut and mutated. Each line of OUT: {"text", "sentences": [[from, to] in UTF-8 bytes], "tokens": [...], "tag": the first
token's tag, where the English tagger is installed}.
Run the test with ASSAY_NLTK_CASES=OUT ASSAY_NLTK_DATA=FOLDER ASSAY_NLTK_LANGUAGE=LANGUAGE.
"""
import gzip
import json
import random
import sys

import nltk
from nltk.tag.perceptron import PerceptronTagger
from nltk.tokenize import NLTKWordTokenizer
from nltk.tokenize.punkt import PunktTokenizer

WORDS = """the a He She it is we You I A In On However Time time Bush of and to Review review Business who What if But
cannot gonna gimme wanna gotta lemme Lemme CANNOT d'ye more'n 'tis 'Twas 'twas don't Don't DON'T it's It'S they'll we'VE
I'm I'd rock'n'roll o'clock dogs' 's 'S 't 'm a'b 'x 'xy ''x y'' can't cann't wanna, U.S. U.S.A. e.g. i.e. etc. Mr. Mrs.
Dr. St. Inc. Co. vs. No. Jan. Ph.D. a.m. p.m. J. B. K. É. é. ß. x. 5. 12. 3.14 1,000 10,5 -3 .5 1st 2. 2.. 3... ... .. .
. . . . . . .... ? ?! !!! ! ?? -- --- ---- - – — a-b state-of-the-art x-Mr. Co.-owned non-U.S. http://a.b/c?d=e me@x.org
# ## * ** *** *bold* **Bold** ( ) [ ] { } < > (a) [b] {c} <d> (a.) a.) .) .) ." ."" .' .'' .''' ?" !' ") ') "] : ; , :: ,,
:, ,: :5 ,5 ::5 ,,5 a:b a,b a,,b " ' '' ''' '''' ` `` ``` ```` “ ” ‘ ’ „ « » “a” ‘a’ «a» „a“ .” .’ .» ?” a” '” '» '" "' & @
$ % $5 5% $5.00 &amp; co-op. ΟΔΟΣ ΟΔΟΣ. Σ. İ İ. gİmme gımme 'tİs 'tıs 'tiſ 'ſ 'twaſ ſ. K. ² ². ٣ ٣. ٣,٤ ,٣ :٣ Ⅷ. ﬁ. ǅ. ª. 日本語
。 日本. 日. é É naïve Été. été ́a a\u0301. \u200b. \ufeff. 😀 😀. .😀 end. End. END. a.b a.b. A.B. A.B a..b a...b a.? a?. a!.
.a ?a !a -.5 -,5 5- 5-6. 1.2.3. ##number## ok. . dept. Corp. corp. Oct. Sen. wash. d.c. D.C. M.B.A. Messrs. cie. rev.
n't N'T n'T 'll 'LL 'Ll 're 've x'll x'LL y'll's it's' it's'" a'' b''. c''' 'a' 'ab' "'a'" '"a"' _a_ a_b 'a_ _cannot_ cannot-do
non-cannot wanna-be gimme! d'ye? D'Ye more'N more'n't d'yex xd'ye can'tcannot 'tisn't 'tis, ('tis ("a ('a [" [' {" <" <' (''
''a'' ''A ,'' .''. x'. x', x'; x'? x'! x'. x'... x': x':5 x'` x'“ x'” x'* x'( x') x'-- x's. x's, x's" x's” x's) 's) s' s'.
\x1c \x1d \x85 \u00a0 \u2003 \u2028 \u3000 a\u00a0b .\u00a0A .\u2003B ?\u3000C
M. Mme. av. J.-C. p.-ê. c.-à-d. n. è. etc… … l'été d'accord aujourd'hui «Oui.» « Oui. » qu'il c'est""".split(" ")
WORDS = [w for chunk in WORDS for w in chunk.split("\n") if w]
SPACES = [" "] * 14 + ["  ", "\n", "\n\n", "\t", " \n", "\n ", "\r\n", "", "", "", "", "\u00a0", "\u3000", "\x1c", " \u2003", "\x0b"]
CHARS = list(".?!.?!..'\"'\"`,:;()[]{}<>-*@#$%& \n aAbBsStTmMdDnN1205éΣ“”‘’«»„") + ["'s", "n't", "''", "``", "...", ". ", "? ", "' "]


def generated(rng):
    parts = []
    for _ in range(rng.choice((1, 2, 3, 5, 8, 13, 30))):
        parts.append(rng.choice(WORDS))
        parts.append(rng.choice(SPACES))
    return "".join(parts)


def noise(rng):
    return "".join(rng.choice(CHARS) for _ in range(rng.choice((1, 2, 3, 4, 6, 8, 12, 20, 40))))


def mutated(rng, responses):
    text = rng.choice(responses)
    start = rng.randrange(max(1, len(text)))
    text = text[start:start + rng.choice((40, 100, 200, 500, 1500))]
    for _ in range(rng.choice((0, 0, 1, 3, 10))):
        place = rng.randrange(len(text) + 1)
        insertion = rng.choice((rng.choice(CHARS), rng.choice(WORDS), rng.choice(WORDS) + " ", " " + rng.choice(WORDS)))
        text = text[:place] + insertion + text[place + rng.choice((0, 0, 1, 3)):]
    return text


def main():
    assert nltk.__version__ == "3.9.1", nltk.__version__
    count, seed, language, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
    rng = random.Random(seed)
    responses = []
    for path in sys.argv[5:]:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            responses += [json.loads(line)["response"] for line in lines]
    responses = [text for text in responses if text] or ["A text. Another one."]
    splitter, tokenizer = PunktTokenizer(language), NLTKWordTokenizer()
    tagger = None
    if language == "english":
        try:
            tagger = PerceptronTagger()
        except LookupError:
            pass
    with open(out, "w", encoding="utf-8") as cases:
        for number in range(count):
            kind = number % 4
            if kind == 0:
                text = noise(rng)
            elif kind == 1 or number >= 4 * len(responses) * 50:
                text = generated(rng)
            elif kind == 2 and number // 4 < len(responses):
                text = responses[number // 4]
            else:
                text = mutated(rng, responses)
            spans, tokens = [], []
            for start, end in splitter.span_tokenize(text):
                first = len(text[:start].encode())
                spans.append([first, first + len(text[start:end].encode())])
                tokens += tokenizer.tokenize(text[start:end])
            case = {"text": text, "sentences": spans, "tokens": tokens}
            if tagger and tokens:
                case["tag"] = tagger.tag(tokens)[0][1]
            cases.write(json.dumps(case, ensure_ascii=False) + "\n")


main()

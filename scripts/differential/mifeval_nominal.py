#!/usr/bin/env python3
# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Writes cases of ja:detectable_format:nominal_ending with janome's counts as JSON lines, as mifeval.py does.

    python scripts/differential/mifeval_nominal.py FOLDER OUT_FOLDER [SEED]

FOLDER holds reference responses (its files ja__*.jsonl.gz are read). Each text gives two cases, the count asked for and
one more, so texts whose counts differ give one disagreement each. Kinds of texts, a file each: own (the lines of
mifeval_nominal.txt), responses, own and response sentences in random order, and responses cut after random tokens.
"""
import glob, gzip, json, os, random, re, sys

from janome.tokenizer import Tokenizer

data, out = sys.argv[1:3]
rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
tokenizer = Tokenizer()


def without_quotations(text):
    return re.sub(r"『.*?』", "", re.sub(r"「.*?」", "", text))


def count(text):
    tokens = list(tokenizer.tokenize(without_quotations(text)))
    return sum(
        token.surface in "。！？" and before.part_of_speech.startswith("名詞")
        for before, token in zip(tokens, tokens[1:]))


def sentences(texts):
    return [s for text in texts for s in re.findall(r"[^。！？\n]+[。！？]", text)]


def cuts(texts):
    result = []
    for sentence in sentences(map(without_quotations, texts)):
        tokens = [token.surface for token in tokenizer.tokenize(sentence)]
        cut = "".join(tokens[:rng.randrange(1, len(tokens) + 1)]).strip().rstrip("。！？")
        if cut: result.append(cut + "。")
    return result


own = open(os.path.join(os.path.dirname(__file__), "mifeval_nominal.txt"), encoding="utf-8").read().split()
responses = [
    json.loads(line)["response"] for path in sorted(glob.glob(os.path.join(data, "ja__*.jsonl.gz")))
    for line in gzip.open(path)]
pieces = cuts(responses)
kinds = {
    "own": own, "responses": responses,
    "own-mixed": ["".join(rng.sample(sentences(own), 6)) for _ in range(400)],
    "responses-mixed": ["".join(rng.sample(sentences(responses), 8)) for _ in range(400)],
    "cuts": pieces,
}
for kind, texts in kinds.items():
    with open(os.path.join(out, f"nominal-{kind}.jsonl"), "w", encoding="utf-8") as file:
        for text in texts:
            if not text.strip(): continue
            number = count(text)
            for asked, verdict in ((number, True), (number + 1, False)):
                file.write(json.dumps({
                    "catalog": "m-ifeval", "id": "ja:detectable_format:nominal_ending", "kwargs": {"count": asked},
                    "response": text, "verdict": verdict}, ensure_ascii=False) + "\n")
    print(kind, len(texts))

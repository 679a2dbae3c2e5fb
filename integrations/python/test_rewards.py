# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Tests of assay_rewards; ASSAY_BINARY names the tool. No package is needed: trainers are stood in for by what they call.

    ASSAY_BINARY=.build/release/assay python3 integrations/python/test_rewards.py
"""

import importlib.util
import math
import multiprocessing
import os
import pathlib
import pickle
import random
import signal
import stat
import sys
import tempfile
import threading
import types
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from assay_rewards import (  # noqa: E402
    Assay, AssayError, MissingVerdict, answer_reward, compute_score, compute_score_batch, make_answer_reward,
)

# Longer than six words and not equal: rules cannot tell.
UNDECIDED_GOLD = "the industrial revolution began in the north of England"
UNDECIDED = "The answer is that machines were first built in large numbers there."


def words(count, minimum):
    return {"response": "w " * count, "checks": [{"verifier": "words", "min": minimum}]}


def load(name):
    """A module from its file, as verl loads a reward function."""
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stand_in(folder, body):
    """An executable that behaves badly."""
    path = pathlib.Path(folder) / "assay"
    path.write_text("#!/bin/sh\n" + body)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


class Client(unittest.TestCase):
    def test_verdicts_in_order(self):
        with Assay() as assay:
            verdicts = assay.verify([{"id": "x", **words(3, 2)}, words(1, 2), {"response": None, "checks": ["words"]}])
            self.assertEqual([v["label"] for v in verdicts], ["pass", "fail", "error"])
            self.assertEqual(verdicts[0]["id"], "x")
            self.assertNotIn("id", verdicts[1])
            self.assertNotIn("score", verdicts[2])
            self.assertEqual(assay.counts, {"pass": 1, "fail": 1, "error": 1})
            self.assertEqual(assay.verify([]), [])

    def test_answers(self):
        with Assay() as assay:
            responses = ["so \\boxed{0.5}", "The answer is 3.", "0.5", "\\boxed{x", ""]
            self.assertEqual(assay.scores(responses, ["\\frac12"] * 5)[:3], [1.0, 0.0, 0.0])
            self.assertEqual(assay.scores(["\\boxed{2}"], [["1", 2]]), [1.0])
            self.assertEqual(assay.scores(["\\boxed{2}"], [2.0]), [1.0])
            self.assertEqual(assay.scores(["\\boxed{2}", "\\boxed{2}"], ["", None]), [None, None])
        with Assay(preset=None) as assay:
            self.assertEqual(assay.scores(["so it is 0.5"], ["\\frac12"]), [1.0])
        with Assay(options={"rel_tol": 0.1}) as assay:
            self.assertEqual(assay.scores(["\\boxed{2.1}"], ["2.0"]), [1.0])
            self.assertIs(type(assay.scores(["\\boxed{2}"], ["2"])[0]), float)
        with self.assertRaises(ValueError):
            Assay().answers(["a"], [])

    def test_a_misspelt_option_raises_at_once(self):
        for settings, message in [
            (dict(preset="rll"), '"rl" is the nearest|rll'), (dict(options={"rel_tolerance": 0.1}), "rel_tolerance"),
            (dict(options={"rel_tol": "much"}), "rel_tol"),
        ]:
            with Assay(**settings) as assay, self.assertRaisesRegex(AssayError, message):
                assay.scores(["\\boxed{1}"], ["1"])
        # A gold at fault is a record's own matter.
        with Assay() as assay:
            self.assertEqual(assay.scores(["\\boxed{1}", "\\boxed{1}"], [None, "1"]), [None, 1.0])

    def test_one_response_a_record(self):
        with Assay() as assay:
            for responses in ({"responses": ["a", "b"]}, {"resps": [["a"], ["b"]]}):
                with self.assertRaisesRegex(ValueError, "record 1 has 2 responses"):
                    assay.verify([words(1, 1), {**responses, "checks": ["words"]}])
            messages = [{"role": "user", "content": "?"}, {"role": "assistant", "content": "w w"}]
            checks = words(0, 2)["checks"]
            self.assertEqual(assay.verify([{"response": messages, "checks": checks}])[0]["label"], "pass")
            self.assertEqual(assay.verify([{"responses": ["w w"], "checks": checks}])[0]["label"], "pass")

    def test_one_process_for_many_calls(self):
        with Assay() as assay:
            assay.verify([words(1, 1)])
            pid = assay.pid
            for _ in range(50):
                assay.verify([words(1, 1)])
            self.assertEqual(assay.pid, pid)

    def test_big_batches_do_not_block(self):
        # More than both pipes hold, in both directions.
        records = [words(i % 500, 250) for i in range(20_000)]
        with Assay(evidence="all") as assay:
            labels = [v["label"] for v in assay.verify(records)]
        self.assertEqual(labels, ["pass" if i % 500 >= 250 else "fail" for i in range(20_000)])

    def test_threads_share_it(self):
        with Assay() as assay:
            wrong = []

            def work(seed):
                chance = random.Random(seed)
                for _ in range(40):
                    counts = [chance.randrange(1, 9) for _ in range(chance.randrange(1, 30))]
                    labels = [v["label"] for v in assay.verify([words(c, 5) for c in counts])]
                    if labels != ["pass" if c >= 5 else "fail" for c in counts]:
                        wrong.append((counts, labels))

            threads = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual(wrong, [])

    def test_a_killed_process_loses_nothing(self):
        with Assay() as assay:
            assay.verify([words(1, 1)])
            first = assay.pid
            wrong, kills = [], []
            is_over = threading.Event()

            def work(seed):
                for turn in range(30):
                    minimum = (seed + turn) % 7
                    verdicts = assay.verify([words(c, minimum) for c in range(200)])
                    if [v["label"] for v in verdicts] != ["fail" if c == 0 or c < minimum else "pass" for c in range(200)]:
                        wrong.append(verdicts)

            def kill():
                while not is_over.wait(0.02):
                    process, pid = assay._process, assay.pid
                    # A process that has answered something: one that never does is a test of its own.
                    if pid and process.answered and pid not in kills and len(kills) < 10:
                        os.kill(pid, signal.SIGKILL)
                        kills.append(pid)

            threads = [threading.Thread(target=work, args=(seed,)) for seed in range(4)]
            killer = threading.Thread(target=kill)
            for thread in [*threads, killer]:
                thread.start()
            for thread in threads:
                thread.join()
            is_over.set()
            killer.join()
            self.assertTrue(kills)
            # A record that was being worked on at two deaths has no verdict; a wrong one there never is.
            lost = [v for batch in wrong for v in batch if v["label"] == "error"]
            self.assertEqual(len(wrong), sum(any(v["label"] == "error" for v in batch) for batch in wrong))
            self.assertLessEqual(len(lost), len(kills) // 2)
            self.assertEqual(assay.verify([words(1, 1)])[0]["label"], "pass")
            self.assertNotEqual(assay.pid, first)

    def test_a_silent_process_is_killed(self):
        with tempfile.TemporaryDirectory() as folder:
            binary = stand_in(folder, "exec sleep 600\n")
            with Assay(binary=binary, timeout=0.2) as assay:
                verdicts = assay.verify([words(1, 1)])
            self.assertEqual(verdicts[0]["label"], "error")
            self.assertEqual(verdicts[0]["error"]["code"], "unavailable")

    def test_a_process_that_never_answers_is_said(self):
        with tempfile.TemporaryDirectory() as folder:
            with Assay(binary=stand_in(folder, "echo no luck >&2; exit 3\n")) as assay:
                with self.assertRaisesRegex(AssayError, "5 times without an answer: no luck"):
                    assay.verify([words(1, 1)] * 10)
        with self.assertRaisesRegex(AssayError, "cannot be started"):
            Assay(binary="/nowhere/assay").verify([words(1, 1)])

    def test_one_bad_record_does_not_take_the_others_with_it(self):
        # Answers every line but those that hold "poison", over which it dies.
        body = (
            "n=0; while read -r line; do case $line in *poison*) exit 1;; esac\n"
            'id=${line##*\\"id\\": }; echo "{\\"id\\":${id%\\}},\\"label\\":\\"pass\\",\\"score\\":1}"; done\n'
        )
        with tempfile.TemporaryDirectory() as folder, Assay(binary=stand_in(folder, body)) as assay:
            labels = [v["label"] for v in assay.verify([{"response": r} for r in ["a", "poison", "b", "poison", "c"]])]
        self.assertEqual(labels, ["pass", "error", "pass", "error", "pass"])

    def test_after_a_fork(self):
        with Assay() as assay:
            assay.verify([words(1, 1)])
            context = multiprocessing.get_context("fork")
            mine, theirs = context.Pipe()

            def child():
                theirs.send((assay.verify([words(3, 2)])[0]["label"], assay.pid))
                assay.close()
                os._exit(0)

            process = context.Process(target=child)
            process.start()
            self.assertTrue(mine.poll(30))
            label, pid = mine.recv()
            process.join(30)
            self.assertEqual(label, "pass")
            self.assertNotEqual(pid, assay.pid)
            self.assertEqual(assay.verify([words(1, 2)])[0]["label"], "fail")

    def test_pickled(self):
        with pickle.loads(pickle.dumps(Assay(preset="math", options={"abs_tol": 1}))) as assay:
            self.assertEqual(assay.scores(["so 2"], ["3.5"]), [0.0])
            self.assertEqual(assay.scores(["so 2.5"], ["3.5"]), [1.0])


class Trainers(unittest.TestCase):
    def test_trl_texts_and_messages(self):
        message = [{"role": "assistant", "content": "\\boxed{4}"}]
        parts = [{"role": "assistant", "content": [{"type": "text", "text": "\\boxed{4}"}]}]
        prompt = [{"role": "system", "content": "s"}, {"role": "user", "content": "2+2?"}]
        rewards = answer_reward(
            prompts=["2+2?", prompt, prompt, "2+2?", "Where?"],
            completions=["\\boxed{4}", message, parts, "\\boxed{5}", UNDECIDED],
            solution=["4", "2+2=4\n#### 4", "We add and find, as was to be shown, \\boxed{4}.", "4", UNDECIDED_GOLD],
            completion_ids=None, trainer_state=None,
        )
        self.assertEqual(rewards, [1.0, 1.0, 1.0, 0.0, None])
        self.assertEqual(answer_reward(["q"], ["\\boxed{4}"], answer=["4"]), [1.0])
        with self.assertRaisesRegex(ValueError, "solution"):
            answer_reward(["q"], ["c"])

    def test_trl_with_options(self):
        reward = make_answer_reward(preset="math", options={"rel_tol": 0.1}, name="close")
        self.assertEqual(reward.__name__, "close")
        self.assertEqual(make_answer_reward().__name__, "answer_reward")
        # Columns of the dataset come as keywords, whatever they are called.
        columns = {"options": ["a", "b"], "preset": ["x", "y"], "solution": ["2.0", "2.0"]}
        for function in (reward, pickle.loads(pickle.dumps(reward))):
            self.assertEqual(function(prompts=["q", "q"], completions=["so 2.1", "so 3"], **columns), [1.0, 0.0])
        with self.assertRaises(AssayError):
            make_answer_reward(preset="rll")(prompts=["q"], completions=["\\boxed{1}"], solution=["1"])

    def test_a_wrong_word_for_missing_raises_at_once(self):
        for missing in ("skip", None, "raises"):
            with self.assertRaisesRegex(ValueError, '"raise", "nan" or a number'):
                compute_score("x", "\\boxed{4}", "4", missing=missing)
        with self.assertRaises(AssayError):
            compute_score("x", "\\boxed{4}", "4", missing=0, preset="mathh")
        self.assertEqual(compute_score("x", UNDECIDED, UNDECIDED_GOLD, missing="0"), 0.0)

    def test_verl(self):
        self.assertEqual(compute_score("openai/gsm8k", "The answer is 72.", "72", {"question": "How many?"}), 1.0)
        self.assertEqual(compute_score("math", "\\boxed{71}", "72", missing="nan"), 0.0)
        self.assertEqual(compute_score("x", "It is 72", "72", preset="math", options={"extract": "any"}), 1.0)
        with self.assertRaisesRegex(MissingVerdict, "missing="):
            compute_score("x", UNDECIDED, UNDECIDED_GOLD)
        with self.assertRaisesRegex(MissingVerdict, "is empty"):
            compute_score("x", "\\boxed{1}", "")
        self.assertTrue(math.isnan(compute_score("x", UNDECIDED, UNDECIDED_GOLD, missing="nan")))
        self.assertEqual(compute_score("x", UNDECIDED, UNDECIDED_GOLD, missing=-0.5), -0.5)
        scores = compute_score_batch(["a"] * 3, ["\\boxed{1}"] * 3, ["1", {"target": ["0", "1"]}, "2"], [None] * 3)
        self.assertEqual(scores, [1.0, 1.0, 0.0])

    def test_verl_example_as_verl_calls_it(self):
        reward = load("example_verl").reward
        scores = {}

        def work(index):
            scores[index] = reward(
                data_source="openai/gsm8k", solution_str=f"#### {index % 3}", ground_truth="1", extra_info={"index": index}
            )

        threads = [threading.Thread(target=work, args=(index,)) for index in range(64)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(scores, {index: float(index % 3 == 1) for index in range(64)})
        for source in ("lighteval/MATH", "DigitalLearningGmbH/MATH-lighteval", "HuggingFaceH4/MATH-500"):
            self.assertEqual(reward(source, "so \\boxed{\\frac12}", "0.5"), 1.0)
        with self.assertRaises(NotImplementedError):
            reward("openai/humaneval", "", "")

    def test_trl_example_as_trl_calls_it(self):
        """A trainer that calls its reward functions as TRL does: lists by keyword, the dataset's columns among them."""
        seen = []

        class GRPOTrainer:
            def __init__(self, model, reward_funcs, args, train_dataset):
                self.functions, self.dataset = reward_funcs, train_dataset

            def train(self):
                rows = [row for row in self.dataset for _ in range(2)]
                completions = ["so \\boxed{0.75}", "so \\boxed{0.7}", "The answer is eight, that is 8.", "The answer is 9."]
                columns = {key: [row[key] for row in rows] for key in rows[0]}
                prompts = columns.pop("prompt")
                for function in self.functions:
                    seen.append(
                        function(
                            prompts=prompts, completions=completions, completion_ids=[[]] * 4, trainer_state=None,
                            log_extra=None, log_metric=None, **columns,
                        )
                    )

        class Dataset(list):
            @classmethod
            def from_dict(cls, columns):
                return cls(dict(zip(columns, row)) for row in zip(*columns.values()))

        stand_ins = {
            "trl": types.SimpleNamespace(GRPOTrainer=GRPOTrainer, GRPOConfig=lambda folder: folder),
            "datasets": types.SimpleNamespace(Dataset=Dataset),
        }
        kept = {name: sys.modules.get(name) for name in stand_ins}
        sys.modules.update(stand_ins)
        try:
            load("example_trl")
        finally:
            for name, module in kept.items():
                sys.modules.pop(name) if module is None else sys.modules.update({name: module})
        self.assertEqual(seen, [[1.0, 0.0, 1.0, 0.0]])


if __name__ == "__main__":
    unittest.main(verbosity=1)

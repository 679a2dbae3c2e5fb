# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""The client: records in, verdicts out, whatever happens to the process in between."""

import collections
import json
import os
import threading
import weakref

from .process import AssayError, Process, find_binary

# So often in a row may a process die without having answered anything.
BARREN_LIMIT = 5
# So often may a process die over one record before that record goes without a verdict.
SUSPECT_LIMIT = 2


class Assay:
    """Verdicts from an `assay` process that is started when it is first needed and stays.

    Threads may share a client: their records go through one process, which decides on all cores. A process that dies is
    replaced and the records without a verdict are asked again; after a fork the child starts one of its own. A client
    can be pickled.

    preset, options: what counts as equal, for `answers` and `scores`; "rl" takes only a box or an explicit anchor as
        an answer. Each switch of docs/answers.md may stand in `options`.
    evidence: "none", "fail" or "all".
    arguments: further arguments of `assay verify`, such as ["--jobs", "4"].
    timeout: seconds without any answer after which the process is taken for dead.
    """

    def __init__(self, preset="rl", options=None, evidence="none", binary=None, arguments=(), timeout=60.0):
        self._settings = dict(
            preset=preset, options=options, evidence=evidence, binary=binary, arguments=tuple(arguments), timeout=timeout
        )
        self._options = {**({"preset": preset} if preset else {}), **(options or {})}
        self._timeout = timeout
        self._lock = threading.Lock()
        self._process = None
        self._barren = 0
        # How often each label was given, errors among them.
        self.counts = collections.Counter()
        _clients.add(self)

    def answers(self, responses, golds, questions=None):
        """The verdicts on the final answers of `responses`, one for each, as `assay verify` writes them.

        A gold is a text, a number, or a list of them of which any may be matched. A preset or an option that does not
        exist raises AssayError: no verdict could come of it.
        """
        questions = questions or [None] * len(responses)
        if not len(responses) == len(golds) == len(questions):
            raise ValueError(f"{len(responses)} responses, {len(golds)} golds, {len(questions)} questions: as many needed")
        records = []
        for response, gold, question in zip(responses, golds, questions):
            check = {"verifier": "answer", "gold": _plain(gold), "options": self._options}
            record = {"response": response, "checks": [check]}
            if question:
                record["prompt"] = question
            records.append(record)
        verdicts = self.verify(records)
        for verdict in verdicts:
            error = verdict.get("error") or {}
            if error.get("code") == "argument" and _is_below(error.get("field") or "", "checks[0].options"):
                raise AssayError(error["message"])
        return verdicts

    def scores(self, responses, golds, questions=None):
        """The scores of `answers`: 1.0 pass, 0.0 fail or invalid, None where there is no verdict."""
        scores = [verdict.get("score") for verdict in self.answers(responses, golds, questions)]
        return [score if score is None else float(score) for score in scores]

    def verify(self, records):
        """The verdicts on `records`, in their order. A record is an object as docs/formats.md has it, with one response.

        A record that cannot be judged has "label": "error" and says why; none is left out, and none is 0 for that.
        """
        for index, record in enumerate(records):
            if (count := _response_count(record)) > 1:
                raise ValueError(f"record {index} has {count} responses; one is expected, or a record for each")
        lines = [json.dumps({**record, "id": index}).encode() + b"\n" for index, record in enumerate(records)]
        verdicts = [None] * len(lines)
        open_lines = list(range(len(lines)))
        suspicions = collections.Counter()
        while open_lines:
            process = self._running()
            batch = process.ask([lines[index] for index in open_lines], self._timeout)
            for index, answer in zip(open_lines, batch.answers):
                verdicts[index] = self._verdict(answer, index, records[index])
            open_lines = open_lines[len(batch.answers) :]
            if open_lines and batch.is_suspect:
                suspicions[open_lines[0]] += 1
                if suspicions[open_lines[0]] >= SUSPECT_LIMIT:
                    verdicts[open_lines.pop(0)] = self._lost(records, process)
        self.counts.update(verdict["label"] for verdict in verdicts)
        return verdicts

    def close(self):
        """Ends the process. The client may be used again, with a new one."""
        with self._lock:
            process, self._process = self._process, None
        if process:
            process.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __del__(self):
        if process := getattr(self, "_process", None):
            process.release()

    def __getstate__(self):
        return self._settings

    def __setstate__(self, settings):
        self.__init__(**settings)

    @property
    def pid(self):
        """The id of the running process, or None."""
        with self._lock:
            return self._process.pid if self._process and self._process.is_alive else None

    def _running(self):
        with self._lock:
            process = self._process
            if process and process.is_alive:
                return process
            if process:
                self._barren = 0 if process.answered else self._barren + 1
            if self._barren >= BARREN_LIMIT:
                self._process, self._barren = None, 0
                raise AssayError(f"assay ended {BARREN_LIMIT} times without an answer: {process.last_words()}")
            binary = self._settings["binary"] or find_binary()
            command = [binary, "verify", "-", "--out", "-", "--quiet", "--evidence", self._settings["evidence"]]
            self._process = Process([*map(os.fspath, command), *self._settings["arguments"]])
            return self._process

    def _verdict(self, answer, index, record):
        verdict = json.loads(answer)
        if verdict.get("id") != index:
            raise AssayError(f"the answer to record {index} has the id {verdict.get('id')!r}")
        verdict.pop("line", None)
        if "id" in record:
            verdict["id"] = record["id"]
        else:
            del verdict["id"]
        return verdict

    @staticmethod
    def _lost(records, process):
        message = f"assay ended {SUSPECT_LIMIT} times over this record; {process.last_words()}"
        return {"label": "error", "error": {"code": "unavailable", "message": message}}


# Where `assay` looks for a response, in this order.
_RESPONSE_FIELDS = (
    "response", "responses", "completion", "completions", "filtered_resps", "resps", "output", "generation",
)


def _response_count(record):
    """How many responses a record has: a list of messages is one, any other list as many as its elements have."""

    def count(value):
        if not isinstance(value, (list, tuple)) or value and isinstance(value[0], dict) and "role" in value[0]:
            return 1
        return sum(map(count, value))

    return next((count(record[name]) for name in _RESPONSE_FIELDS if name in record), 1)


def _is_below(field, path):
    return field == path or field.startswith((path + ".", path + "["))


def _plain(gold):
    """A gold as JSON has it: arrays and numbers of other libraries are taken apart, floats become texts."""
    if hasattr(gold, "tolist"):
        gold = gold.tolist()
    if isinstance(gold, (list, tuple)):
        return [_plain(part) for part in gold]
    return gold if gold is None or type(gold) in (str, int, bool) else str(gold)


_clients = weakref.WeakSet()


def _after_fork():
    for client in list(_clients):
        client._lock = threading.Lock()
        process, client._process = client._process, None
        if process:
            process.abandon()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)

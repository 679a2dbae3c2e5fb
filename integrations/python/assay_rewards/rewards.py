# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Reward functions with the signatures that trainers call."""

import functools
import json
import os
import threading

from .client import Assay


class MissingVerdict(RuntimeError):
    """There is no verdict where a trainer needs a number."""


_lock = threading.Lock()
_clients = {}


def _client(preset="rl", options=None):
    """The client for these options, the same one in every call."""
    key = json.dumps([preset, options or {}], sort_keys=True)
    with _lock:
        if key not in _clients:
            _clients[key] = Assay(preset=preset, options=options)
        return _clients[key]


def _after_fork():
    # Another thread of the parent may have held it.
    global _lock
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def _text(message):
    """The text of a completion or a message: a text, a message, or a list of messages of which the last counts."""
    if isinstance(message, (list, tuple)):
        parts = [part for part in message if isinstance(part, dict)]
        if parts and "role" not in parts[0]:
            return "".join(part.get("text") or "" for part in parts)
        return _text(message[-1]) if message else ""
    if isinstance(message, dict):
        return _text(message.get("content") or "")
    return message if isinstance(message, str) else ""


def _question(prompt):
    """The text of the last user message."""
    if isinstance(prompt, (list, tuple)):
        asked = [message for message in prompt if isinstance(message, dict) and message.get("role") == "user"]
        return _text(asked[-1]) if asked else None
    return prompt if isinstance(prompt, str) else None


def answer_reward(prompts, completions, solution=None, answer=None, **kwargs):
    """TRL: 1.0 where a completion's final answer equals the gold in the column `solution` or `answer`, else 0.0.

    None where there is no verdict: TRL leaves such a completion out of its means.
    """
    return _answer_reward("rl", None, prompts, completions, solution=solution, answer=answer)


def make_answer_reward(preset="rl", options=None, name="answer_reward"):
    """TRL: `answer_reward` with another preset, or with options such as {"rel_tol": 0.01}; `name` is what TRL logs.

        reward_funcs=[make_answer_reward(preset="math", options={"canary": SALT})]
    """
    reward = functools.partial(_answer_reward, preset, options)
    reward.__name__ = name
    return reward


# The first two by position alone: a dataset may have columns of these names.
def _answer_reward(preset, options, /, prompts, completions, solution=None, answer=None, **kwargs):
    golds = solution if solution is not None else answer
    if golds is None:
        raise ValueError('answer_reward needs a column "solution" or "answer" with the gold answers')
    questions = [_question(prompt) for prompt in prompts] if prompts else None
    return _client(preset, options).scores([_text(completion) for completion in completions], list(golds), questions)


def compute_score(
    data_source, solution_str, ground_truth, extra_info=None, missing="raise", preset="rl", options=None, **kwargs
):
    """verl: 1.0 where the response's final answer equals the ground truth, else 0.0.

    verl has no missing reward, so what becomes of one has to be said (reward_kwargs): `missing="raise"` raises
    MissingVerdict, `missing="nan"` gives NaN for a reward manager that drops it, a number gives that number.
    """
    return compute_score_batch(
        [data_source], [solution_str], [ground_truth], [extra_info], missing=missing, preset=preset, options=options
    )[0]


def compute_score_batch(
    data_sources, solution_strs, ground_truths, extra_infos=None, missing="raise", preset="rl", options=None, **kwargs
):
    """The same for verl's batch reward manager."""
    instead = _missing(missing)
    count = len(solution_strs)
    questions = [(info or {}).get("question") for info in (extra_infos if extra_infos is not None else [None] * count)]
    golds = [truth.get("target", truth) if isinstance(truth, dict) else truth for truth in ground_truths]
    verdicts = _client(preset, options).answers(list(solution_strs), golds, questions)
    return [_number(verdict, instead) for verdict in verdicts]


def _missing(missing):
    """What to give for a missing verdict; None to raise."""
    if missing == "raise":
        return None
    try:
        return float(missing)
    except (TypeError, ValueError):
        raise ValueError(f'missing is {missing!r}; "raise", "nan" or a number is expected') from None


def _number(verdict, instead):
    score = verdict.get("score")
    if score is not None:
        return float(score)
    if instead is None:
        why = verdict.get("error", {}).get("message") or "the verifier cannot tell"
        raise MissingVerdict(f'{why} (label {verdict["label"]}); missing="nan" or a number says what to give instead')
    return instead

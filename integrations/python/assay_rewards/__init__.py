# Part of Assay. SPDX-License-Identifier: Apache-2.0
"""Assay's verdicts as rewards: one `assay` process kept alive over a pipe, and functions as trainers call them.

    from assay_rewards import answer_reward                      # TRL: reward_funcs=[answer_reward]
    from assay_rewards import compute_score                      # verl: custom_reward_function.name=compute_score
    from assay_rewards import Assay                              # anything else

A verdict that is missing (the verifier abstains, or the record is in error) is None, never 0.
"""

from .process import AssayError
from .client import Assay
from .rewards import MissingVerdict, answer_reward, compute_score, compute_score_batch, make_answer_reward

__all__ = [
    "Assay", "AssayError", "MissingVerdict", "answer_reward", "compute_score", "compute_score_batch", "make_answer_reward",
]

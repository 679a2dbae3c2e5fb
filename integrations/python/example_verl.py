# Part of Assay. SPDX-License-Identifier: Apache-2.0
# custom_reward_function.path=example_verl.py custom_reward_function.name=reward
# custom_reward_function.reward_kwargs.missing=raise
from assay_rewards import compute_score


def reward(data_source, solution_str, ground_truth, extra_info=None, missing="raise"):
    if data_source.startswith(("openai/gsm8k", "math")):
        return compute_score(data_source, solution_str, ground_truth, extra_info, missing=missing)
    raise NotImplementedError(data_source)

# Part of Assay. SPDX-License-Identifier: Apache-2.0
# custom_reward_function.path=example_verl.py custom_reward_function.name=reward
# custom_reward_function.reward_kwargs.missing=raise
from assay_rewards import compute_score


def reward(data_source, solution_str, ground_truth, extra_info=None, missing="raise"):
    # openai/gsm8k, lighteval/MATH, HuggingFaceH4/MATH-500, DigitalLearningGmbH/MATH-lighteval, math_dapo, …
    if any(name in data_source.lower() for name in ("gsm8k", "math", "aime")):
        return compute_score(data_source, solution_str, ground_truth, extra_info, missing=missing)
    raise NotImplementedError(data_source)

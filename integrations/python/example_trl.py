# Part of Assay. SPDX-License-Identifier: Apache-2.0
from assay_rewards import answer_reward
from datasets import Dataset
from trl import GRPOConfig, GRPOTrainer

questions = ["What is 1/2 + 1/4? Put the answer in \\boxed{}.", "How many primes are below 20? End with: The answer is N."]
dataset = Dataset.from_dict({"prompt": questions, "solution": ["\\frac34", "8"]})
trainer = GRPOTrainer(
    model="Qwen/Qwen2.5-0.5B-Instruct", reward_funcs=[answer_reward], args=GRPOConfig("out"), train_dataset=dataset
)
trainer.train()

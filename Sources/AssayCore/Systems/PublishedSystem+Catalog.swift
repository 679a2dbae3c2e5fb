// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension PublishedSystem {
    /// All fifty rows, by number.
    ///
    /// Authors are left out where they could not be confirmed.
    public static let all: [PublishedSystem] = [
        PublishedSystem(
            number: 1, name: "MMMT-IF",
            title: "MMMT-IF: A Challenging Multimodal Multi-Turn Instruction Following Benchmark",
            authors: "Epstein et al.", year: 2024, arXiv: "2409.18216",
            becomes: "benchmark: rules that accumulate over the turns of a conversation, decided without a model",
            state: .planned, command: nil),
        PublishedSystem(
            number: 2, name: "256 LLMs",
            title: "When Models Can't Follow: Testing Instruction Adherence Across 256 LLMs",
            authors: "Young, Gillins and Matthews", year: 2025, arXiv: "2510.18892",
            becomes: "benchmark `quick20` of Assay's own twenty prompts, run over many models and compared",
            state: .planned, command: nil),
        PublishedSystem(
            number: 3, name: "Retro-Reader",
            title: "Retrospective Reader for Machine Reading Comprehension",
            authors: "Zhang, Yang and Zhao", year: 2020, arXiv: "2001.09694",
            becomes: "verifier of answerability, benchmarks SQuAD 2.0 and NewsQA, strategy that reads twice and may "
                + "abstain",
            state: .planned, command: nil),
        PublishedSystem(
            number: 4, name: "Vibe Checker",
            title: "Vibe Checker: Aligning Code Evaluation with Human Preference",
            authors: "Zhong et al.", year: 2025, arXiv: "2510.07315",
            becomes: "verifier `lint` of Python code, catalog `vericode` of 30 instructions, benchmark `vibe-checker` "
                + "of tests and instructions with their composite; here on recorded responses, without a model that "
                + "chooses instructions",
            state: .part, command: "assay eval vibe-checker Examples/code-instructions.jsonl"),
        PublishedSystem(
            number: 5, name: "EvoSyn",
            title: "EvoSyn: Generalizable Evolutionary Data Synthesis for Verifiable Learning",
            authors: "Du et al.", year: 2025, arXiv: "2510.17928",
            becomes: "there: the pass matrix of programs and tests, and whether it tells them apart. To come: the "
                + "recipe of problems, solutions and tests, kept by an evolved ranking of each against all others",
            state: .part, command: "assay eval pass-matrix Examples/several-programs.jsonl"),
        PublishedSystem(
            number: 6, name: "KALMV",
            title: "Knowledge-Augmented Language Model Verification",
            authors: "Baek et al.", year: 2023, arXiv: "2310.12836",
            becomes: "verifier of retrieval and grounding errors; strategy that retrieves or generates again; recipe "
                + "for its training data",
            state: .planned, command: nil),
        PublishedSystem(
            number: 7, name: "VeriFree",
            title: "Reinforcing General Reasoning without Verifiers",
            authors: "Zhou et al.", year: 2025, arXiv: "2505.21493",
            becomes: "credit from the probability of the reference answer after a reasoning trace",
            state: .planned, command: nil),
        PublishedSystem(
            number: 8, name: "MIMIC-IT",
            title: "MIMIC-IT: Multi-Modal In-Context Instruction Tuning",
            authors: "Li et al.", year: 2023, arXiv: "2306.05425",
            becomes: "recipe: annotated images and videos to in-context instruction pairs in eight languages",
            state: .planned, command: nil),
        PublishedSystem(
            number: 9, name: "INSPO",
            title: "Agentic Policy Optimization via Instruction-Policy Co-Evolution",
            authors: "Zhou et al.", year: 2025, arXiv: "2512.01945",
            becomes: "credit and recipe: a population of instructions that evolves beside a policy",
            state: .planned, command: nil),
        PublishedSystem(
            number: 10, name: "instruct-qa",
            title: "Evaluating Correctness and Faithfulness of Instruction-Following Models for Question Answering",
            authors: "Adlakha et al.", year: 2023, arXiv: "2307.16877",
            becomes: "verifiers of correctness, faithfulness and refusal; benchmark; audit of metrics against people",
            state: .planned, command: nil),
        PublishedSystem(
            number: 11, name: "LLaVAR",
            title: "LLaVAR: Enhanced Visual Instruction Tuning for Text-Rich Image Understanding",
            authors: "Zhang et al.", year: 2023, arXiv: "2306.17107",
            becomes: "recipe: instruction data from pictures that contain text; benchmark of text questions",
            state: .planned, command: nil),
        PublishedSystem(
            number: 12, name: "HREF",
            title: "HREF: Human Response-Guided Evaluation of Instruction Following in Language Models",
            authors: "Lyu et al.", year: 2024, arXiv: "2412.15524",
            becomes: "benchmark: pairwise against a fixed baseline, guided by human responses; audit of the judges",
            state: .planned, command: nil),
        PublishedSystem(
            number: 13, name: "Verification dynamics",
            title: "Variation in Verification: Understanding Verification Dynamics in Large Language Models",
            authors: "Zhou et al.", year: 2025, arXiv: "2509.17995",
            becomes: "study: when a generative verifier can be trusted, by difficulty, generator and verifier",
            state: .planned, command: nil),
        PublishedSystem(
            number: 14, name: "Accuracy versus capability",
            title: "Reinforcement Learning vs. Distillation: Understanding Accuracy and Capability in LLM Reasoning",
            authors: "Kim et al.", year: 2025, arXiv: "2505.14216",
            becomes: "study: what training changed, in pass@1 and pass@k, before and after",
            state: .planned, command: nil),
        PublishedSystem(
            number: 15, name: "Solve-Detect-Verify",
            title: "Solve-Detect-Verify: Inference-Time Scaling with Flexible Generative Verifier",
            authors: "Zhong et al.", year: 2025, arXiv: "2505.11966",
            becomes: "strategy: stop at a complete solution, verify fast or slow, feed back; verifier that chooses "
                + "its effort",
            state: .planned, command: nil),
        PublishedSystem(
            number: 16, name: "Non-instructional fine-tuning",
            title: "Non-instructional Fine-tuning: Enabling Instruction-Following Capabilities in Pre-trained "
                + "Language Models without Instruction-Following Data",
            authors: "Xie et al.", year: 2024, arXiv: "2409.00096",
            becomes: "recipe: halves of plain texts and their continuations; verifier that finds instructions in them",
            state: .planned, command: nil),
        PublishedSystem(
            number: 17, name: "Light-IF",
            title: "Light-IF: Endowing LLMs with Generalizable Reasoning via Preview and Self-Checking for Complex "
                + "Instruction Following",
            authors: "Wang et al.", year: 2025, arXiv: "2508.03178",
            becomes: "recipe with classes of difficulty; credit of its token weights; verifier of lazy reasoning",
            state: .planned, command: nil),
        PublishedSystem(
            number: 18, name: "Compute-optimal test-time scaling",
            title: "Scaling LLM Test-Time Compute Optimally can be More Effective than Scaling Model Parameters",
            authors: "Snell et al.", year: 2024, arXiv: "2408.03314",
            becomes: "study and strategy: the best way to spend a budget at each difficulty",
            state: .planned, command: nil),
        PublishedSystem(
            number: 19, name: "Self-Judge",
            title: "Self-Judge: Selective Instruction Following with Alignment Self-Evaluation",
            authors: "Ye and Ng", year: 2024, arXiv: "2409.00935",
            becomes: "verifier that predicts quality and abstains at a guaranteed risk; recipe for its labels",
            state: .planned, command: nil),
        PublishedSystem(
            number: 20, name: "CoSineVerifier",
            title: "CoSineVerifier: Tool-Augmented Answer Verification for Computation-Oriented Scientific Questions",
            authors: "Feng et al.", year: 2025, arXiv: "2512.01224",
            becomes: "verifier of scientific answers: the rules are there (quantities with units and constants, exact "
                + "arithmetic, abstention with what a judge needs); a judge with tools where they do not suffice is to "
                + "come",
            state: .part, command: "assay verify Examples/answers.jsonl --default \"answer preset=science\""),
        PublishedSystem(
            number: 21, name: "CompassVerifier",
            title: "CompassVerifier: A Unified and Robust Verifier for LLMs Evaluation and Outcome Reward",
            authors: "Liu et al.", year: 2025, arXiv: "2508.03686",
            becomes: "verifier of correct, incorrect and invalid answers: the rules are there; the model, and recipes "
                + "for robustness, are to come",
            state: .part, command: "assay verify Examples/answers.jsonl"),
        PublishedSystem(
            number: 22, name: "TRM",
            title: "From Faithfulness to Correctness: Generative Reward Models that Think Critically",
            authors: "Ma et al.", year: 2025, arXiv: "2509.25409",
            becomes: "verifier of each sentence: faithful to the documents, and true",
            state: .planned, command: nil),
        PublishedSystem(
            number: 23, name: "Self-consistency for vision",
            title: "Self-Consistency as a Free Lunch: Reducing Hallucinations in Vision-Language Models via "
                + "Self-Reflection",
            authors: nil, year: 2025, arXiv: "2509.23236",
            becomes: "verifier of claims about pictures by asking the same model; recipe of preference pairs",
            state: .planned, command: nil),
        PublishedSystem(
            number: 24, name: "Natural Instructions",
            title: "Cross-Task Generalization via Natural Language Crowdsourcing Instructions",
            authors: "Mishra et al.", year: 2021, arXiv: "2104.08773",
            becomes: "benchmark: unseen tasks from written instructions, with parts switched on and off",
            state: .planned, command: nil),
        PublishedSystem(
            number: 25, name: "VeriGUI",
            title: "VeriGUI: Verifiable Long-Chain GUI Dataset",
            authors: "Liu et al.", year: 2025, arXiv: "2508.04026",
            becomes: "benchmark and verifier of long computer tasks, subtask by subtask",
            state: .planned, command: nil),
        PublishedSystem(
            number: 26, name: "Zero-shot robustness",
            title: "Evaluating the Zero-shot Robustness of Instruction-tuned Language Models",
            authors: "Sun, Shaib and Wallace", year: 2023, arXiv: "2306.11270",
            becomes: "study: one benchmark under many phrasings of the same instruction",
            state: .planned, command: nil),
        PublishedSystem(
            number: 27, name: "Jatmo",
            title: "Jatmo: Prompt Injection Defense by Task-Specific Finetuning",
            authors: "Piet et al.", year: 2023, arXiv: "2312.17673",
            becomes: "recipe of single-task training data; benchmark of quality and attack success",
            state: .planned, command: nil),
        PublishedSystem(
            number: 28, name: "David against Goliath",
            title: "Harnessing the Power of David against Goliath: Exploring Instruction Data Generation without "
                + "Using Closed-Source Models",
            authors: "Wang et al.", year: 2023, arXiv: "2308.12711",
            becomes: "recipe: instruction data from open models only, with a ledger of licences",
            state: .planned, command: nil),
        PublishedSystem(
            number: 29, name: "Format safety gap",
            title: "How (un)ethical are instruction-centric responses of LLMs? Unveiling the vulnerabilities of "
                + "safety guardrails to harmful queries",
            authors: "Banerjee et al.", year: 2024, arXiv: "2402.15302",
            becomes: "study: how much a guardrail's consistency depends on the requested format",
            state: .planned, command: nil),
        PublishedSystem(
            number: 30, name: "Implicit instruction tuning",
            title: "Instruction Following without Instruction Tuning",
            authors: "Hewitt et al.", year: 2024, arXiv: "2409.14254",
            becomes: "recipes of response-only and single-task data; strategy of a rule-based product; study of win "
                + "rates",
            state: .planned, command: nil),
        PublishedSystem(
            number: 31, name: "MulDimIF",
            title: "A Multi-Dimensional Constraint Framework for Evaluating and Improving Instruction Following in "
                + "Large Language Models",
            authors: "Ye et al.", year: 2025, arXiv: "2505.07591",
            becomes: "there: catalog `muldimif`, which parses a constraint's own sentence. To come: benchmark, "
                + "recipe, reward",
            state: .part, command: "assay verify Examples/muldimif.jsonl --as muldimif"),
        PublishedSystem(
            number: 32, name: "SPaR",
            title: "SPaR: Self-Play with Tree-Search Refinement to Improve Instruction-Following in Large Language "
                + "Models",
            authors: "Cheng et al.", year: 2024, arXiv: "2412.11605",
            becomes: "recipe: failed responses refined by tree search until they pass, paired with the originals",
            state: .planned, command: nil),
        PublishedSystem(
            number: 33, name: "OVM",
            title: "OVM, Outcome-supervised Value Models for Planning in Mathematical Reasoning",
            authors: "Yu, Gao and Wang", year: 2023, arXiv: "2311.09724",
            becomes: "strategy: beam search over steps guided by values; recipe for the values' labels",
            state: .planned, command: nil),
        PublishedSystem(
            number: 34, name: "ACT",
            title: "From Instructions to Constraints: Language Model Alignment with Automatic Constraint Verification",
            authors: "Wang et al.", year: 2024, arXiv: "2403.06326",
            becomes: "there: constraint satisfaction rate of each of several responses. To come: recipe of ranked "
                + "lists, ranking credit",
            state: .part, command: "assay verify Examples/several.jsonl"),
        PublishedSystem(
            number: 35, name: "TEMPO",
            title: "Exploiting Tree Structure for Credit Assignment in RL Training of LLMs",
            authors: "Tran et al.", year: 2025, arXiv: "2509.18314",
            becomes: "credit: values from the prefix tree of a group's responses",
            state: .planned, command: nil),
        PublishedSystem(
            number: 36, name: "CoT monitorability",
            title: "Measuring Chain-of-Thought Monitorability Through Faithfulness and Verbosity",
            authors: "Meek et al.", year: 2025, arXiv: "2510.27378",
            becomes: "benchmark: does a chain of thought admit its cues and state its factors",
            state: .planned, command: nil),
        PublishedSystem(
            number: 37, name: "InfinityInstruct-Subject",
            title: "Scaling Towards the Information Boundary of Instruction Set: InfinityInstruct-Subject "
                + "Technical Report",
            authors: "Du et al.", year: 2025, arXiv: "2507.06968",
            becomes: "recipe: tag, select, evolve and fill the gaps of an instruction set",
            state: .planned, command: nil),
        PublishedSystem(
            number: 38, name: "Decomposition monitor",
            title: "Monitoring Decomposition Attacks in LLMs with Lightweight Sequential Monitors",
            authors: "Yueh-Han et al.", year: 2025, arXiv: "2506.10949",
            becomes: "guard: a conversation's requests judged together as they come",
            state: .planned, command: nil),
        PublishedSystem(
            number: 39, name: "RL Tango",
            title: "RL Tango: Reinforcing Generator and Verifier Together for Language Reasoning",
            authors: "Zha et al.", year: 2025, arXiv: "2505.15034",
            becomes: "credit for a generator and its step verifier, trained together",
            state: .planned, command: nil),
        PublishedSystem(
            number: 40, name: "MultiTurnInstruct",
            title: "Can Language Models Follow Multiple Turns of Entangled Instructions?",
            authors: "Han et al.", year: 2025, arXiv: "2503.13222",
            becomes: "benchmark: nine abilities over several turns, decided by rules",
            state: .planned, command: nil),
        PublishedSystem(
            number: 41, name: "R-Tuning",
            title: "R-Tuning: Instructing Large Language Models to Say 'I Don't Know'",
            authors: "Zhang et al.", year: 2023, arXiv: "2311.09677",
            becomes: "recipe: data that says what a model knows; benchmark of refusals",
            state: .planned, command: nil),
        PublishedSystem(
            number: 42, name: "Labeling instructions",
            title: "Thinking Like an Annotator: Generation of Dataset Labeling Instructions",
            authors: "Chang et al.", year: 2023, arXiv: "2306.14035",
            becomes: "recipe: an illustrated guideline for each class of a labelled set",
            state: .planned, command: nil),
        PublishedSystem(
            number: 43, name: "Math-Rev and Code-Rev",
            title: "Improving LLM Reasoning through Scaling Inference Computation with Collaborative Verification",
            authors: "Liang et al.", year: 2024, arXiv: "2410.05318",
            becomes:
                "there: a verifier that holds a readable solution and its program against each other, and votes that "
                + "count by it. To come: the strategy that samples, translates and ranks them; recipe of verifier "
                + "pairs",
            state: .part, command: "assay verify Examples/annotations.jsonl"),
        PublishedSystem(
            number: 44, name: "Verifier-based scaling",
            title: "Scaling Test-Time Compute Without Verification or RL is Suboptimal",
            authors: "Setlur et al.", year: 2025, arXiv: "2502.12118",
            becomes: "study: will a verifier pay for this model, at equal budgets",
            state: .planned, command: nil),
        PublishedSystem(
            number: 45, name: "Safe",
            title: "Safe: Enhancing Mathematical Reasoning in Large Language Models via Retrospective Step-aware "
                + "Formal Verification",
            authors: "Liu et al.", year: 2025, arXiv: "2506.04592",
            becomes:
                "verifier that proves or refutes each step: arithmetic and algebra by exact computation and z3 are "
                + "there; Lean, formalisation by a model, and the strategy that ranks by it are to come",
            state: .part, command: "assay verify Examples/steps.jsonl"),
        PublishedSystem(
            number: 46, name: "AlpacaFarm",
            title: "AlpacaFarm: A Simulation Framework for Methods that Learn from Human Feedback",
            authors: "Dubois et al.", year: 2023, arXiv: "2305.14387",
            becomes: "simulated annotators, benchmark of win rates, recipe of preference data",
            state: .planned, command: nil),
        PublishedSystem(
            number: 47, name: "Verbalizer manipulation",
            title: "Instruction-following Evaluation through Verbalizer Manipulation",
            authors: "Li et al.", year: 2023, arXiv: "2307.10558",
            becomes: "benchmark: classification with natural, neutral and unnatural label words",
            state: .planned, command: nil),
        PublishedSystem(
            number: 48, name: "Injection robustness",
            title: "Evaluating the Instruction-Following Robustness of Large Language Models to Prompt Injection",
            authors: "Li et al.", year: 2023, arXiv: "2308.10819",
            becomes: "benchmark: a harmless second question hidden in the passage",
            state: .planned, command: nil),
        PublishedSystem(
            number: 49, name: "CoDI-Eval",
            title: "Benchmarking Large Language Models on Controllable Generation under Diversified Instructions",
            authors: "Chen et al.", year: 2024, arXiv: "2401.00690",
            becomes: "there: length and keyword verifiers. To come: the classifier tasks, benchmark, recipe of "
                + "wordings",
            state: .part, command: "assay verify Examples/codi-eval.jsonl --as codi-eval"),
        PublishedSystem(
            number: 50, name: "RISE",
            title: "Trust, But Verify: A Self-Verification Approach to Reinforcement Learning with Verifiable Rewards",
            authors: "Liu et al.", year: 2025, arXiv: "2505.13445",
            becomes: "credit and recipe: one model that solves and grades its own solutions",
            state: .planned, command: nil),
    ]
}

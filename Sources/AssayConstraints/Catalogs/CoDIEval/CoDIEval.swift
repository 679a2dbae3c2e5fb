// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

extension Catalog {
    /// The tasks of CoDI-Eval: length and keywords exactly; sentiment, topic and toxicity need a classifier and abstain.
    public static let codieval = Catalog(
        name: "codi-eval",
        title:
            "Benchmarking Large Language Models on Controllable Generation under Diversified Instructions (CoDI-Eval)",
        reference: "Xt-cyh/CoDI-Eval@274a98d", version: "1", hasLooseProtocol: false, failsBlank: false,
        definitions: [
            VerifierDefinition(
                "codi:length", "the number of words between white space, after an introduction that ends in a colon",
                [
                    .required("low", .number(0...Double.greatestFiniteMagnitude), "the fewest words"),
                    .required(
                        "high", .number(0...Double.greatestFiniteMagnitude), "the most words; 10000 for no limit"),
                    .optional("mode", .choice(CoDIEval.modes), "how the instruction words it"),
                ]
            ) { arguments, context throws(CheckError) in
                try CoDILengthRule(
                    low: arguments.number("low"), high: arguments.number("high"), conformance: context.conformance)
            },
            VerifierDefinition(
                "codi:keyword", "all words of a list in any inflection, and not another one",
                [
                    .required("label", .strings, "the words; \"a or b\" is met by either"),
                    .optional("anti_label", .string, "the word to avoid"),
                ],
                approximation: "lemmas come from a table and spelling instead of spaCy's en_core_web_md"
            ) { arguments, context throws(CheckError) in
                try CoDIKeywordRule(
                    label: arguments.strings("label"), avoided: arguments.string(ifGiven: "anti_label"),
                    conformance: context.conformance)
            },
            VerifierDefinition(
                "codi:class", "the sentiment or the topic, by a classifier; abstains, since none is built in",
                [.required("label", .string, "a sentiment or a topic of CoDI-Eval")]
            ) { arguments, _ throws(CheckError) in
                try CoDIEval.checkLabel(arguments.string("label"))
                return CoDIClassifierRule()
            },
            VerifierDefinition(
                "codi:toxicity", "the probability of toxicity, by a classifier; abstains, since none is built in",
                [.optional("context_id", .count, "the context that the record belongs to")]
            ) { _, _ in CoDIClassifierRule() },
        ])
}

/// Facts of CoDI-Eval that its catalog and its shape share.
enum CoDIEval {
    /// The ways to word a length.
    static let modes = ["at most", "at least", "equal to", "around", "between"]

    /// From here on a limit on words is none.
    static let unlimited = 10_000.0

    /// The labels of the sentiment task.
    static let sentiments = [
        "anger", "disgust", "fear", "joy", "sadness", "surprise", "positive sentiment", "neutral sentiment",
        "negative sentiment",
    ]

    /// The labels of the topic task; the classifier knows one more, `other_hobbies`.
    static let topics = [
        "arts_&_culture", "business_&_entrepreneurs", "celebrity_&_pop culture", "daily life", "family",
        "fashion_&_style", "film_&_tv_&_video", "fitness_&_health", "food_&_dining", "gaming",
        "learning_&_educational", "music", "other_hobbies", "relationships", "science_&_technology", "social concern",
        "sports", "travel_&_adventure", "youth_&_student life",
    ]

    /// Whether a text is a label that a classifier can give.
    static func isLabel(_ label: String) -> Bool { sentiments.contains(label) || topics.contains(label) }

    static func checkLabel(_ label: String) throws(CheckError) {
        guard !isLabel(label) else { return }
        let near = NearestName.find(label, in: sentiments + topics)
        throw CheckError(
            .argument, field: "label",
            "\"label\" is \"\(label)\", which is neither a sentiment nor a topic of CoDI-Eval"
                + (near.map { "; \"\($0)\" is the nearest" } ?? ""))
    }
}

/// Stands for a decision that a classifier has to make.
struct CoDIClassifierRule: Rule {
    func decide(_ input: borrowing RuleInput) -> Verdict {
        Verdict(.abstain, reason: Reason("classifier", "a classifier decides this task; none is built in"))
    }
}

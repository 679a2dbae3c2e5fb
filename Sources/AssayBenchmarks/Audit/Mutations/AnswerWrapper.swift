// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A way to write a right answer that leaves it right.
package struct AnswerWrapper: Sendable {
    /// Its name in reports.
    package let name: String
    private let make: @Sendable (String) -> String?

    private init(_ name: String, _ make: @escaping @Sendable (String) -> String?) {
        self.name = name
        self.make = make
    }

    /// The response that gives the answer this way; nil where it does not apply.
    package func response(_ answer: String) -> String? { make(answer) }

    /// The answer in a box and nothing else: what every other way is held against.
    package static let plain = AnswerWrapper("box") { "\\boxed{\($0)}" }

    /// All ways: twelve templates in each of four languages, then ways to set the same mathematics.
    package static let all: [AnswerWrapper] =
        Phrases.all.flatMap { phrases in
            templates.map { template in AnswerWrapper(template.name) { template.make(phrases, $0) } }
        } + settings

    // MARK: Templates

    /// What the templates say in one language.
    private struct Phrases: Sendable {
        var answerIs: String
        var finalAnswer: String
        var so: String
        var work: String
        var close: String

        static let all = [
            Phrases(
                answerIs: "The answer is", finalAnswer: "Final Answer", so: "Therefore we get",
                work: "Let us go step by step. First we look at what is given, then at what is asked.",
                close: "I hope it is correct."),
            Phrases(
                answerIs: "La réponse est", finalAnswer: "Réponse finale", so: "On obtient donc",
                work: "Procédons pas à pas. Voyons d'abord ce qui est donné, puis ce qui est demandé.",
                close: "J'espère que cela aide."),
            Phrases(
                answerIs: "La respuesta es", finalAnswer: "Respuesta final", so: "Así obtenemos",
                work: "Vamos paso a paso. Primero miramos los datos y luego lo que se pide.",
                close: "Espero que ayude."),
            Phrases(
                answerIs: "答案是", finalAnswer: "最终答案", so: "因此得到",
                work: "我们一步一步来。先看已知条件，再看所求。", close: "希望这对你有帮助。"),
        ]
    }

    private struct Template: Sendable {
        var name: String
        var make: @Sendable (Phrases, String) -> String?
    }

    private static let templates = [
        Template(name: "sentence") { "\($0.answerIs) \($1)." },
        Template(name: "sentence, math") { phrases, answer in math(answer).map { "\(phrases.answerIs) \($0)." } },
        Template(name: "sentence, box") { "\($0.so) $\\boxed{\($1)}$." },
        Template(name: "anchor") { "\($0.finalAnswer): \($1)" },
        Template(name: "anchor on its line") { "\($0.work)\n\n\($0.answerIs): \($1)\n" },
        Template(name: "bold heading") { "\($0.work)\n\n**\($0.finalAnswer)**\n\n$\\boxed{\($1)}$" },
        Template(name: "bold") { "\($0.work)\n\n\($0.answerIs) **\($1)**." },
        Template(name: "hashes") { "\($0.work)\n#### \($1)" },
        Template(name: "tag") { "\($0.work)\n<answer>\($1)</answer>" },
        Template(name: "display box") { "\($0.work)\n\\[\n\\boxed{\($1)}\n\\]" },
        Template(name: "closing words") { "\($0.work)\n\($0.answerIs) $\\boxed{\($1)}$. \($0.close)" },
        Template(name: "after a thought") {
            "<think>\n\($0.work) 17? No.\n</think>\n\n\($0.answerIs) $\\boxed{\($1)}$."
        },
    ]

    /// The answer between dollar signs; nil where it has some of its own, or is words.
    private static func math(_ answer: String) -> String? {
        guard !answer.contains("$"), !answer.contains("\\text{"),
            answer.utf8.contains(where: { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "\\") })
        else { return nil }
        return "$\(answer)$"
    }

    // MARK: Ways to set mathematics

    private static let settings = [
        AnswerWrapper("white space outside") { "\\boxed{  \($0) }" },
        AnswerWrapper("white space around signs") { answer in
            let spaced = spread(answer)
            return spaced == answer ? nil : "\\boxed{\(spaced)}"
        },
        AnswerWrapper("\\left and \\right") { answer in sized(answer).map { "\\boxed{\($0)}" } },
        AnswerWrapper("\\dfrac") { answer in
            guard answer.contains("\\frac") else { return nil }
            return "\\boxed{\(answer.replacing("\\frac", with: "\\dfrac"))}"
        },
        AnswerWrapper("\\displaystyle") { math($0) == nil ? nil : "\\boxed{\\displaystyle \($0)}" },
        AnswerWrapper("full stop inside") { "\\boxed{\($0).}" },
    ]

    /// Blanks around `+` and `=`, and behind commas that have one already.
    private static func spread(_ answer: String) -> String {
        guard !answer.contains("\\text") else { return answer }
        return answer.replacing("+", with: " + ").replacing("=", with: " = ").replacing(", ", with: ",  ")
    }

    /// Growing brackets in place of those that the answer begins and ends with.
    private static func sized(_ answer: String) -> String? {
        let pairs: [(String, String, String, String)] = [
            ("\\{", "\\}", "\\left\\{", "\\right\\}"), ("(", ")", "\\left(", "\\right)"),
            ("[", "]", "\\left[", "\\right]"), ("(", "]", "\\left(", "\\right]"), ("[", ")", "\\left[", "\\right)"),
        ]
        for (open, close, left, right) in pairs where answer.hasPrefix(open) && answer.hasSuffix(close) {
            let inner = answer.dropFirst(open.count).dropLast(close.count)
            if inner.contains(where: { "()[]".contains($0) }) { return nil }
            return left + inner + right
        }
        return nil
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Foundation
import Testing

/// Every pair in the tables of `docs/answers.md` is decided as the page says, with and without the option it names.
@Suite struct DocumentedAnswersTests {
    struct Pair: CustomTestStringConvertible, Sendable {
        var gold: String
        var answer: String
        var verdict: String
        var option: String?

        var testDescription: String { "\(gold) | \(answer)\(option.map { " with \($0)" } ?? ""): \(verdict)" }
    }

    private static let page: String = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/answers.md")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    static let pairs: [Pair] = rows(under: "| gold | answer | verdict | with |").flatMap { cells -> [Pair] in
        let pair = Pair(gold: code(cells[0]), answer: code(cells[1]), verdict: cells[2])
        let parts = cells[3].components(separatedBy: "`: ")
        guard parts.count == 2 else { return [pair] }
        return [pair, Pair(gold: pair.gold, answer: pair.answer, verdict: parts[1], option: code(parts[0] + "`"))]
    }

    /// The cells of each row of all tables with this heading.
    private static func rows(under heading: String) -> [[String]] {
        var rows: [[String]] = []
        var isInside = false
        for line in page.components(separatedBy: "\n") {
            if line == heading {
                isInside = true
            } else if !line.hasPrefix("| ") && !line.hasPrefix("|-") {
                isInside = false
            } else if isInside, !line.hasPrefix("|-") {
                // A bar inside code would end the cell; `\|` stands for it.
                let cells = line.replacingOccurrences(of: "\\|", with: "\u{1}").dropFirst().dropLast()
                    .components(separatedBy: "|")
                rows.append(
                    cells.map {
                        $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "\u{1}", with: "|")
                    })
            }
        }
        return rows
    }

    private static func code(_ cell: String) -> String { cell.trimmingCharacters(in: CharacterSet(charactersIn: "`")) }

    @Test func thereArePairs() {
        #expect(Self.pairs.count >= 90)
        #expect(Self.pairs.filter { $0.option != nil }.count >= 10)
    }

    /// Whether answers are compared at all.
    private static let isDecided =
        (try? VerifierRegistry([.answers]).decide(Check("answer", ["gold": "1"]), on: "The answer is 1").label) == .pass

    @Test(.enabled(if: isDecided, "the engine is not there yet"), arguments: pairs)
    func isDecidedSo(pair: Pair) throws {
        var check = try Check(commandLine: "answer " + (pair.option ?? ""))
        check.arguments["gold"] = .string(pair.gold)
        let verdict = try VerifierRegistry([.answers]).decide(check, on: "The answer is \(pair.answer)")
        #expect(verdict.label.rawValue == pair.verdict, "\(verdict.evidence.map(\.sentence))")
    }

    @Test func everyOptionHasARow() {
        let named = Self.rows(under: "| option | default | meaning |").map { Self.code($0[0]) }
        #expect(named == AnswerOptions.parameters.map(\.name))
        let presets = Self.rows(under: "| preset | what it sets |").map { Self.code($0[0]) }
        #expect(presets == AnswerOptions.Preset.allCases.map(\.rawValue))
    }
}

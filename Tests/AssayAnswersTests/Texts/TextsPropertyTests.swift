// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct TextsPropertyTests {
    static let rows =
        ChoiceKindTests.letters + ChoiceKindTests.sets + BooleanKindTests.table + TextKindTests.table
        + TimeAndDateTests.times + TimeAndDateTests.dates + ChemistryKindTests.table + ProgramOutputKindTests.freeRows

    /// The kinds that read a gold.
    static func kinds(_ gold: String, options: AnswerOptions = AnswerOptions()) -> [any AnswerKind] {
        let context = AnswerContext(options: options)
        let kinds: [(any AnswerKind)?] = [
            ChoiceKind(gold: gold, context: context), BooleanKind(gold: gold, context: context),
            DateKind(gold: gold, context: context), TimeKind(gold: gold, context: context),
            ChemistryKind(gold: gold, context: context), ProgramOutputKind(gold: gold, context: context),
            TextKind(gold: gold, context: context),
        ]
        return kinds.compactMap { $0 }
    }

    @Test func everyGoldEqualsItself() {
        for row in Self.rows {
            for kind in Self.kinds(row.gold) {
                let comparison = kind.compare(row.gold, context: AnswerContext())
                // Clock times may be ratios, symbols of elements variables: then other kinds decide.
                if kind is TimeKind || kind is ChemistryKind, comparison == nil { continue }
                #expect(comparison?.decision == .equal, "\(type(of: kind)): \(row.gold)")
            }
        }
    }

    /// Wrapping an answer never turns a verdict round.
    @Test func wrappersDoNotCount() {
        let wrappers: [(String, String)] = [
            ("\\text{", "}"), ("**", "**"), ("$", "$"), ("\\boxed{", "}"), ("  ", "\n"), ("\\mathrm{", "}"),
            ("\\(", "\\)"),
        ]
        for row in Self.rows where row.verdict == "=" && !row.answer.contains("`") {
            for kind in Self.kinds(row.gold) {
                guard let plain = kind.compare(row.answer, context: AnswerContext())?.decision, plain == .equal else {
                    continue
                }
                if kind is ProgramOutputKind { continue }
                for (open, close) in wrappers {
                    let found = kind.compare(open + row.answer + close, context: AnswerContext())?.decision
                    #expect(found == .equal, "\(type(of: kind)): \(row.gold) | \(open)\(row.answer)\(close)")
                }
            }
        }
    }

    @Test func anyInputReturns() {
        var state: UInt64 = 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let pieces =
            Self.rows.map { Array($0.answer.utf8) }
            + ["(", ")", "{", "}", "^", "_", "\\", "'", "\"", "[", "]", "é"]
            .map { Array($0.utf8) }
        for _ in 0..<4_000 {
            var bytes: [UInt8] = []
            for _ in 0..<(1 + next(4)) {
                let piece = pieces[next(pieces.count)]
                let cut = piece.isEmpty ? 0 : next(piece.count + 1)
                bytes += piece[..<cut]
                if next(5) == 0 { bytes.append(UInt8(next(256))) }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let gold = Self.rows[next(Self.rows.count)].gold
            for kind in Self.kinds(gold) {
                let first = kind.compare(text, context: AnswerContext())?.decision
                #expect(first == kind.compare(text, context: AnswerContext())?.decision)
            }
            for kind in Self.kinds(text) where !(kind is TimeKind || kind is ChemistryKind) {
                #expect(kind.compare(text, context: AnswerContext())?.decision == .equal, "\(type(of: kind)): \(text)")
            }
        }
    }

    @Test(
        .timeLimit(.minutes(2)),
        arguments: ["A, ", "(A) ", "not ", "yes or no ", "(", "{", "\\text{", "^{", "_(", "H", "1:", "a\u{301}"])
    func longInputIsLinear(_ piece: String) {
        let text = String(repeating: piece, count: 65_000 / piece.utf8.count)
        for gold in ["B", "AC", "Yes", "Evelyn", "Alice and Bob", "H_2O", "3:15 p.m.", "June 20", "{'a': 1}"] {
            for kind in Self.kinds(gold) { _ = kind.compare(text, context: AnswerContext()) }
        }
        var options = AnswerOptions()
        options.type = "program-output"
        for kind in Self.kinds(text, options: options) { _ = kind.compare(text, context: AnswerContext()) }
        _ = Self.kinds(text)
    }
}

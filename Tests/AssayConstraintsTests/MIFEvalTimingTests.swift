// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Foundation
import Testing

/// Prints how long the rules of M-IFEval take, and on what their time grows faster than the text; asserts no time.
@Suite(
    .serialized,
    .enabled(
        if: SharedData.exists && ProcessInfo.processInfo.environment["ASSAY_TIMING"] != nil,
        "ASSAY_TIMING is not set, or there is no shared data"))
struct MIFEvalTimingTests {
    @Test func decides() throws {
        let rules = try sampleRules()
        var lines: [(Double, String)] = []
        for (id, rule, texts) in rules {
            let sizes = texts.map(\.utf8.count).reduce(0, +)
            let best =
                (0..<5).map { _ in
                    let fresh = texts.map { Text($0, resources: SharedData.resources) }
                    return microseconds { for text in fresh { _ = rule.decide(RuleInput(response: text)) } }
                }.min() ?? 0
            let perText = best / Double(texts.count)
            lines.append((best / Double(sizes) * 1500, "\(id): \(perText) µs a text of \(sizes / texts.count) bytes"))
        }
        for (time, line) in lines.sorted(by: { $0.0 > $1.0 }) { print("  \(time) µs for 1500 bytes; \(line)") }
        #expect(!lines.isEmpty)
    }

    /// Pieces that are repeated up to the size of a text.
    static let pieces = [
        "「", "「a", "」", "『", "(", "*", "**", "* ", "\n* ", "\n-", "- ", "1. ", "1", "\n1.", "。", "の\n", "《", "《\n",
        "第1", "¿", "¿ ?", "¡",
        "#", "##", "##\n", "«", "\n", "\n\n", " ", "\n ", "\u{3000}", "a.", "A. ", "p. ", "p.", "p. d", "追伸", "a", "A",
        "é", "ñ ", "漢", "（か", "漢（",
        "です", "かな", "カ", "_", "> ", "# ", "...", "=", "http://a.", "a@b.", "1.1", "a/b", "a:b", "∯", "「(", "Ａ A", "a'b",
        "<<", "{\"a\":", "[",
        "[a", "***", "******", "***\n", "x\u{301}", "\u{301}", "tu", "t'", "-a", "😀", "！", "し", "願い。", "あ 。", "￥", "%",
        "$",
    ]

    @Test func growsWithTheText() throws {
        var found: [(Double, String)] = []
        for (id, rule, _) in try sampleRules() {
            for piece in Self.pieces {
                func time(_ size: Int) -> Double {
                    let bytes = String(repeating: piece, count: size / piece.utf8.count) + "z"
                    return (0..<2).map { _ in
                        let text = Text(bytes, resources: SharedData.resources)
                        return microseconds { _ = rule.decide(RuleInput(response: text)) }
                    }.min() ?? 0
                }
                let (small, large) = (time(4096), time(65536))
                let growth = large / max(small, 20)
                found.append((growth, "\(id) \(piece.debugDescription): \(small) µs, 16 times as long: \(large) µs"))
            }
        }
        for (growth, line) in found.sorted(by: { $0.0 > $1.0 }).prefix(25) { print("  \(growth) times: \(line)") }
        #expect(!found.isEmpty)
    }

    /// A rule for each id with arguments of the benchmark, and responses of its language.
    private func sampleRules() throws -> [(id: String, rule: any Rule, texts: [String])] {
        var result: [String: (id: String, rule: any Rule, texts: [String])] = [:]
        for (file, _) in MIFEvalAgreementTests.files {
            let records = try SharedData.records(file)
            let texts = records.map(\.response).filter { !$0.isEmpty }
            for record in records {
                for (id, arguments) in zip(record.instructions, record.arguments) where result[id] == nil {
                    let check = Check(VerifierID(id), arguments, catalog: "m-ifeval")
                    guard let rule = try? VerifierRegistry.standard.make(check) else { continue }
                    result[id] = (id, rule, texts)
                }
            }
        }
        return result.values.sorted { $0.id < $1.id }
    }

    private func microseconds(_ body: () -> Void) -> Double {
        let start = DispatchTime.now().uptimeNanoseconds
        body()
        return Double(DispatchTime.now().uptimeNanoseconds - start) / 1000
    }
}

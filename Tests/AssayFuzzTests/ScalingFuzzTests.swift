// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Foundation
import Testing

/// Every rule and every view on texts of n, 2n and 4n bytes: time that more than triples when the size doubles is a bug.
///
/// Runs where ASSAY_FUZZ_SECONDS is set; it takes as long as it takes.
@Suite(.enabled(if: FuzzRun.seconds != nil, "ASSAY_FUZZ_SECONDS is not set"))
struct ScalingFuzzTests {
    static let families: [String] = [
        "a", "a ", "word. ", "*", "**a", "*a* ", "\"", "\"a\" ", "(", ")(", "[a", "<<", "<a>", "#", "# a\n", "|",
        "| a |\n|-|\n",
        "\n", "a\n", "\n\n***\n\n", "- a\n", ".", ". ", "...a", "1", "1.", "1,", "{\"a\":", "[", "\\\"", "```", "`a",
        "é",
        "e\u{301}", "\u{301}", "😀", "👩\u{200D}", "漢", "漢。", "です。", "！", "¿a", "'", "l'", "s'", "http://a.", "a@", "a-",
        "-",
        "Mr. ", "A", "A ", "a,\"", "\t", " ", "\u{0}", "&", "</", "P.S.", "ab ba ", "the ",
    ]

    private static let sizes = [1 << 14, 1 << 15, 1 << 16]

    @Test func rulesAndViewsAreLinear() {
        var findings: [String] = []
        var calls: [(String, (Text) -> Void)] = TextFuzzTests.views.map { view in
            (view.name, { (text: Text) in _ = view.call(text) })
        }
        for definition in VerifierRegistry.standard.definitions {
            var random = FuzzRandom(seed: FuzzRun.seed, iteration: 0)
            var made = 0
            for _ in 0..<40 where made < 2 {
                let object = FuzzArguments.draw(definition.parameters, &random)
                guard let arguments = try? Arguments(object, parameters: definition.parameters),
                    let rule = try? definition.make(arguments, RuleContext())
                else { continue }
                made += 1
                var json = JSONWriter()
                json.value(.object(object))
                let name =
                    "\(definition.catalog)/\(definition.id) \(String(decoding: json.bytes.prefix(200), as: UTF8.self))"
                calls.append(
                    (name, { (text: Text) in _ = rule.decide(RuleInput(response: text, wantsEvidence: .all)) }))
            }
        }
        for family in Self.families {
            let unit = Array(family.utf8)
            let texts = Self.sizes.map { size in
                Array(repeatElement(unit, count: size / unit.count).joined())
            }
            for (name, call) in calls {
                // A first look at the largest alone: what is quick there cannot be measured.
                let last = Self.time(texts[2], call)
                guard last > 0.006 else { continue }
                var times = texts.map { Self.time($0, call) }
                if times[2] > times[1] * 3, times[1] > times[0] * 3 {
                    times = texts.map { text in (0..<3).map { _ in Self.time(text, call) }.min() ?? 0 }
                }
                if times[2] > times[1] * 3, times[1] > times[0] * 3 || times[2] > 0.05 {
                    let figures = times.map { String(format: "%.1f", $0 * 1000) }.joined(separator: ", ")
                    findings.append("\(name) on \(family.debugDescription): \(figures) ms")
                }
            }
        }
        print("ScalingFuzzTests: \(calls.count) calls on \(Self.families.count) families, \(findings.count) findings")
        for finding in findings { Issue.record("not linear: \(finding)") }
    }

    private static func time(_ bytes: [UInt8], _ call: (Text) -> Void) -> Double {
        let start = FuzzRun.now(CLOCK_THREAD_CPUTIME_ID)
        call(Text(bytes))
        return FuzzRun.now(CLOCK_THREAD_CPUTIME_ID) - start
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

/// Random patterns on random texts: no crash, no hang, and the cheap questions agree with the dear ones.
struct PatternFuzzTests {
    private static let atoms = [
        "a", "b", "ab", ".", "\\w", "\\W", "\\d", "\\s", "\\S", "\\b", "\\B", "^", "$", "\\A", "\\Z", "[a-c]", "[^a]",
        "[\\w-]", "é", "漢", "😀", "[à-ÿ]", "\\.", "\\n", "(?i:A)", "(?:)", " ", "\\*", "#", "-", "[^\\W\\d_]", "İ", "ſ",
    ]

    static func pattern(_ random: inout FuzzRandom, depth: Int = 0) -> String {
        var text = ""
        for _ in 0..<random.below(4) + 1 {
            var item: String
            switch depth > 5 ? 0 : random.below(8) {
            case 0...4: item = random.pick(atoms)
            case 5: item = "(" + pattern(&random, depth: depth + 1) + ")"
            case 6: item = "(?:" + pattern(&random, depth: depth + 1) + "|" + pattern(&random, depth: depth + 1) + ")"
            default: item = "(" + pattern(&random, depth: depth + 1) + "|" + pattern(&random, depth: depth + 1) + "|)"
            }
            switch random.below(9) {
            case 0: item += random.pick(["*", "*?"])
            case 1: item += random.pick(["+", "+?"])
            case 2: item += random.pick(["?", "??"])
            case 3:
                let low = random.below(random.pick([3, 12, 100]))
                item += random.pick(["{\(low)}", "{\(low),}", "{\(low),\(low + random.below(20))}", "{,\(low)}"])
            default: break
            }
            text += item
        }
        return text
    }

    @Test func engine() throws {
        try FuzzRun.run("PatternFuzzTests", iterations: 150) { run in
            var source = Self.pattern(&run.random)
            if run.random.once(in: 8) {
                var bytes = Array(source.utf8)
                for _ in 0..<run.random.below(4) + 1 { bytes = FuzzText.mutated(bytes, &run.random) }
                source = String(decoding: bytes.prefix(4000), as: UTF8.self)
            }
            if run.random.once(in: 20) {
                source = String(decoding: FuzzText.make(&run.random, limit: 4000), as: UTF8.self)
            }
            let flags = Pattern.Flags(rawValue: run.random.below(32))
            let name = Array(source.utf8)
            guard let pattern = run.time("compile", size: name.count, name, { try? Pattern(source, flags: flags) })
            else { return }
            for _ in 0..<2 {
                let text: [UInt8]
                if run.random.once(in: 3) {
                    text = FuzzText.make(&run.random)
                } else {
                    let parts = ["a", "b", "ab", "c", " ", "A", "é", "漢", "1", "\n", "-", "."].map { Array($0.utf8) }
                    let few = (0..<run.random.below(4) + 1).map { _ in run.random.pick(parts) } + [[]]
                    text = FuzzText.repeated(few, run.random.size(FuzzText.largest), &run.random)
                }
                Self.ask(pattern, text, name, run)
            }
        }
    }

    private static func ask(_ pattern: Pattern, _ text: [UInt8], _ name: [UInt8], _ run: FuzzRun) {
        func time<T>(_ what: String, _ body: () -> T) -> T {
            run.time(what, size: text.count, name + [0x0A] + text, body)
        }
        let first = time("firstRange") { pattern.firstRange(in: text) }
        let found = time("contains") { pattern.contains(in: text) }
        let match = time("firstMatch") { pattern.firstMatch(in: text) }
        let ranges = time("ranges") { pattern.ranges(in: text) }
        let count = time("count") { pattern.count(in: text) }
        _ = time("prefixMatch") { pattern.prefixMatch(in: text) }
        let whole = time("matchesWhole") { pattern.matchesWhole(text) }
        let fullMatch = time("fullMatch") { pattern.fullMatch(in: text) }
        if run.random.once(in: 4) {
            let matches = time("matches") { pattern.matches(in: text) }
            if matches.map(\.range) != ranges { run.fail("matches", "not the ranges", name + [0x0A] + text) }
            _ = time("split") { pattern.split(text) }
            _ = time("replacing") { pattern.replacing(in: text, with: [0x78]) }
        }
        if found != (first != nil) || match?.range != first || ranges.first != first || count != ranges.count
            || whole != (fullMatch != nil)
        {
            run.fail("answers", "do not agree", name + [0x0A] + text)
        }
        if ranges.contains(where: { $0.upperBound > text.count }) {
            run.fail("ranges", "outside", name + [0x0A] + text)
        }
    }
}

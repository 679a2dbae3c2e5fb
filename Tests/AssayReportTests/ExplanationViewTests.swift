// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayReport
import Testing

struct ExplanationViewTests {
    private func explanations(color: Bool, width: Int, view: ExplanationView = ExplanationView()) throws -> [String] {
        try ScriptedRun(ReportPageTests.records(), by: "model").samples.samples
            .map { view.render($0, color: color, width: width) }
    }

    @Test(arguments: [false, true])
    func explanationsAreAsExpected(color: Bool) throws {
        let text = try explanations(color: color, width: 80).joined(separator: "\n")
        #expect(try text == Golden.text("explanations.\(color ? "color" : "plain").txt", now: text))
    }

    @Test func placesAreMarked() throws {
        let plain = try explanations(color: false, width: 80)[0]
        #expect(plain.contains("Es «wärm»t & <b>glüht</b>."))
        #expect(plain.contains("words: 12, at least 300 required"))
        #expect(plain.contains("fail, loose pass"))
        let color = try explanations(color: true, width: 80)[0]
        #expect(color.contains("Es \u{1B}[4;31mwärm\u{1B}[0mt"))
        #expect(!color.contains("«"))
    }

    @Test(arguments: [false, true])
    func onlyOurOwnSequencesReachTheTerminal(color: Bool) throws {
        for text in try explanations(color: color, width: 60) {
            var rest = text
            for sequence in ["0", "1", "2", "31", "32", "33", "34", "35", "4;31", "4;32", "4;33", "4;34", "4;35"] {
                rest = rest.replacing("\u{1B}[\(sequence)m", with: color ? "" : "\u{1B}[\(sequence)m")
            }
            #expect(!rest.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
            #expect(!rest.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E })
        }
    }

    @Test(arguments: [40, 60, 100], [false, true])
    func linesFit(width: Int, color: Bool) throws {
        for line in try explanations(color: false, width: width).joined().split(separator: "\n") {
            #expect(line.unicodeScalars.count <= width, "\(line)")
        }
    }

    @Test func longResponsesAreShortenedAroundThePlaces() throws {
        let text = String(repeating: "lorem ipsum ", count: 20_000)
        let run = try ScriptedRun([
            ScriptedRun.record(
                id: "long", prompt: text, response: .string(text),
                checks: [["verifier": "language", "say": "fail", "measure": "m", "from": 120_000, "to": 120_005]])
        ])
        let sample = try #require(run.samples.samples.first)
        let shown = ExplanationView().render(sample, color: false, width: 80)
        #expect(shown.utf8.count < 5000)
        #expect(shown.contains("«lorem»"))
        #expect(shown.contains("bytes …]"))
        #expect(shown.contains("more bytes)"))
    }

    @Test func blankPlacesAreSeen() throws {
        let run = try ScriptedRun([
            ScriptedRun.record(
                id: "b", prompt: "p", response: "a \n b",
                checks: [["verifier": "language", "say": "fail", "measure": "m", "from": 1, "to": 4]])
        ])
        let sample = try #require(run.samples.samples.first)
        #expect(ExplanationView().render(sample, color: false, width: 80).contains("a«␣⏎\n  ␣»b"))
    }
}

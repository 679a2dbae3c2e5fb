// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayReport
import Foundation
import Testing

struct ReportPageTests {
    /// Records of every kind: all labels, errors, several responses, hostile texts, evidence inside scalars and beyond ends.
    static func records() -> [String] {
        let pass: JSONValue = ["verifier": "format:json", "say": "pass"]
        let fail: JSONValue = [
            "verifier": "length:words", "say": "fail", "loose": "pass", "measure": "words", "found": 12,
            "required": "at least 300", "from": 3, "to": 8,
        ]
        var lines = [
            ScriptedRun.record(id: "p1", prompt: "Say it.", response: "It is said.", checks: [pass], model: "a"),
            ScriptedRun.record(
                id: "f1", prompt: "Say more.", response: "Es wärmt & <b>glüht</b>.\nJa.", checks: [fail, pass],
                model: "a"),
            ScriptedRun.record(
                id: "s1", prompt: "Twice.", response: ["one", "two"],
                checks: [["verifier": "keywords:sun", "say": "fail"]], model: "b"),
            ScriptedRun.record(
                id: "i1", prompt: "Cut.", response: "cut",
                checks: [["verifier": "language", "say": "invalid", "reason": "the reasoning never ends"]], model: "b"),
            ScriptedRun.record(
                id: "a1", prompt: "Unsure.", response: "hm",
                checks: [["verifier": "length:sentences", "say": "abstain", "reason": "budget"]], model: "b"),
            ScriptedRun.record(id: "e1", prompt: "?", response: "x", checks: [["verifier": "no:such"]], model: "b"),
            ScriptedRun.record(
                id: "m1", prompt: "Marks.", response: "日本語",
                checks: [
                    ["verifier": "length:words", "say": "fail", "measure": "inside", "from": 1, "to": 2],
                    ["verifier": "length:words", "say": "fail", "measure": "beyond", "from": -5, "to": 99],
                ], model: "b"),
            "{\"id\":\"bad\",\"response\":7,\"checks\":[\"language\"],\"model\":\"b\"}",
        ]
        for (index, text) in HostileText.all.enumerated() {
            lines.append(
                ScriptedRun.record(
                    id: "h\(index) \(text)", prompt: text, response: .string(text),
                    checks: [
                        [
                            "verifier": "keywords:sun", "id": .string(text), "say": "fail", "measure": .string(text),
                            "found": .string(text), "required": .string(text), "reason": .string(text), "from": 0,
                            "to": 4,
                        ]
                    ], model: text))
        }
        return lines
    }

    static func page(
        _ lines: [String], by: String? = "model", protocol verificationProtocol: VerificationProtocol = .both,
        limit: Int = SampleCollector.maximumBytes
    ) throws -> String {
        let run = try ScriptedRun(lines, by: by, protocol: verificationProtocol)
        let page = ReportPage(
            summary: run.summary, samples: run.samples, by: by, stamp: run.stamp,
            title: "responses \(HostileText.script)", limit: limit)
        return String(decoding: page.render(), as: UTF8.self)
    }

    /// The data of a page's samples.
    static func data(_ page: String) throws -> [String: Any] {
        let start = try #require(page.range(of: "id=\"data\">"))
        let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
        let json = Data(page[start.upperBound..<end.lowerBound].utf8)
        return try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    }

    static func samples(_ page: String) throws -> [[String: Any]] {
        try #require(try data(page)["samples"] as? [[String: Any]])
    }

    @Test(arguments: VerificationProtocol.allCases, ["model", nil] as [String?])
    func pageIsSoundAndInert(verificationProtocol: VerificationProtocol, by: String?) throws {
        let page = try ReportPageTests.page(ReportPageTests.records(), by: by, protocol: verificationProtocol)
        let check = HTMLCheck(page)
        #expect(check.problem == nil)
        // Its own script and its own data; nothing from a response has become an element.
        #expect(check.elements.count { $0 == "script" } == 2)
        #expect(!check.elements.contains("img"))
        #expect(!check.elements.contains("link"))
        #expect(!page.contains("<!--"))
        #expect(!page.contains(" onmouseover=\""))
        #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(!page.unicodeScalars.contains { (0x2028...0x202E).contains($0.value) || $0.value == 0x2066 })
        #expect(page.contains("&lt;/script&gt;"))
        #expect(page.contains("\\u003c/script>"))
    }

    @Test func pageLoadsNothing() throws {
        let page = try ReportPageTests.page(ReportPageTests.records())
        #expect(page.contains("default-src 'none'; script-src 'sha256-"))
        #expect(!page.contains("unsafe-inline"))
        #expect(!page.contains(" src=") || !page.contains("<script src"))
        let markup = try #require(page.range(of: "</style>")).upperBound..<page.endIndex
        // Links lead to places on the page alone.
        for link in page[markup].split(separator: "href=\"").dropFirst() { #expect(link.hasPrefix("#")) }
        #expect(!page.contains("innerHTML"))
        #expect(!page.contains("url("))
        #expect(!page.contains("@import"))
    }

    @Test func pageIsTheSameTwice() throws {
        let lines = ReportPageTests.records()
        #expect(try ReportPageTests.page(lines) == ReportPageTests.page(lines))
    }

    @Test func figuresStandOnThePage() throws {
        let page = try ReportPageTests.page(ReportPageTests.records())
        for text in [
            "17 of 17 samples embedded", "Responses, strict", "95 % interval", "By model", "By check",
            "href=\"#check=length:words&amp;label=fail\"", "2 records ended in error", "n = pass + fail + invalid",
            "scripted 1 (none)", "Per prompt, over its responses",
        ] { #expect(page.contains(text), "\(text)") }
        // One protocol alone has no second figure.
        let strict = try ReportPageTests.page(ReportPageTests.records(), protocol: .strict)
        #expect(!strict.contains("Responses, strict"))
        #expect(strict.contains(">Responses<"))
    }

    @Test func failuresComeFirst() throws {
        let samples = try ReportPageTests.samples(ReportPageTests.page(ReportPageTests.records()))
        #expect(samples.count == 17)
        #expect(samples.last?["id"] as? String == "p1")
        #expect(samples.dropLast().allSatisfy { $0["l"] as? String != "pass" })
    }

    @Test func reasonsAndPlacesAreInTheData() throws {
        let page = try ReportPageTests.page(ReportPageTests.records())
        let samples = try ReportPageTests.samples(page)
        let sample = try #require(samples.first { $0["id"] as? String == "f1" })
        #expect(sample["l"] as? String == "fail")
        #expect(sample["o"] as? String == "pass")
        let checks = try #require(sample["c"] as? [[String: Any]])
        #expect(checks[0]["l"] as? String == "fail")
        #expect(checks[0]["o"] as? String == "pass")
        #expect((checks[0]["f"] as? [[Any]])?.first?.prefix(3).map { "\($0)" } == ["words", "12", "at least 300"])
        // Bytes 3..<8 of "Es wärmt": the scalar at the fifth byte has two.
        let pieces = try #require(sample["r"] as? [Any])
        #expect(pieces[0] as? String == "Es ")
        #expect((pieces[1] as? [Any])?.first as? String == "wärm")
        #expect(pieces[2] as? String == "t & <b>glüht</b>.\nJa.")
    }

    @Test func placesAreBroughtIntoTheText() throws {
        let samples = try ReportPageTests.samples(ReportPageTests.page(ReportPageTests.records()))
        let sample = try #require(samples.first { $0["id"] as? String == "m1" })
        let pieces = try #require(sample["r"] as? [[Any]])
        #expect(pieces.map { $0.first as? String } == ["日", "本語"])
        #expect(pieces.map { $0.dropFirst().compactMap { $0 as? Int } } == [[0, 1], [1]])
    }

    @Test func promptsAreEmbeddedOnce() throws {
        let prompt = "The same long prompt for everybody."
        let lines = (0..<50).map {
            ScriptedRun.record(id: "\($0)", prompt: prompt, response: "x", checks: ["language"])
        }
        let page = try ReportPageTests.page(lines, by: nil)
        #expect(page.split(separator: prompt, omittingEmptySubsequences: false).count == 2)
        #expect(try (ReportPageTests.data(page)["prompts"] as? [Any])?.count == 1)
    }

    @Test func bytesHaveALimit() throws {
        let lines = (0..<20).map {
            ScriptedRun.record(
                id: "\($0)", prompt: "p\($0)", response: .string(String(repeating: "x", count: 900)),
                checks: [["verifier": "language", "say": $0 < 5 ? "pass" : "fail"]])
        }
        let page = try ReportPageTests.page(lines, by: nil, limit: 10_800)
        #expect(try ReportPageTests.samples(page).count == 10)
        #expect(
            page.contains("10 of 20 samples embedded: the first 10 that do not pass of 15, none of the 5 that pass."))
        let wider = try ReportPageTests.page(lines, by: nil, limit: 18_000)
        #expect(wider.contains("17 of 20 samples embedded: all 15 that do not pass, the first 2 that pass of 5."))
    }

    @Test func samplesHaveALimit() throws {
        let lines = (0..<SampleCollector.maximumCount + 7).map {
            "{\"id\":\($0),\"response\":\"x\",\"checks\":[\"language\"]}"
        }
        let page = try ReportPageTests.page(lines, by: nil)
        #expect(try ReportPageTests.samples(page).count == 10_000)
        #expect(page.contains("10,000 of 10,007 samples embedded: the first 10,000 that pass of 10,007."))
    }

    @Test func longTextsAreCut() throws {
        let text = String(repeating: "ä", count: 700_000)
        let page = try ReportPageTests.page(
            [
                ScriptedRun.record(
                    id: "long", prompt: "p", response: .string(text),
                    checks: [
                        ["verifier": "language", "say": "fail", "measure": "m", "from": 1_399_990, "to": 1_400_000]
                    ])
            ], by: nil)
        let sample = try #require(ReportPageTests.samples(page).first)
        #expect(sample["cut"] as? Int == 1_400_000 - 1 << 20)
        #expect((sample["r"] as? [String])?.first?.utf8.count == 1 << 20)
    }

    @Test func emptyRunsHaveAPage() throws {
        let stamp = try ScriptedRun([]).stamp
        let page = ReportPage(
            summary: VerificationSummary(), samples: SampleCollector(), by: nil, stamp: stamp, title: "nothing")
        let text = String(decoding: page.render(), as: UTF8.self)
        #expect(HTMLCheck(text).problem == nil)
        #expect(text.contains("0 of 0 samples embedded"))
    }
}

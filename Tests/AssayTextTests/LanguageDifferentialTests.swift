// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Foundation
import Testing

/// Compares with langdetect itself; `ASSAY_LANGUAGE_TEXTS` says with how many texts (300), `ASSAY_PYTHON` with which
/// interpreter.
@Suite struct LanguageDifferentialTests {
    private struct Case: Decodable {
        let text: String
        let features: Int
        let answers: [String: Int]
    }

    private static let responses = ReferenceScript.root.appendingPathComponent("../shared/data/ifeval")
    private static let number = ProcessInfo.processInfo.environment["ASSAY_LANGUAGE_TEXTS"].flatMap { Int($0) } ?? 300

    @Test(
        .enabled(
            if: ReferenceScript.canImport(["langdetect"]), "needs Python 3.11 with langdetect 1.0.9 (ASSAY_PYTHON)"))
    func agreesWithLangdetect() throws {
        let directory = try? FileManager.default.contentsOfDirectory(atPath: Self.responses.path)
        let files = (directory ?? []).filter { $0.hasSuffix(".jsonl.gz") }.sorted()
        let paths = files.map { Self.responses.appendingPathComponent($0).path }
        let arguments = ["--texts", "\(Self.number)", "--runs", "8"]
        let output = try #require(ReferenceScript.output(of: "language_differential.py", arguments + paths))
        var unanimous = 0
        var contested = 0
        var likeliest = 0
        var differences: [String] = []
        for line in output.split(separator: 0x0A) {
            let item = try JSONDecoder().decode(Case.self, from: Data(line))
            let bytes = [UInt8](item.text.utf8)
            let features = LanguageIdentifier.featureCount(of: bytes)
            #expect(features == item.features, "\(item.text.debugDescription)")
            let answer = LanguageIdentifier.identify(bytes)
            if item.answers.count < 2 {
                unanimous += 1
                if answer != item.answers.keys.first {
                    differences.append(
                        "\(answer ?? "nil") for \(item.answers): \(item.text.prefix(200).debugDescription)")
                }
            } else {
                contested += 1
                let most = item.answers.values.max()
                if let answer, item.answers[answer] == most { likeliest += 1 }
            }
        }
        print(
            "texts with one answer: \(unanimous), different: \(differences.count);",
            "with several: \(contested), the most frequent given: \(likeliest)")
        for difference in differences { print(difference) }
        #expect(unanimous > Self.number / 2)
        // A rare answer can come up eight times in a row.
        #expect(differences.count * 500 <= unanimous)
        #expect(likeliest * 10 >= contested * 6)
    }
}

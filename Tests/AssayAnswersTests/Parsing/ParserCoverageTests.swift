// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore
import Foundation
import Testing

/// The shared answer data, where it is there: every gold and every bare answer of a mathematical type is read.
@Suite struct ParserCoverageTests {
    /// The folder of the answer data beside the repository.
    static let folder: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<5 { url.deleteLastPathComponent() }
        let beside = url.appendingPathComponent("shared/data/answers").path
        if FileManager.default.fileExists(atPath: beside) { return beside }
        return url.deletingLastPathComponent().appendingPathComponent("shared/data/answers").path
    }()

    static let exists = FileManager.default.fileExists(atPath: folder + "/pairs.jsonl.gz")

    /// Types whose answers are no mathematics.
    static let otherTypes: Set<String> = [
        "boolean", "chemistry", "choice", "choice_multi", "currency", "extraction", "extraction_multilingual", "text",
        "time",
    ]

    @Test(.enabled(if: exists, "the shared answer data is not beside the repository"))
    func readsAllMathematics() throws {
        let source = try ByteSource(path: Self.folder + "/pairs.jsonl.gz")
        var bytes: [UInt8] = []
        while try source.read(into: &bytes, limit: bytes.count + 1 << 20) > 0 {}
        let parser = MathParser()
        var seen: Set<String> = []
        var failures: [String] = []
        var changed: [String] = []
        for line in bytes.split(separator: 0x0A) {
            let root = try JSONDocument(Array(line)).root
            guard let type = root["type"]?.string, !Self.otherTypes.contains(type) else { continue }
            var texts = [root["gold"]?.string ?? ""]
            if root["form"]?.string == "answer" { texts.append(root["response_or_answer"]?.string ?? "") }
            for text in texts.map(Self.peeled) where seen.insert(text).inserted && text.utf8.count < 200 {
                switch parser.parse(text) {
                case .failure(let failure): failures.append("\(type): \(text) — \(failure.message)")
                case .success(let tree):
                    if parser.parse(tree.printed) != .success(tree) { changed.append("\(text) as \(tree.printed)") }
                }
            }
        }
        print("parser coverage: \(seen.count) texts, \(failures.count) not read")
        for failure in failures { print("  \(failure)") }
        #expect(Double(failures.count) <= 0.01 * Double(seen.count))
        #expect(changed.isEmpty)
    }

    /// Takes off dollar signs and boxes around an answer.
    static func peeled(_ text: String) -> String {
        var text = text[...]
        func trim() { text = text.drop { $0.isWhitespace } }
        trim()
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        for (open, close) in [("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]"), ("\\boxed{", "}")]
        where text.hasPrefix(open) && text.hasSuffix(close) && text.count >= open.count + close.count {
            text = text.dropFirst(open.count).dropLast(close.count)
        }
        return String(text)
    }
}

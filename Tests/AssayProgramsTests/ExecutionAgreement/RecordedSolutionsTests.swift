// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Foundation
import Testing

/// Recorded solutions to GSM8K's questions with labels, which lie beside the repository; absent in most checkouts.
enum RecordedSolutions {
    struct Solution: Sendable {
        var id: String
        var question: String
        var response: String
        var isRight: Bool
    }

    private static let path: String? = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let name = "shared/data/answers/responses.jsonl.gz"
        return [folder, folder.deletingLastPathComponent()].map { $0.appendingPathComponent(name).path }
            .first { FileManager.default.fileExists(atPath: $0) }
    }()

    /// Whether the data is there; says so where it is not.
    static let exists: Bool = {
        if path == nil { print("Recorded solutions are not held against programs: shared/data/answers is not there.") }
        return path != nil
    }()

    /// The labelled solutions of a type.
    static func all(_ type: String) throws -> [Solution] {
        guard let path else { return [] }
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while try source.read(into: &bytes, limit: bytes.count + 1 << 20) > 0 {}
        return try bytes.split(separator: 0x0A).compactMap { line in
            let root = try JSONDocument(Array(line)).root
            guard root["type"]?.string == type, let isRight = root["expected"]?.bool else { return nil }
            return Solution(
                id: root["id"]?.string ?? "", question: root["question"]?.string ?? "",
                response: root["response_or_answer"]?.string ?? "", isRight: isRight)
        }
    }
}

/// What agreement says of right and of wrong solutions.
struct AgreementCounts {
    var right: [Agreement: Int] = [:]
    var wrong: [Agreement: Int] = [:]

    mutating func add(_ agreement: Agreement, _ isRight: Bool) {
        if isRight { right[agreement, default: 0] += 1 } else { wrong[agreement, default: 0] += 1 }
    }

    var recall: Double { Double(right[.agrees] ?? 0) / Double(max(1, right.values.reduce(0, +))) }
    var precision: Double {
        let agreeing = (right[.agrees] ?? 0, wrong[.agrees] ?? 0)
        return Double(agreeing.0) / Double(max(1, agreeing.0 + agreeing.1))
    }
}

@Suite(.enabled(if: RecordedSolutions.exists)) struct RecordedAnnotationsTests {
    @Test func annotationsHold() async throws {
        var (holding, all, counts) = (0, 0, AgreementCounts())
        for (index, solution) in try RecordedSolutions.all("gsm8k_response").enumerated() {
            let steps = CalculatorAnnotations(in: solution.response).steps
            all += steps.count
            holding += steps.count { $0.holds == true }
            guard !steps.isEmpty, index % 4 == 0 else { continue }
            let judgement = try await ExecutionAgreement().judge(
                solution.response, question: solution.question, in: MissingSandbox("none is needed"))
            counts.add(judgement.agreement, solution.isRight)
        }
        #expect(all > 8000)
        #expect(Double(holding) >= 0.97 * Double(all), "\(holding) of \(all)")
        #expect(counts.recall > 0.95, "\(counts)")
    }
}

extension RunningTests {
    @Suite(.enabled(if: RecordedSolutions.exists)) struct RecordedProgramsTests {
        /// Every fortieth of the solutions with tools.
        @Test func programsAgree() async throws {
            var counts = AgreementCounts()
            for (index, solution) in try RecordedSolutions.all("tool_response").enumerated() where index % 40 == 3 {
                let judgement = try await ExecutionAgreement().judge(
                    solution.response, question: solution.question, in: try #require(TestSandbox.sandbox))
                // A package that is not installed here says nothing about the solution.
                guard judgement.missingPackage == nil else { continue }
                counts.add(judgement.agreement, solution.isRight)
            }
            #expect(counts.recall > 0.9 && counts.precision > 0.75, "\(counts)")
        }
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Testing

/// Every rule of every catalog, with arguments drawn from its parameters, on hostile responses.
struct RuleFuzzTests {
    private static let definitions = VerifierRegistry.standard.definitions

    /// The native rules that read a format.
    private static let formats = definitions.filter {
        ["json", "csv", "table", "bullets", "highlights", "sections", "title", "paragraphs", "pattern", "language"]
            .contains($0.id.name) || $0.id.name.contains("format")
    }

    @Test func formats() throws {
        try FuzzRun.run("FormatFuzzTests", iterations: 60) { run in
            let bytes = FuzzText.make(&run.random)
            for definition in Self.formats { Self.decide(definition, bytes, run) }
        }
    }

    @Test func rules() throws {
        var made: Set<String> = []
        try FuzzRun.run("RuleFuzzTests", iterations: 120) { run in
            let bytes = FuzzText.make(&run.random)
            for _ in 0..<8 {
                let definition = run.random.pick(Self.definitions)
                if Self.decide(definition, bytes, run) { made.insert("\(definition.catalog)/\(definition.id)") }
            }
        }
        guard FuzzRun.seconds != nil else { return }
        let never = Self.definitions.map { "\($0.catalog)/\($0.id)" }.filter { !made.contains($0) }
        print("RuleFuzzTests: \(made.count) of \(Self.definitions.count) rules; never made: \(never)")
    }

    @discardableResult
    private static func decide(_ definition: VerifierDefinition, _ bytes: [UInt8], _ run: FuzzRun) -> Bool {
        let object = FuzzArguments.draw(definition.parameters, &run.random)
        let context = RuleContext(conformance: run.random.once(in: 2) ? .reference : .corrected)
        let policy = run.random.pick(EvidencePolicy.allCases)
        let what = "\(definition.catalog)/\(definition.id)"
        var arguments = JSONWriter()
        arguments.value(.object(object))
        let head = arguments.bytes
        let made = run.time("making \(what)", size: head.count, head) {
            Result { () throws(CheckError) in
                try definition.make(Arguments(object, parameters: definition.parameters), context)
            }
        }
        guard case .success(let rule) = made else { return false }
        let input = head + [0x0A] + bytes
        let verdict = run.time(what, size: bytes.count, input) {
            rule.decide(RuleInput(response: Text(bytes), prompt: "Say \u{22}yes\u{22}.", wantsEvidence: policy))
        }
        for evidence in verdict.evidence {
            if let span = evidence.span, span.bytes.upperBound > bytes.count {
                run.fail(what, "evidence outside the response", input)
            }
        }
        if let score = verdict.score, !(0...1).contains(score) { run.fail(what, "score \(score)", input) }
        if run.random.once(in: 16) {
            let again = rule.decide(
                RuleInput(response: Text(bytes), prompt: "Say \u{22}yes\u{22}.", wantsEvidence: policy))
            if again != verdict { run.fail(what, "another verdict the second time", input) }
        }
        return true
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

/// Decides how the program in a response is written; see ``CodeRequirement`` for how.
package struct CodeInstructionVerifier: Verifier {
    private enum Demand: Sendable {
        case program(CodeRequirement)
        case explanation([String])
    }

    private let demand: Demand

    /// A demand on the program.
    init(_ requirement: CodeRequirement) { demand = .program(requirement) }

    /// A demand on what follows the program: a JSON object with exactly these keys.
    init(explanation keys: [String]) { demand = .explanation(keys) }

    /// Reads the program together with those of other responses that are asked about at the time.
    package func verify(_ sample: Sample, response: Int, in context: Context) async throws -> Verdict {
        let text = sample.responses[response].text
        let signatures = PromptSignatures(sample.messages)
        let found: ResponseCode
        switch ResponseCode.find(in: text, names: signatures.functions) {
        case .failure(let missing): return Verdict(.invalid, reason: missing.reason)
        case .success(let code): found = code
        }
        switch demand {
        case .explanation(let keys): return CodeExplanation(keys: keys).decide(text, after: found)
        case .program(let requirement):
            guard found.code.utf8.count <= CodeReporter.longestProgram else {
                return Verdict(
                    .abstain, reason: .budget("the program is longer than \(CodeReporter.longestProgram >> 10) KiB"))
            }
            let reporter = context[CodeReporterKey.self]
            let own = requirement.demand
            var report = await reporter.known(found.code)
            if !(report?.covers(own) ?? false) {
                // One look for all that the sample's checks ask of this program.
                let whole = CodeInstructionVerifier.demand(of: sample.checks, and: own)
                report = try await reporter.report(on: found.code, whole, in: context[SandboxKey.self])
            }
            return try requirement.decide(
                report ?? CodeReport(), ResponseCode.Map(found, in: text), signatures)
        }
    }

    private static func demand(of checks: [Check], and own: CodeDemand) -> CodeDemand {
        var demand = own
        for check in checks {
            let name = check.verifier.name
            let made: CodeInstructionVerifier?
            if name == LintVerifier.id.name {
                made = try? Arguments(check.arguments, parameters: LintVerifier.parameters).lint()
            } else if name.hasPrefix(CodeInstruction.prefix), let instruction = instructions[name] {
                made = try? instruction.make(Arguments(check.arguments, parameters: instruction.parameters))
            } else {
                continue
            }
            if case .program(let requirement)? = made?.demand { demand.formUnion(requirement.demand) }
        }
        return demand
    }

    private static let instructions = Dictionary(
        CodeInstruction.all.map { ($0.id.name, $0) }, uniquingKeysWith: { first, _ in first })
}

/// A JSON object behind a program: `explain_after_code`.
///
/// It is the first block between fences behind the program's that is one, else what stands from the first brace behind
/// the program to the last.
struct CodeExplanation: Hashable, Sendable {
    /// The keys that it has, and no others.
    let keys: [String]

    func decide(_ text: String, after code: ResponseCode) -> Verdict {
        let required = "a JSON object with exactly the keys " + keys.sorted().joined(separator: ", ")
        guard let end = code.end else {
            return Verdict(
                .fail, reason: Reason("no-block", "the program does not stand in a block of its own"),
                evidence: [Evidence("after the code", required: required)])
        }
        let rest = Array(text.utf8.dropFirst(end))
        guard let range = CodeExplanation.object(in: rest) else {
            return Verdict(
                .fail, reason: Reason("no-object", "no JSON object follows the code"),
                evidence: [
                    Evidence("after the code", required: required, span: Span(end..<end + rest.count))
                ])
        }
        let document = JSONDocument()
        let found: [String]
        do {
            try document.parse(rest, in: range)
            found = document.root.members.map(\.key)
        } catch {
            return Verdict(
                .fail, reason: Reason("no-object", "what follows the code is no JSON: \(error)"),
                evidence: [
                    Evidence(
                        "after the code", required: required,
                        span: Span(end + range.lowerBound..<end + range.upperBound))
                ])
        }
        let passes = document.root.kind == .object && Set(found) == Set(keys)
        return Verdict(
            passes ? .pass : .fail,
            evidence: [
                Evidence(
                    "keys of the object after the code", found: .string(Set(found).sorted().joined(separator: ", ")),
                    required: "exactly " + keys.sorted().joined(separator: ", "),
                    span: Span(end + range.lowerBound..<end + range.upperBound))
            ])
    }

    /// Where the object stands.
    private static func object(in bytes: [UInt8]) -> Range<Int>? {
        let text = String(decoding: bytes, as: UTF8.self)
        for block in CodeExtractor.blocks(of: text) where ["", "json", "jsonc", "json5"].contains(block.word) {
            let end = min(bytes.count, block.start + block.code.utf8.count)
            let range = trimmed(block.start..<max(block.start, end), bytes)
            if let first = range.first, bytes[first] == UInt8(ascii: "{"), block.indent == 0 {
                return fenced(range, bytes)
            }
        }
        guard let first = bytes.firstIndex(of: UInt8(ascii: "{")), let last = bytes.lastIndex(of: UInt8(ascii: "}")),
            first < last
        else { return nil }
        return first..<last + 1
    }

    /// The object without a fence that stands behind it, where line ends of two signs made the block shorter than it is.
    private static func fenced(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        guard let last = bytes[range].lastIndex(of: UInt8(ascii: "}")) else { return range }
        return range.lowerBound..<last + 1
    }

    private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound, bytes[start] <= 0x20 { start += 1 }
        return start..<range.upperBound
    }
}

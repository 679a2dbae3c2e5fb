// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
public import AssayCore

/// `execution-agreement`: the program of a solution comes to the answer of its text; see ``ExecutionAgreement``.
public struct ExecutionAgreementVerifier: Verifier {
    /// What decides.
    public let agreement: ExecutionAgreement
    /// Programs that the check gives: one, or one for each response; none where responses bring theirs.
    public let programs: [String]
    /// The field of the record's metadata that holds the programs.
    public let field: String?
    /// What was asked; nil where the sample's prompt says it.
    public let question: String?

    /// Creates a verifier.
    ///
    /// - Parameters:
    ///   - agreement: what decides.
    ///   - programs: one, or one for each response.
    ///   - field: the field of the record's or the response's metadata that holds them instead.
    ///   - question: what was asked; the sample's prompt unless given.
    public init(
        _ agreement: ExecutionAgreement = ExecutionAgreement(), programs: [String] = [], field: String? = nil,
        question: String? = nil
    ) {
        self.agreement = agreement
        self.programs = programs
        self.field = field
        self.question = question
    }

    /// Runs the program in the context's sandbox.
    public func verify(_ sample: Sample, response: Int, in context: Context) async throws -> Verdict {
        let judgement = try await judge(sample, response: response, in: context)
        if let package = judgement.missingPackage {
            throw CheckError(
                .unavailable,
                "the program needs the Python package \(package), which is not installed for "
                    + "\(ProgramLanguage.python.interpreter ?? "python3"); install it (apt-get install python3-\(package))"
            )
        }
        return judgement.verdict
    }

    /// What the verdict is made from; a package that is missing here leaves it unknown.
    public func judge(
        _ sample: Sample, response: Int, in context: Context
    ) async throws(CheckError) -> AgreementJudgement {
        let text = sample.responses[response]
        return try await agreement.judge(
            text.text, program: try program(sample, response), question: question ?? sample.prompt,
            finish: text.finish, in: context[SandboxKey.self])
    }

    private func program(_ sample: Sample, _ response: Int) throws(CheckError) -> String? {
        if let field {
            guard let value = sample.responses[response].metadata[field] ?? sample.metadata[field] else {
                throw CheckError(
                    .record, field: "metadata.\(field)", "\"metadata.\(field)\" is missing; a program is expected")
            }
            return try one(ExecutionAgreementVerifier.programs(value, "metadata.\(field)"), sample, response, field)
        }
        return try one(programs, sample, response, "program")
    }

    private func one(
        _ programs: [String], _ sample: Sample, _ response: Int, _ name: String
    ) throws(CheckError) -> String? {
        if programs.count <= 1 { return programs.first }
        guard programs.count == sample.responses.count else {
            throw .argument(
                name, found: "\(programs.count) programs",
                expected: "one, or one for each of the \(sample.responses.count) responses")
        }
        return programs[response]
    }

    /// The programs in a value.
    static func programs(_ value: JSONValue, _ name: String) throws(CheckError) -> [String] {
        switch value {
        case .string(let text) where text.utf8.contains(where: { $0 > 0x20 }): return [text]
        case .string: throw .argument(name, found: "blank", expected: "a program in Python")
        case .array(let elements) where !elements.isEmpty:
            var programs: [String] = []
            for (index, element) in elements.enumerated() {
                guard case .string(let text) = element, text.utf8.contains(where: { $0 > 0x20 }) else {
                    throw .argument("\(name)[\(index)]", found: element.described, expected: "a program in Python")
                }
                programs.append(text)
            }
            return programs
        default: throw .argument(name, found: value.described, expected: "a program in Python, or a list of programs")
        }
    }
}

extension ExecutionAgreementVerifier {
    /// `execution-agreement`: its parameters are the program, its limits, and every switch of `AnswerOptions`.
    public static let definition = VerifierDefinition(
        "execution-agreement", "the solution's program, run in a sandbox, comes to the answer of its text",
        [
            .optional("program", .any, "Python, or a list with a program for each response; else the response's own"),
            .optional("program_field", .string, "the field of metadata that holds the program or programs"),
            .optional("question", .string, "what was asked; the sample's prompt unless given"),
            .optional("seconds", .number(0.1...3600), "of a program; 5"),
            .optional("memory", .integer(16...1_048_576), "MiB of a program; 512"),
            .optional("options", .object, "what counts as equal, as for answer: any of the following, in one object"),
        ] + AnswerOptions.parameters, isDeterministic: false
    ) { arguments, _ throws(CheckError) in
        var limits = ExecutionAgreement.standardLimits
        if let seconds = arguments.number(ifGiven: "seconds") {
            limits.wallSeconds = seconds
            limits.processorSeconds = Int(seconds.rounded(.up)) + 1
        }
        if let memory = arguments.integer(ifGiven: "memory") {
            limits.memory = memory << 20
            limits.addressSpace = memory << 20
        }
        let field = arguments.string(ifGiven: "program_field")
        let given = try arguments.value("program").map { value throws(CheckError) in
            try ExecutionAgreementVerifier.programs(value, "program")
        }
        guard field == nil || given == nil else {
            throw .argument("program_field", found: "beside \"program\"", expected: "one of the two")
        }
        return ExecutionAgreementVerifier(
            ExecutionAgreement(options: try AnswerOptions(arguments: arguments), limits: limits),
            programs: given ?? [], field: field, question: arguments.string(ifGiven: "question"))
    }
}

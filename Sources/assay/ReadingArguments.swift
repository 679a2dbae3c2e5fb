// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayCore
import AssayPrograms
import AssayText

/// The options of every command that reads records: which fields mean what, and how checks are decided.
struct ReadingArguments: ParsableArguments {
    @Option(
        help: "Copy the reference checker's quirks (reference), or read instructions as they were meant (corrected).")
    var conformance = Conformance.reference
    @Option(help: "Cut off <think> blocks before judging (strip), or judge them too (keep).")
    var reasoning = ReasoningPolicy.strip
    @Option(help: "Sentence tables: imported ones where there are some (auto), built-in, or imported.")
    var tables = TableChoice.automatic
    @Option(help: ArgumentHelp("The field that holds the response.", valueName: "name"))
    var responseField: String?
    @Option(
        name: [.customLong("prompt-field"), .customLong("question-field")],
        help: ArgumentHelp("The field that holds the prompt, or the question.", valueName: "name"))
    var promptField: String?
    @Option(help: ArgumentHelp("The field that holds the gold answer: records are read as answers.", valueName: "name"))
    var goldField: String?
    @Option(
        help: ArgumentHelp(
            "The field that says what equals a gold answer (an object), or lists a choice's options.", valueName: "name"
        ))
    var optionsField: String?
    @Option(help: ArgumentHelp("The field that holds the id.", valueName: "name"))
    var idField: String?
    @Option(
        name: .customLong("default"),
        help: ArgumentHelp(
            "Arguments for all checks of a verifier that do not give them: \"answer preset=rl\". May be repeated.",
            valueName: "check"), completion: .checks)
    var defaultChecks: [String] = []
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Threads to use; all processors unless given.", valueName: "n"))
    var jobs: Int?
    @Option(
        name: .customLong("max-line"),
        help: ArgumentHelp("The longest line that is read, in bytes, or with K, M, G.", valueName: "size"))
    var maximumLine = "256M"

    @Flag(help: "Run programs that are judged without a sandbox, with your own rights.")
    var unsafeNoSandbox = false

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) {
            throw ValidationError("--jobs is \(jobs); 1 to 1024 is expected.")
        }
        if ByteCount(maximumLine) == nil {
            throw ValidationError(
                "--max-line is \"\(maximumLine)\"; a number of bytes such as 1000000, 64K or 256M is expected.")
        }
    }

    /// The names of fields that were given.
    var fields: FieldNames {
        FieldNames(response: responseField, prompt: promptField, id: idField, gold: goldField, options: optionsField)
    }

    /// Sets what these options say of a run.
    ///
    /// - Throws: `CheckError` where a default or the tables cannot be read.
    func apply(to options: inout VerificationOptions) throws {
        options.fields = fields
        options.defaults = try DefaultChecks.arguments(defaultChecks)
        options.conformance = conformance
        options.reasoning = reasoning
        options.resources = try UserTables.resources(tables)
        if let jobs { options.jobs = jobs }
        options.maximumLine = lineLimit ?? options.maximumLine
        if unsafeNoSandbox { options.context[SandboxKey.self] = OpenSandbox() }
    }

    /// Bytes of the longest line that is read.
    var lineLimit: Int? { ByteCount(maximumLine)?.bytes }
}

/// A number of bytes as people write it: `1000000`, `64K`, `256M`, `2G`.
struct ByteCount {
    let bytes: Int

    init?(_ text: String) {
        let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
        let unit = text.uppercased().last.flatMap { units[$0] }
        guard let number = Int(unit == nil ? text : String(text.dropLast())), number > 0 else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: unit ?? 1)
        guard !overflow, bytes <= 1 << 32 - 1 else { return nil }
        self.bytes = bytes
    }
}

/// What `--default` gives.
enum DefaultChecks {
    /// Arguments by verifier, held against its parameters here, where a wrong one is found before any record is read.
    static func arguments(_ texts: [String]) throws -> [VerifierID: JSONObject] {
        var result: [VerifierID: JSONObject] = [:]
        for text in texts {
            let check = try Check(commandLine: text)
            do throws(CheckError) {
                let definition = try VerifierRegistry.complete.definition(of: check.verifier)
                let parameters = definition.parameters.map { parameter in
                    Parameter.optional(parameter.name, parameter.kind, parameter.summary)
                }
                _ = try Arguments(check.arguments, parameters: parameters)
            } catch {
                throw error.below("--default \(check.verifier)")
            }
            for member in check.arguments.members {
                result[check.verifier, default: [:]][member.key] = member.value
            }
        }
        return result
    }
}

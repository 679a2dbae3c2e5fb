// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayCore
import AssayReport

/// The `assay` tool: a file a subcommand, no logic that a library user cannot call.
@main
struct Assay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assay",
        abstract: "Decides whether a language model did what it was asked, and says why.",
        discussion: """
              assay verify Examples/quickstart.jsonl
              assay explain Examples/quickstart.jsonl --label fail

            Exit codes: 0 ran, 1 a threshold was not met, 2 some records ended in error, 3 could not run, \
            64 wrong usage, 130 interrupted.
            """,
        version: VersionText.text,
        subcommands: [Verify.self, Explain.self, Audit.self, Eval.self, List.self, Data.self, Doctor.self])

    static func main() {
        Interruption.install()
        if let line = CommandName.correction(CommandLine.arguments.dropFirst().first) {
            Messages.say(line)
            exit(withError: ExitCode.validationFailure)
        }
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            exit(withError: error)
        }
    }
}

/// What somebody may have meant who mistyped a subcommand.
private enum CommandName {
    /// The message; nil where the first argument is a subcommand or an option.
    static func correction(_ argument: String?) -> String? {
        guard let argument, !argument.hasPrefix("-") else { return nil }
        let names = Assay.configuration.subcommands.map { $0._commandName } + ["help"]
        guard !names.contains(argument) else { return nil }
        let near = NearestName.find(argument, in: names).map { "\"\($0)\" is the nearest" }
        return Inert.line(
            "assay: there is no command \"\(argument)\"; \(near ?? "there are \(names.joined(separator: ", "))")")
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayCore

/// The `assay` tool: a file a subcommand, no logic that a library user cannot call.
@main
struct Assay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assay",
        abstract: "Decides whether a language model did what it was asked, and says why.",
        discussion: """
              assay verify Examples/quickstart.jsonl
              assay explain Examples/quickstart.jsonl --label fail

            Exit codes: 0 ran, 1 a threshold was not met or nothing was found, 2 some records ended in error, 3 could not run, \
            64 wrong usage, 130 interrupted.
            """,
        version: VersionText.text,
        subcommands: [Verify.self, Explain.self, Audit.self, Eval.self, List.self, Data.self, Doctor.self])

    static func main() {
        Interruption.install()
        let arguments = CommandLine.arguments.dropFirst()
        if let line = CommandName.correction(arguments.first) ?? DashedName.refusal(arguments) {
            Messages.say(line)
            exit(withError: ExitCode.validationFailure)
        }
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            if let script = CompletionScript.mended(fullMessage(for: error)) {
                try? ByteSink(descriptor: 1).write(script + "\n")
                exit()
            }
            exit(withError: error)
        }
    }
}

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
            Start with:  assay verify Examples/quickstart.jsonl
            Then:        assay explain Examples/quickstart.jsonl --label fail

            Exit codes: 0 ran, 1 a threshold was not met, 2 some records ended in error, 3 could not run, \
            64 wrong usage, 130 interrupted.
            """,
        version: VersionText.text,
        subcommands: [Verify.self, Explain.self, List.self, Data.self, Doctor.self])

    static func main() {
        Interruption.install()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            exit(withError: error)
        }
    }
}

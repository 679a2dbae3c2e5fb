// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayCore
import AssayPrograms
import AssayText

/// `assay doctor`.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what is usable on this machine, and what to install.")

    func run() throws {
        try reportingFailures {
            let registry = VerifierRegistry.complete
            var lines = [
                "assay \(Stamp.version), \(System.processorCount) processors",
                "verifiers          \(registry.definitions.count) in \(registry.catalogs.count) catalogs, all built in",
                "Unicode tables     14.0, built in",
            ]
            if UserTables.areImported {
                do {
                    lines.append(
                        "sentence tables    imported (\(try UserTables.resources(.imported).stamp)) in \(UserTables.folder)"
                    )
                } catch let error as CheckError {
                    lines.append("sentence tables    imported ones cannot be read: \(error.message)")
                }
            } else {
                lines.append(
                    "sentence tables    built in; for byte-exact agreement with NLTK: assay data import nltk PATH")
            }
            for line in SandboxReport.lines() + [LintReport.line()] {
                let topic = line.topic.padding(to: 18)
                lines.append("\(topic) \(line.text)")
            }
            lines.append("step proofs        \(ProverReport.line)")
            try ByteSink(descriptor: 1).write(lines.joined(separator: "\n") + "\n")
        }
    }
}

extension String {
    /// The text with spaces behind it, so that it takes `width` columns.
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - utf8.count))
    }
}

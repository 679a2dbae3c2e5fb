// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayCore
import AssayText

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `assay data`.
struct Data: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import and check data that Assay does not carry itself.", subcommands: [Import.self])

    /// `assay data import`.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Import tables for later runs.",
            discussion: """
                nltk PATH copies the sentence models and the tagger of an nltk_data folder (punkt_tab, \
                averaged_perceptron_tagger_eng), which makes verdicts equal to those of checkers that call NLTK.
                """)

        enum Kind: String, CaseIterable, ExpressibleByArgument { case nltk }

        @Argument(help: "What to import.")
        var kind: Kind
        @Argument(help: "The folder to import from.", completion: .directory)
        var path: String

        func run() throws {
            try reportingFailures {
                do {
                    let data = try NLTKData(folder: path)
                    // Read everything once before anything is replaced.
                    _ = try TextResources(nltk: data)
                    let target = UserTables.folder
                    try data.copy(to: target)
                    let stamp = try NLTKData(folder: target).stamp()
                    let size = data.files.reduce(0) { $0 + $1.size }
                    try ByteSink(descriptor: 1).write(
                        "imported \(data.files.count) files (\(size) bytes) to \(target): "
                            + "sentences of \(data.languages.joined(separator: ", "))"
                            + "\(data.hasTagger ? ", the English tagger" : "; no tagger")\nstamp: \(stamp)\n")
                } catch let error as NLTKDataError {
                    throw CheckError(.input, "\(error)")
                } catch let error as CocoaError {
                    throw CheckError(.output, "\(UserTables.folder): cannot be written (\(error))")
                }
            }
        }
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
import AssayAnswers
public import AssayCore
import AssayPrograms
import AssayText

extension VerificationProtocol: ExpressibleByArgument {}
extension Conformance: ExpressibleByArgument {}
extension ReasoningPolicy: ExpressibleByArgument {}
extension EvidencePolicy: ExpressibleByArgument {}
extension TableChoice: ExpressibleByArgument {}

/// The options that `verify` and `explain` share: what is read, and how it is decided.
struct VerificationArguments: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Read records as this shape instead of recognising it: \(ShapeRegistry.complete.names).", valueName: "shape"
        ), completion: .shapes)
    var shape: String?
    @Option(
        help: ArgumentHelp(
            "Take prompts and checks from this file and join responses to them by id, else by prompt.",
            valueName: "file"), completion: .records)
    var data: String?
    @Option(
        name: .customLong("protocol"),
        help: "Judge the response as it is (strict), also without first or last line and asterisks (loose), or both.")
    var verificationProtocol = VerificationProtocol.both
    @OptionGroup var reading: ReadingArguments

    /// The options that were given, but for those that change no verdict, as words of a command line.
    var words: [String] {
        func word<T: RawRepresentable<String> & Equatable>(_ name: String, _ value: T, _ usual: T) -> [String] {
            value == usual ? [] : [name, value.rawValue]
        }
        let texts = [
            ("--as", shape), ("--data", data), ("--response-field", reading.responseField),
            ("--prompt-field", reading.promptField), ("--id-field", reading.idField),
            ("--gold-field", reading.goldField), ("--options-field", reading.optionsField),
        ]
        return texts.flatMap { name, value in value.map { [name, $0] } ?? [] }
            + word("--protocol", verificationProtocol, .both) + word("--conformance", reading.conformance, .reference)
            + word("--reasoning", reading.reasoning, .strip) + word("--tables", reading.tables, .automatic)
            + reading.defaultChecks.flatMap { ["--default", $0] }
    }

    /// All that is read: the files and the data file.
    func inputs(_ files: [String]) -> [String] { files + (data.map { [$0] } ?? []) }

    /// The options of a run over `inputs`.
    func options(inputs: [String]) throws -> VerificationOptions {
        var options = VerificationOptions()
        options.inputs = inputs
        options.data = data
        if let shape { options.shape = try ShapeRegistry.complete.shape(named: shape) }
        if data != nil { options.dataShape = options.shape }
        try reading.apply(to: &options)
        if reading.goldField != nil {
            // Named golds are answers by columns, in whichever of two files they stand.
            options.dataShape = GoldShape()
            options.shape = options.shape ?? options.dataShape
        }
        options.verificationProtocol = verificationProtocol
        return options
    }
}

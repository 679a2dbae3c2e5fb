// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayCore
import AssayReport

extension ExitCode {
    /// A threshold or a gate was not met, or nothing was found.
    static let thresholdNotMet = ExitCode(1)
    /// Some records ended in error.
    static let someErrors = ExitCode(2)
    /// The command could not run: a missing file, a full disk.
    static let couldNotRun = ExitCode(3)
    /// The user interrupted.
    static let interrupted = ExitCode(130)
}

/// Messages on standard error.
enum Messages {
    /// Writes a line, in which what comes from names of files or from records cannot steer the terminal.
    ///
    /// A closed standard error is nobody's concern.
    static func say(_ line: String) { try? ByteSink(descriptor: 2).write(Inert.line(line) + "\n") }
}

/// Options that name a field of the records.
enum NamedField {
    /// The message about one that no record has, or in which none has what can name a group.
    static func warning(_ name: String, option: String, fields: [String]) -> String {
        if fields.contains(name) {
            let inner = fields.first { $0.hasPrefix(name + ".") }.map { "; \"\($0)\" is a field in it" } ?? ""
            return
                "warning: the field \"\(name)\" that \(option) names holds no text, number, true or false in any record"
                + inner
        }
        let near = NearestName.find(name, in: fields).map { "; \"\($0)\" is the nearest" } ?? ""
        return "warning: no record has the field \"\(name)\" that \(option) names\(near)"
    }
}

/// Runs `body` and turns what it throws into a message and an exit code.
func reportingFailures(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let error as CheckError {
        let place = error.field.map { "\($0): " } ?? ""
        Messages.say("assay: \(place)\(error.message)")
        throw [.argument, .verifier, .record].contains(error.code) ? ExitCode.validationFailure : ExitCode.couldNotRun
    } catch ByteSink.Failure.closed {
        // The reader has what it wanted (`| head`).
        throw ExitCode.success
    } catch ByteSink.Failure.failed(let error) {
        Messages.say("assay: \(error.message)")
        throw ExitCode.couldNotRun
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayCore
import AssayReport

/// What a command reads and writes, held against each other before anything is opened: opening an output empties it.
struct Streams {
    /// The files that are read; `-` is standard input.
    var inputs: [String]
    /// The options that name an output, with what they name; nil where they were not given.
    var outputs: [(option: String, path: String?)] = []

    /// Whether something other than the summary goes to standard output.
    var takesStandardOutput: Bool { outputs.contains { Streams.isStandardOutput($0.path ?? "") } }

    /// Refuses what would be read twice, or written over.
    ///
    /// - Throws: `ValidationError` that names the options.
    func validate() throws {
        if inputs.filter({ $0 == "-" }).count > 1 { throw ValidationError("Standard input (-) can be read once only.") }
        var given: [(option: String, path: String)] = []
        for (option, path) in outputs {
            guard let path else { continue }
            // Devices such as /dev/null may be both.
            for input in inputs where input != "-" && !input.hasPrefix("/dev/") && !Streams.isStandardOutput(path) {
                if input == path || System.isSameFile(input, path) {
                    throw ValidationError(
                        "\(option) is \(Inert.line(path)), which is also an input; another name is expected.")
                }
            }
            for other in given where Streams.isSame(path, other.path) {
                throw ValidationError(
                    Streams.isStandardOutput(path)
                        ? "\(other.option) and \(option) are both standard output (-); one of them needs a file."
                        : "\(option) and \(other.option) are the same file, \(Inert.line(path)); another name is expected."
                )
            }
            given.append((option, path))
        }
    }

    private static func isSame(_ a: String, _ b: String) -> Bool {
        if isStandardOutput(a) || isStandardOutput(b) { return isStandardOutput(a) && isStandardOutput(b) }
        return !a.hasPrefix("/dev/") && (a == b || System.isSameFile(a, b))
    }

    private static func isStandardOutput(_ path: String) -> Bool {
        ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains(path)
    }
}

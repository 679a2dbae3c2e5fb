// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayCore

/// What somebody may have meant who mistyped a subcommand.
enum CommandName {
    /// The message; nil where the first argument is a subcommand or an option.
    static func correction(_ argument: String?) -> String? {
        guard let argument, !argument.hasPrefix("-") else { return nil }
        let names = Assay.configuration.subcommands.map { $0._commandName } + ["help"]
        guard !names.contains(argument) else { return nil }
        let near = NearestName.find(argument, in: names).map { "\"\($0)\" is the nearest" }
        return "assay: there is no command \"\(argument)\"; \(near ?? "there are \(names.joined(separator: ", "))")"
    }
}

/// A file whose name begins with a dash, which would be read as many options of one letter, `-h` among them.
enum DashedName {
    /// Options whose value may begin with a dash.
    private static let takesDashes: Set<String> = [
        "--response", "--prompt", "--limit", "--jobs", "--max-errors", "--disagreements", "--mutations", "--seed",
    ]

    /// The message; nil where there is no such argument.
    static func refusal(_ arguments: some Sequence<String>) -> String? {
        var previous = ""
        for argument in arguments {
            if argument == "--" { return nil }
            // The only option of one dash is -h.
            if argument.hasPrefix("-"), !argument.hasPrefix("--"), argument.utf8.count > 2,
                !takesDashes.contains(previous)
            {
                return
                    "assay: there is no option \(argument); a file whose name begins with a dash is given as ./\(argument)"
            }
            previous = argument
        }
        return nil
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// A language whose programs can be judged by tests.
public enum ProgramLanguage: String, Sendable, CaseIterable {
    case python, javascript, shell

    /// Words behind a code fence that mean the language.
    var fenceWords: Set<String> {
        switch self {
        case .python: ["python", "py", "python3", "py3", "python2", "pycon"]
        case .javascript: ["javascript", "js", "node", "nodejs", "mjs", "cjs"]
        case .shell: ["shell", "sh", "bash", "zsh", "console"]
        }
    }

    /// The name of the file that holds a program.
    var fileName: String {
        switch self {
        case .python: "solution.py"
        case .javascript: "solution.js"
        case .shell: "solution.sh"
        }
    }

    /// What runs the programs: names tried one after the other.
    private var programs: [String] {
        switch self {
        case .python: ["python3"]
        case .javascript: ["node", "nodejs"]
        case .shell: ["bash", "sh"]
        }
    }

    /// What to install where it is missing.
    package var package: String {
        switch self {
        case .python: "python3"
        case .javascript: "nodejs"
        case .shell: "bash"
        }
    }

    /// Options of the program, before the file.
    var options: [String] { self == .python ? ["-I", "-X", "utf8"] : [] }

    /// The program's real file: what the system has first, since sandboxes see that, and no shim that starts another.
    package var interpreter: String? { ProgramLanguage.found[self] }

    /// Folders outside the system's that its programs need to see.
    package var readable: [String] { [] }

    private static let found: [ProgramLanguage: String] = {
        var result: [ProgramLanguage: String] = [:]
        for language in allCases {
            for name in language.programs where result[language] == nil {
                // A shim is a script that asks a version manager each time.
                let real = ProgramFinder.path.filter { !$0.hasSuffix("/shims") }
                result[language] = ProgramFinder.find(name, in: ProgramFinder.systemFolders + real)
            }
        }
        return result
    }()

    /// Whether functions of a program can be called by tests; other languages have input and output alone.
    var hasCalls: Bool { self != .shell }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// A language whose programs can be judged by tests.
public enum ProgramLanguage: String, Sendable, CaseIterable {
    case python, javascript, shell, swift

    /// Words behind a code fence that mean the language.
    var fenceWords: Set<String> {
        switch self {
        case .python: ["python", "py", "python3", "py3", "python2", "pycon"]
        case .javascript: ["javascript", "js", "node", "nodejs", "mjs", "cjs"]
        case .shell: ["shell", "sh", "bash", "zsh", "console"]
        case .swift: ["swift"]
        }
    }

    /// The name of the file that holds a program.
    var fileName: String {
        switch self {
        case .python: "solution.py"
        case .javascript: "solution.js"
        case .shell: "solution.sh"
        // Only there may statements stand outside functions.
        case .swift: "main.swift"
        }
    }

    /// What runs the programs: names tried one after the other.
    private var programs: [String] {
        switch self {
        case .python: ["python3"]
        case .javascript: ["node", "nodejs"]
        case .shell: ["bash", "sh"]
        case .swift: ["swiftc"]
        }
    }

    /// How to install it where it is missing.
    package var installation: String {
        switch self {
        case .python: "apt-get install python3"
        case .javascript: "apt-get install nodejs"
        case .shell: "apt-get install bash"
        case .swift: "https://www.swift.org/install, with swiftc in PATH"
        }
    }

    /// Options of the program, before the file.
    var options: [String] { self == .python ? ["-I", "-X", "utf8"] : [] }

    /// The program's real file: what the system has first, since sandboxes see that, and no shim that starts another.
    package var interpreter: String? { ProgramLanguage.found[self] }

    /// Folders outside the system's that its programs need to see.
    package var readable: [String] {
        // A toolchain is a folder by itself: its programs, and the libraries that compiled programs need.
        guard self == .swift, let compiler = interpreter, compiler.hasSuffix("/bin/swiftc") else { return [] }
        let folder = String(compiler.dropLast("/bin/swiftc".count))
        return folder.isEmpty || folder == "/usr" || folder.hasPrefix("/usr/") ? [] : [folder]
    }

    private static let found: [ProgramLanguage: String] = {
        var result: [ProgramLanguage: String] = [:]
        for language in allCases {
            for name in language.programs where result[language] == nil {
                // A shim is a script that asks a version manager each time.
                let real = ProgramFinder.path.filter { !$0.hasSuffix("/shims") }
                let folders = ProgramFinder.systemFolders + real
                // Swift's programs are one program, which looks at the name it is called by.
                result[language] =
                    language == .swift
                    ? ProgramFinder.findInRealFolder(name, in: folders) : ProgramFinder.find(name, in: folders)
            }
        }
        return result
    }()

    /// Whether assertions can be kept from a program of the language.
    var hasSnippets: Bool { self == .python || self == .javascript }

    /// Whether functions of a program can be called by tests; other languages have input and output alone.
    var hasCalls: Bool { self != .shell }
}

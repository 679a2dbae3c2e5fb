// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

extension ProgramLanguage {
    /// What is wrong with a test, whatever the program: a sentence behind the name of the field, and which part of it where it
    /// is one; nil where nothing is.
    func problem(of test: ProgramTest) -> (field: String?, sentence: String)? {
        switch test {
        case .snippet(let source):
            guard hasSnippets else {
                return (nil, "cannot be judged: assertions are for \(ProgramLanguage.named(\.hasSnippets)); \(others)")
            }
            return isBlank(source) ? (nil, "tests nothing: it has no statement; an assertion is expected") : nil
        case .call(let function, _, let keywords, _):
            guard hasCalls else {
                return (nil, "cannot be judged: \(rawValue) has no functions that can be called; \(others)")
            }
            if !isName(function) {
                return ("function", "is \(JSONValue.string(function).described); \(nameExpected) is expected")
            }
            guard keywords.isEmpty || self == .python else {
                return ("keywords", "is given; only Python has arguments by name")
            }
            return nil
        case .exchange: return nil
        }
    }

    /// Whether a program of the language may have something of that name: letters, digits and `_`, in Python also behind dots.
    func isName(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 1 || self == .python else { return false }
        return parts.allSatisfy { part in
            guard let first = part.first, !(0x30...0x39).contains(first) else { return false }
            let isSign: (UInt8) -> Bool = { self == .javascript && $0 == UInt8(ascii: "$") }
            return part.allSatisfy { CodeExtractor.isNameByte($0) || isSign($0) }
                && !(self == .python && ProgramLanguage.reserved.contains(String(Substring(part))))
        }
    }

    /// What stands in messages where something is no name.
    var nameExpected: String { self == .python ? "a name such as add or Solution.add" : "a name such as add" }

    /// The least processes and threads with which a program that starts none can be judged.
    var leastProcesses: Int {
        switch self {
        // A fork of the loaded program, beside the judge.
        case .python: 2
        // The threads of V8: one does the work, and one for each processor, up to four, and two more help it.
        case .javascript: 8
        // The shell, and what it starts.
        case .shell: 2
        case .swift: 1
        }
    }

    /// What the language has instead.
    private var others: String { hasCalls ? "calls or cases are expected" : "cases are expected" }

    private static func named(_ property: (ProgramLanguage) -> Bool) -> String {
        allCases.filter(property).map(\.rawValue).joined(separator: " and ")
    }

    /// Whether a source holds no statement, or none but those that do nothing.
    private func isBlank(_ source: String) -> Bool {
        let comment = Array((self == .python ? "#" : "//").utf8)
        return source.utf8.split(separator: 0x0A).allSatisfy { line in
            let text = line.drop { ProgramLanguage.isSpace($0) }
            if text.starts(with: comment) { return true }
            let words = text.split { ProgramLanguage.isSpace($0) || $0 == UInt8(ascii: ";") }
            return words.allSatisfy { $0.elementsEqual("pass".utf8) || $0.elementsEqual("...".utf8) }
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static let reserved: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif",
        "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not",
        "or",
        "pass", "raise", "return", "try", "while", "with", "yield",
    ]
}

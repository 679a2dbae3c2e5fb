// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// One thing that ruff found in a program.
struct Violation: Hashable, Sendable {
    /// The rule's code: `E501`.
    var rule: String
    /// ruff's sentence.
    var message: String
    /// Where it begins: line and column in Unicode scalars, both from 1.
    var line: Int
    var column: Int
    /// Where it ends: the first scalar behind it.
    var endLine: Int
    var endColumn: Int

    /// ruff's word for a program that does not parse.
    static let syntax = "invalid-syntax"

    /// The number that was measured, of rules that count: "… (4 > 0)".
    var measured: Int? {
        guard let open = message.utf8.lastIndex(of: UInt8(ascii: "(")) else { return nil }
        return Int(Substring(message.utf8[open...].dropFirst().prefix { (0x30...0x39).contains($0) }))
    }

    /// The first name between backticks in the message.
    var name: String? {
        let parts = message.utf8.split(
            separator: UInt8(ascii: "`"), maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? String(Substring(parts[1])) : nil
    }
}

/// What Python's own parser told of a program.
struct ParsedFacts: Hashable, Sendable {
    /// Why the program does not parse, and the line.
    var syntaxMessage: String?
    var syntaxLine = 0
    /// Whether it is nested deeper than the parser can follow.
    var isDeep = false
    /// Docstrings; classes and functions that others see.
    var docstrings = 0
    var publicDefinitions = 0
    /// Lines with a comment; lines of code without docstrings.
    var commentLines = 0
    var codeLines = 0
    /// Functions that others see, and those without an example.
    var functions = 0
    var withoutExample: [Place] = []

    /// A function that lacks something.
    struct Place: Hashable, Sendable {
        var name: String
        var line: Int
        var column: Int
        var reason: String
    }

    init?(_ node: JSONNode) {
        func integer(_ node: JSONNode?) -> Int { node?.number?.integer ?? 0 }
        syntaxMessage = node["message"]?.string
        syntaxLine = integer(node["syntax"])
        isDeep = node["deep"]?.bool ?? false
        docstrings = integer(node["docstrings"])
        publicDefinitions = integer(node["public"])
        commentLines = integer(node["comments"])
        codeLines = integer(node["code"])
        functions = integer(node["functions"])
        for element in node["without"]?.elements ?? [] {
            let values = element.elements
            guard values.count == 4 else { return nil }
            withoutExample.append(
                Place(
                    name: values[0].string ?? "", line: integer(values[1]), column: integer(values[2]) + 1,
                    reason: values[3].string ?? ""))
        }
    }
}

/// What was found in one program.
struct CodeReport: Hashable, Sendable {
    /// What was looked for.
    var demand = CodeDemand()
    /// What ruff found, by the settings with which it looked.
    var violations: [RuffSettings: [Violation]] = [:]
    /// Whether ruff was ended by the program: by its nesting, or its length.
    var isTooMuch = false
    /// What Python's parser told, where it was asked.
    var facts: ParsedFacts?

    /// Why the program does not parse: the first place at which it does not.
    var syntax: Violation? {
        violations.values.lazy.compactMap { list in list.first { $0.rule == Violation.syntax } }
            .min { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    /// Whether all that was asked for is there.
    func covers(_ demand: CodeDemand) -> Bool { isTooMuch || self.demand.covers(demand) }

    /// Takes what another look told.
    mutating func take(_ other: CodeReport) {
        demand.rules.merge(other.demand.rules) { $1 }
        violations.merge(other.violations) { $1 }
        isTooMuch = isTooMuch || other.isTooMuch
        guard let facts = other.facts else { return }
        demand.facts = other.demand.facts
        self.facts = facts
    }
}

/// What the driver wrote, line by line.
struct DriverLines {
    /// What stands instead of ruff's version, where it is another.
    private(set) var version: String?
    /// What went wrong with ruff itself.
    private(set) var problem: String?
    /// Whether the driver came to its end.
    private(set) var isDone = false
    /// What ruff found, by group and program.
    private(set) var violations: [Int: [Int: [Violation]]] = [:]
    /// Programs that ended ruff.
    private(set) var gone: Set<Int> = []
    /// Facts by program.
    private(set) var facts: [Int: ParsedFacts] = [:]

    /// Reads all lines.
    init(_ bytes: [UInt8]) {
        let document = JSONDocument()
        guard UTF8Validation.firstInvalid(in: bytes, range: 0..<bytes.count) == nil else {
            problem = "ruff wrote bytes that are not UTF-8"
            return
        }
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            if (try? document.parse(bytes, in: start..<end)) != nil { read(document.root) }
            start = end + 1
        }
    }

    private mutating func read(_ node: JSONNode) {
        if let path = node["filename"]?.string {
            guard let (group, index) = DriverLines.place(path), let rule = node["code"]?.string else { return }
            if rule == "panic" {
                gone.insert(index)
                return
            }
            let begin = node["location"]
            let end = node["end_location"]
            violations[group, default: [:]][index, default: []].append(
                Violation(
                    rule: rule, message: node["message"]?.string ?? "", line: begin?["row"]?.number?.integer ?? 1,
                    column: begin?["column"]?.number?.integer ?? 1, endLine: end?["row"]?.number?.integer ?? 1,
                    endColumn: end?["column"]?.number?.integer ?? 1))
        } else if let index = node["facts"]?.number?.integer {
            facts[index] = ParsedFacts(node)
        } else if let path = node["gone"]?.string {
            if let (_, index) = DriverLines.place(path) { gone.insert(index) }
        } else if let words = node["problem"]?.string {
            problem = words
        } else if let words = node["version"]?.string {
            version = words
        } else if node["done"]?.bool == true {
            isDone = true
        }
    }

    /// Group and program of a file: `…/g1/m12.py`.
    private static func place(_ path: String) -> (group: Int, program: Int)? {
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).suffix(2)
        guard parts.count == 2, let folder = parts.first, let file = parts.last else { return nil }
        guard let group = Int(Substring(folder.dropFirst())),
            let program = Int(Substring(file.dropFirst().dropLast(3)))
        else { return nil }
        return (group, program)
    }
}

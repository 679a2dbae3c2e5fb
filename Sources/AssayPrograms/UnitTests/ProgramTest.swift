// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// One test of a program.
public enum ProgramTest: Sendable, Hashable {
    /// Source whose assertions have to hold: `assert add(1, 2) == 3`, in JavaScript `assert.strictEqual(add(1, 2), 3)`.
    case snippet(String)
    /// A call, and the value that it has to give.
    case call(function: String, arguments: [JSONValue], keywords: JSONObject, expected: JSONValue)
    /// What the program reads from standard input, and what it has to write to standard output.
    case exchange(input: String, output: String)

    /// Whether a program's function is called, rather than the program as a whole.
    var isExchange: Bool { if case .exchange = self { true } else { false } }

    /// Whether it is source with assertions.
    var isSnippet: Bool { if case .snippet = self { true } else { false } }

    /// What a person calls it.
    var title: String {
        switch self {
        case .snippet(let source): ProgramTest.short(source)
        case .call(let function, let arguments, let keywords, _):
            ProgramTest.short(
                "\(function)("
                    + (arguments.map(\.json) + keywords.members.map { "\($0.key)=\($0.value.json)" })
                    .joined(separator: ", ") + ")")
        case .exchange(let input, _): "input \(ProgramTest.short(JSONValue.string(input).json))"
        }
    }

    /// Names that the program has to define for the test.
    var names: [String] {
        switch self {
        case .snippet(let source): ProgramTest.called(in: source)
        case .call(let function, _, _, _): [ProgramTest.root(of: function)]
        case .exchange: []
        }
    }

    /// The argument that has tests like this one.
    var field: String {
        switch self {
        case .snippet: "tests"
        case .call: "calls"
        case .exchange: "cases"
        }
    }

    /// What stands before the first dot of a name: `Solution` of `Solution.add`.
    static func root(of name: String) -> String { String(name.prefix { $0 != "." }) }

    static func short(_ text: String) -> String {
        let line = text.unicodeScalars.reduce(into: "") { $0.unicodeScalars.append($1 == "\n" ? " " : $1) }
        guard line.unicodeScalars.count > 100 else { return line }
        return String(String.UnicodeScalarView(line.unicodeScalars.prefix(99))) + "…"
    }

    /// Names with a parenthesis behind them.
    private static func called(in source: String) -> [String] {
        var names: [String] = []
        var name: [UInt8] = []
        for byte in source.utf8 {
            if CodeExtractor.isNameByte(byte) {
                name.append(byte)
            } else {
                if byte == UInt8(ascii: "("), !name.isEmpty { names.append(String(decoding: name, as: UTF8.self)) }
                name.removeAll(keepingCapacity: true)
            }
        }
        return names
    }
}

extension JSONValue {
    /// The value's JSON text.
    var json: String {
        var writer = JSONWriter()
        writer.value(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

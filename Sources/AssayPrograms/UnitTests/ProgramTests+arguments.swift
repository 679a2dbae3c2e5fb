// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

extension ProgramTests {
    /// What the check `tests` accepts.
    package static let parameters: [Parameter] = [
        .optional("language", .choice(ProgramLanguage.allCases.map(\.rawValue)), "python unless given"),
        .optional("tests", .strings, "assertions, each a test: MBPP's test_list"),
        .optional("test", .string, "Python source with check(candidate): HumanEval's test"),
        .optional(
            "entry_point", .string, "the function that check(candidate) is given, and that calls without one call"),
        .optional("setup", .string, "Python source before each test, out of the program's reach"),
        .optional("prefix", .string, "the beginning of the program, which the response may continue"),
        .optional("calls", .any, "a list of {function, arguments, keywords, expected}"),
        .optional("cases", .any, "a list of {input, output}: standard input and output"),
        .optional("tolerance", .number(0...1), "relative, for expected values that are no integers; 1e-9"),
        .optional("seconds", .number(0.1...3600), "of each test; 5"),
        .optional("total_seconds", .number(0.1...86400), "of all tests that share a run; 60"),
        .optional("compile_seconds", .number(1...3600), "of compiling, where a language has that; 60"),
        .optional("memory", .integer(16...1_048_576), "MiB of all processes together; 1024"),
        .optional("processes", .integer(1...4096), "processes and threads at a time; 64"),
    ]

    /// Reads the arguments of a check.
    ///
    /// - Throws: `CheckError` with code `argument`.
    package init(_ arguments: Arguments) throws(CheckError) {
        let language = arguments.string(ifGiven: "language").flatMap(ProgramLanguage.init) ?? .python
        let entry = arguments.string(ifGiven: "entry_point")
        if let entry, !language.isName(entry) {
            throw .argument(
                "entry_point", found: JSONValue.string(entry).described, expected: language.nameExpected)
        }
        var read = (arguments.strings(ifGiven: "tests") ?? []).enumerated().map { index, source in
            (test: ProgramTest.snippet(ProgramTests.withoutMark(source)), field: "tests[\(index)]")
        }
        if let source = arguments.string(ifGiven: "test") {
            guard entry != nil else {
                throw .argument("entry_point", found: "missing", expected: "the name of the function that is tested")
            }
            read.append((.snippet(ProgramTests.withoutMark(source)), "test"))
        }
        for (object, field) in try ProgramTests.objects("calls", arguments) {
            read.append((try ProgramTests.call(object, field, entry: entry), field))
        }
        for (object, field) in try ProgramTests.objects("cases", arguments) {
            read.append((try ProgramTests.exchange(object, field), field))
        }
        try self.init(language: language, tests: read.map(\.test), fields: read.map(\.field))
        setup = ProgramTests.withoutMark(arguments.string(ifGiven: "setup") ?? "")
        self.entry = entry
        prefix = arguments.string(ifGiven: "prefix").map(ProgramTests.withoutMark)
        if let value = arguments.number(ifGiven: "tolerance") { tolerance = value }
        if let value = arguments.number(ifGiven: "seconds") { secondsPerTest = value }
        if let value = arguments.number(ifGiven: "total_seconds") { seconds = value }
        if let value = arguments.number(ifGiven: "compile_seconds") { compileSeconds = value }
        if let value = arguments.integer(ifGiven: "memory") {
            limits.memory = value << 20
            limits.addressSpace = max(limits.addressSpace ?? 0, value << 20)
        }
        if let value = arguments.integer(ifGiven: "processes") {
            guard value >= language.leastProcesses else {
                throw .argument(
                    "processes", found: "\(value)",
                    expected: "\(language.leastProcesses) or more, without which no \(language.rawValue) program runs,")
            }
            limits.processes = value
        }
    }

    /// A call of the table.
    private static func call(
        _ object: JSONObject, _ field: String, entry: String?
    ) throws(CheckError) -> ProgramTest {
        try refuseOthers(object, field, [["function"], ["arguments", "input"], ["keywords"], ["expected", "output"]])
        guard let expected = object["expected"] ?? object["output"] else {
            throw .argument("\(field).expected", found: "missing", expected: "the value that the call gives")
        }
        let function: String
        switch object["function"] {
        case .string(let name)?: function = name
        case nil, .null?:
            guard let entry else { throw .argument("\(field).function", found: "missing", expected: "a name") }
            function = entry
        case let value?: throw .argument("\(field).function", found: value.described, expected: "a name")
        }
        var positional: [JSONValue] = []
        var keywords: JSONObject = [:]
        switch object["arguments"] ?? object["input"] {
        case .array(let values)?: positional = values
        case .object(let values)?: keywords = values
        case nil, .null?: break
        case let value?:
            let name = object["arguments"] == nil ? "input" : "arguments"
            throw .argument("\(field).\(name)", found: value.described, expected: "a list")
        }
        switch object["keywords"] {
        case .object(let values)? where keywords.isEmpty: keywords = values
        case .object?:
            throw .argument("\(field).keywords", found: "given twice", expected: "one object of arguments by name")
        case nil, .null?: break
        case let value?: throw .argument("\(field).keywords", found: value.described, expected: "an object")
        }
        return .call(function: function, arguments: positional, keywords: keywords, expected: expected)
    }

    /// A case: what is read, and what has to be written.
    private static func exchange(_ object: JSONObject, _ field: String) throws(CheckError) -> ProgramTest {
        try refuseOthers(object, field, [["input"], ["output", "expected"]])
        let name = object["output"] == nil && object["expected"] != nil ? "expected" : "output"
        guard case .string(let output)? = object[name] else {
            throw .argument(
                "\(field).\(name)", found: object[name]?.described ?? "missing",
                expected: "a string that the program has to write")
        }
        switch object["input"] {
        case .string(let input)?: return .exchange(input: input, output: output)
        case nil, .null?: return .exchange(input: "", output: output)
        case let value?: throw .argument("\(field).input", found: value.described, expected: "a string")
        }
    }

    /// Refuses keys that no test has, and two of one meaning.
    private static func refuseOthers(
        _ object: JSONObject, _ field: String, _ known: [[String]]
    ) throws(CheckError) {
        for key in object.keys where !known.contains(where: { $0.contains(key) }) {
            let names = known.compactMap(\.first)
            let near = others[key].flatMap { names.contains($0) ? $0 : nil } ?? NearestName.find(key, in: names)
            throw CheckError(
                .argument, field: "\(field).\(key)",
                "\(field) has a key \"\(key)\", which is none of a test's; "
                    + (near.map { "\"\($0)\" is the nearest" } ?? "expected: \(names.joined(separator: ", "))"))
        }
        for names in known {
            let given = names.filter { object[$0] != nil }
            guard given.count > 1 else { continue }
            throw CheckError(
                .argument, field: "\(field).\(given[1])",
                "\(field) has both \"\(given[0])\" and \"\(given[1])\"; one of them is expected")
        }
    }

    /// What other tools call the keys of a test.
    private static let others = [
        "args": "arguments", "params": "arguments", "inputs": "arguments", "kwargs": "keywords", "name": "function",
        "func": "function", "fn": "function", "stdin": "input", "stdout": "output", "result": "expected",
        "outputs": "output", "expected_output": "output", "answer": "expected",
    ]

    /// The objects of a list, each with the name of its field.
    private static func objects(
        _ name: String, _ arguments: Arguments
    ) throws(CheckError) -> [(object: JSONObject, field: String)] {
        guard let value = arguments.value(name) else { return [] }
        guard case .array(let elements) = value else {
            throw .argument(name, found: value.described, expected: "a list of objects")
        }
        var found: [(object: JSONObject, field: String)] = []
        for (index, element) in elements.enumerated() {
            guard case .object(let object) = element else {
                throw .argument("\(name)[\(index)]", found: element.described, expected: "an object")
            }
            found.append((object, "\(name)[\(index)]"))
        }
        return found
    }

    /// A source without the mark of byte order that some editors put before it.
    private static func withoutMark(_ source: String) -> String { String(CodeExtractor.withoutMark(source)) }
}

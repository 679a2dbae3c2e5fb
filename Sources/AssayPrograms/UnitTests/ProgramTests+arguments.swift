// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore

extension ProgramTests {
    /// What the check `tests` accepts.
    package static let parameters: [Parameter] = [
        .optional("language", .choice(ProgramLanguage.allCases.map(\.rawValue)), "python unless given"),
        .optional("tests", .strings, "Python assertions, each a test: MBPP's test_list"),
        .optional("test", .string, "Python source with check(candidate): HumanEval's test"),
        .optional("entry_point", .string, "the function that check(candidate) is given"),
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
        var tests: [ProgramTest] = (arguments.strings(ifGiven: "tests") ?? []).map { .snippet($0) }
        if let source = arguments.string(ifGiven: "test") {
            guard entry != nil else {
                throw .argument("entry_point", found: "missing", expected: "the name of the function that is tested")
            }
            tests.append(.snippet(source))
        }
        tests += try ProgramTests.list("calls", arguments) { object, field throws(CheckError) in
            guard let expected = object["expected"] ?? object["output"] else {
                throw .argument("\(field).expected", found: "missing", expected: "the value that the call gives")
            }
            let name: String? = if case .string(let name) = object["function"] { name } else { entry }
            guard let name else { throw .argument("\(field).function", found: "missing", expected: "a name") }
            var positional: [JSONValue] = []
            var keywords: JSONObject = [:]
            switch object["arguments"] ?? object["input"] {
            case .array(let values)?: positional = values
            case .object(let values)?: keywords = values
            case nil, .null?: break
            case let value?: throw .argument("\(field).arguments", found: value.described, expected: "a list")
            }
            if case .object(let values)? = object["keywords"] { keywords = values }
            return .call(function: name, arguments: positional, keywords: keywords, expected: expected)
        }
        tests += try ProgramTests.list("cases", arguments) { object, field throws(CheckError) in
            guard case .string(let output) = object["output"] ?? object["expected"] else {
                throw .argument("\(field).output", found: "missing", expected: "what the program has to write")
            }
            if case .string(let input)? = object["input"] { return .exchange(input: input, output: output) }
            guard object["input"] == nil else {
                throw .argument("\(field).input", found: "no string", expected: "a string")
            }
            return .exchange(input: "", output: output)
        }
        try self.init(language: language, tests: tests)
        setup = arguments.string(ifGiven: "setup") ?? ""
        self.entry = entry
        prefix = arguments.string(ifGiven: "prefix")
        if let value = arguments.number(ifGiven: "tolerance") { tolerance = value }
        if let value = arguments.number(ifGiven: "seconds") { secondsPerTest = value }
        if let value = arguments.number(ifGiven: "total_seconds") { seconds = value }
        if let value = arguments.number(ifGiven: "compile_seconds") { compileSeconds = value }
        if let value = arguments.integer(ifGiven: "memory") {
            limits.memory = value << 20
            limits.addressSpace = max(limits.addressSpace ?? 0, value << 20)
        }
        if let value = arguments.integer(ifGiven: "processes") { limits.processes = value }
    }

    private static func list(
        _ name: String, _ arguments: Arguments, _ read: (JSONObject, String) throws(CheckError) -> ProgramTest
    ) throws(CheckError) -> [ProgramTest] {
        guard let value = arguments.value(name) else { return [] }
        guard case .array(let elements) = value else {
            throw .argument(name, found: value.described, expected: "a list of objects")
        }
        var tests: [ProgramTest] = []
        for (index, element) in elements.enumerated() {
            guard case .object(let object) = element else {
                throw .argument("\(name)[\(index)]", found: element.described, expected: "an object")
            }
            tests.append(try read(object, "\(name)[\(index)]"))
        }
        return tests
    }
}

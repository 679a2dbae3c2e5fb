// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The arguments of one check, held against the verifier's parameters when they are made: after that, the typed readers
/// only fail for names that the verifier did not declare as required.
public struct Arguments: Sendable {
    private let values: JSONObject

    /// Checks `object` against `parameters`.
    ///
    /// Members whose value is null count as absent.
    ///
    /// - Throws: ``CheckError`` with code `argument` for a name that no parameter has, a value of the wrong kind or out of
    ///   range, or a required argument that is missing.
    public init(_ object: JSONObject, parameters: [Parameter]) throws(CheckError) {
        var present: [(String, JSONValue)] = []
        for member in object.members where member.value != .null {
            guard let parameter = parameters.first(where: { $0.name == member.key }) else {
                let names = parameters.map(\.name)
                var message = "there is no argument \"\(member.key)\"; "
                if let near = NearestName.find(member.key, in: names) {
                    message += "\"\(near)\" is the nearest"
                } else if names.isEmpty {
                    message += "none is expected"
                } else {
                    message += "expected: \(names.joined(separator: ", "))"
                }
                throw CheckError(.argument, field: member.key, message)
            }
            guard Arguments.fits(member.value, parameter.kind) else {
                throw Arguments.misfit(member.value, parameter)
            }
            present.append((member.key, member.value))
        }
        values = JSONObject(present)
        for parameter in parameters where !parameter.isOptional && values[parameter.name] == nil {
            throw .argument(parameter.name, found: "missing", expected: parameter.kind.described)
        }
    }

    private static func fits(_ value: JSONValue, _ kind: Parameter.Kind) -> Bool {
        switch (kind, value) {
        case (.integer(let range), .number(let number)): number.integer.map(range.contains) ?? false
        case (.number(let range), .number(let number)): number.double.map(range.contains) ?? false
        case (.string, .string), (.bool, .bool), (.object, .object), (.any, _), (.strings, .string): true
        case (.text, .string(let text)), (.texts, .string(let text)): text.contains { !$0.isWhitespace }
        case (.strings, .array(let elements)): elements.allSatisfy { fits($0, .string) }
        case (.texts, .array(let elements)): elements.allSatisfy { fits($0, .text) }
        case (.choice(let choices), .string(let value)): choices.contains(value)
        default: false
        }
    }

    /// What is wrong with a value; of a list, with its first element that does not fit.
    private static func misfit(_ value: JSONValue, _ parameter: Parameter) -> CheckError {
        if case .array(let elements) = value, parameter.kind == .strings || parameter.kind == .texts {
            let kind: Parameter.Kind = parameter.kind == .strings ? .string : .text
            if let place = elements.firstIndex(where: { !fits($0, kind) }) {
                return .argument(
                    "\(parameter.name)[\(place)]", found: elements[place].described, expected: kind.described)
            }
        }
        return .argument(parameter.name, found: value.described, expected: parameter.kind.described)
    }

    /// Whether the argument is given.
    public func has(_ name: String) -> Bool { values[name] != nil }

    /// The names of the arguments that are given.
    package var names: [String] { values.members.map(\.key) }

    /// The value as it came.
    public func value(_ name: String) -> JSONValue? { values[name] }

    /// A whole number, if given.
    public func integer(ifGiven name: String) -> Int? {
        if case .number(let number) = values[name] { number.integer } else { nil }
    }

    /// A number, if given.
    public func number(ifGiven name: String) -> Double? {
        if case .number(let number) = values[name] { number.double } else { nil }
    }

    /// A text, if given.
    public func string(ifGiven name: String) -> String? {
        if case .string(let value) = values[name] { value } else { nil }
    }

    /// A list of texts, if given.
    public func strings(ifGiven name: String) -> [String]? {
        switch values[name] {
        case .string(let value): [value]
        case .array(let elements): elements.compactMap { if case .string(let value) = $0 { value } else { nil } }
        default: nil
        }
    }

    /// A truth value, if given.
    public func bool(ifGiven name: String) -> Bool? {
        if case .bool(let value) = values[name] { value } else { nil }
    }

    /// A whole number that has to be there.
    public func integer(_ name: String) throws(CheckError) -> Int {
        try need(name, integer(ifGiven: name), "an integer")
    }
    /// A number that has to be there.
    public func number(_ name: String) throws(CheckError) -> Double {
        try need(name, number(ifGiven: name), "a number")
    }
    /// A text that has to be there.
    public func string(_ name: String) throws(CheckError) -> String {
        try need(name, string(ifGiven: name), "a string")
    }
    /// A list of texts that has to be there.
    public func strings(_ name: String) throws(CheckError) -> [String] {
        try need(name, strings(ifGiven: name), "a list of strings")
    }

    private func need<T>(_ name: String, _ value: T?, _ expected: String) throws(CheckError) -> T {
        guard let value else {
            throw .argument(name, found: values[name]?.described ?? "missing", expected: expected)
        }
        return value
    }
}

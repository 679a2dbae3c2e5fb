// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A JSON value of its own, for arguments, metadata and small files.
///
/// Records are read through ``JSONDocument``.
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// The kind as a person would say it in a message, with the value where that is short.
    public var described: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value): value.lexeme
        case .string(let value):
            value.unicodeScalars.count <= 40
                ? "\"\(value)\"" : "\"\(String(value.unicodeScalars.prefix(40)))…\""
        case .array(let values): values.isEmpty ? "an empty array" : "an array"
        case .object: "an object"
        }
    }
}

/// A number with the text it was written as, so that nothing is lost before somebody needs its value.
public struct JSONNumber: Sendable, Hashable {
    /// The number as written.
    public let lexeme: String

    /// Creates a number from its text.
    public init(lexeme: String) { self.lexeme = lexeme }

    /// The nearest double; nil where the number is too large for one (`1e400`) or is not a number.
    public var double: Double? {
        guard let value = Double(lexeme), value.isFinite else { return nil }
        return value
    }

    /// The value as an integer, also of `8.0` and `8e2`; nil where it is none or too large.
    public var integer: Int? {
        if let value = Int(lexeme) { return value }
        guard let value = double, value.rounded() == value, abs(value) < 9e15 else { return nil }
        return Int(value)
    }
}

/// An object that keeps the order of its members.
///
/// Of a key that stands twice, the last counts.
public struct JSONObject: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// The members in order, each key once.
    public private(set) var members: [Member] = []

    /// One key and its value.
    public struct Member: Sendable, Hashable {
        /// The key.
        public var key: String
        /// The value.
        public var value: JSONValue
    }

    /// Creates an object from pairs in order.
    ///
    /// - Complexity: linear, however many pairs there are.
    public init(_ pairs: [(String, JSONValue)] = []) {
        members.reserveCapacity(pairs.count)
        guard pairs.count > JSONObject.few else {
            for (key, value) in pairs { self[key] = value }
            return
        }
        var places: [String: Int] = [:]
        places.reserveCapacity(pairs.count)
        for (key, value) in pairs {
            if let place = places[key] {
                members[place].value = value
            } else {
                places[key] = members.count
                members.append(Member(key: key, value: value))
            }
        }
    }

    /// Up to so many members, looking through them is quicker than a table.
    private static let few = 16

    /// Creates an object from a literal.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }

    /// Whether there is no member.
    public var isEmpty: Bool { members.isEmpty }

    /// The keys in order.
    public var keys: [String] { members.map(\.key) }

    /// The value of a key; setting nil removes the member.
    public subscript(key: String) -> JSONValue? {
        get { members.first { $0.key == key }?.value }
        set {
            if let index = members.firstIndex(where: { $0.key == key }) {
                if let newValue { members[index].value = newValue } else { members.remove(at: index) }
            } else if let newValue {
                members.append(Member(key: key, value: newValue))
            }
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByFloatLiteral, ExpressibleByNilLiteral, ExpressibleByDictionaryLiteral
{
    /// Creates a string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// Creates a number.
    public init(integerLiteral value: Int) { self = .number(JSONNumber(lexeme: String(value))) }
    /// Creates a number.
    public init(floatLiteral value: Double) { self = .number(JSONNumber(lexeme: String(value))) }
    /// Creates a boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Creates an array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// Creates null.
    public init(nilLiteral: ()) { self = .null }
    /// Creates an object.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
}

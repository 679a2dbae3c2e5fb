// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// A Swift program with lines behind it that call its functions and hand the values out as JSON.
///
/// What is expected never gets in. Labels of arguments are read from the function's own declaration, unless a test gives names.
struct SwiftCalls {
    /// The calls.
    let tests: [ProgramTest]
    /// The program.
    let program: String

    /// The whole source: which call is made is the program's first argument.
    var source: String {
        var cases = ""
        for (index, test) in tests.enumerated() {
            guard case .call(let function, let arguments, let keywords, _) = test else { continue }
            let labels = SwiftCalls.labels(of: function, in: program)
            var words: [String] = []
            for (place, argument) in arguments.enumerated() {
                let label = place < labels.count && keywords.members.isEmpty ? labels[place] : nil
                words.append((label.map { "\($0): " } ?? "") + SwiftCalls.literal(argument))
            }
            words += keywords.members.map { "\($0.key): \(SwiftCalls.literal($0.value))" }
            cases += "    case \"\(index)\": assayTell(try \(function)(\(words.joined(separator: ", "))) as Any)\n"
        }
        return program + "\n" + SwiftCalls.support
            + "do {\n    switch CommandLine.arguments.dropFirst().first ?? \"\" {\n\(cases)    default: break\n    }\n"
            + "} catch {\n    assayWrite(\"{\\\"raised\\\":\" + assayText(\"\\(error)\") + \"}\")\n}\n"
    }

    /// A value as a literal.
    static func literal(_ value: JSONValue) -> String {
        switch value {
        case .null: return "nil"
        case .bool(let value): return value ? "true" : "false"
        case .number(let number): return number.lexeme
        case .string(let text):
            let signs = text.unicodeScalars.map { scalar -> String in
                switch scalar {
                case "\"", "\\": "\\\(scalar)"
                case " "..."~": String(scalar)
                default: "\\u{\(String(scalar.value, radix: 16))}"
                }
            }
            return "\"\(signs.joined())\""
        case .array(let values): return "[\(values.map(literal).joined(separator: ", "))]"
        case .object(let object):
            if object.members.isEmpty { return "[:]" }
            let members = object.members.map { "\(literal(.string($0.key))): \(literal($0.value))" }
            return "[\(members.joined(separator: ", "))]"
        }
    }

    /// The labels of a function's parameters; nil for one without.
    static func labels(of function: String, in program: String) -> [String?] {
        let bytes = Array(program.utf8)
        let key = Array("func \(function)".utf8)
        var start = 0
        while start + key.count < bytes.count {
            if bytes[start..<start + key.count].elementsEqual(key), !CodeExtractor.isNameByte(bytes[start + key.count])
            {
                return parameters(bytes[(start + key.count)...])
            }
            start += 1
        }
        return []
    }

    private static func parameters(_ text: ArraySlice<UInt8>) -> [String?] {
        guard let open = text.firstIndex(of: UInt8(ascii: "(")) else { return [] }
        var labels: [String?] = []
        var words: [UInt8] = []
        var depth = 0
        var isBehindColon = false
        func finish() {
            let first = words.split { !CodeExtractor.isNameByte($0) }.first.map { String(decoding: $0, as: UTF8.self) }
            if isBehindColon { labels.append(first == "_" ? nil : first) }
            words = []
            isBehindColon = false
        }
        for byte in text[(open + 1)...] {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
            case UInt8(ascii: ")") where depth == 0:
                finish()
                return labels
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            // Of an arrow, it closes nothing.
            case UInt8(ascii: ">") where depth > 0 && words.last != UInt8(ascii: "-"): depth -= 1
            case UInt8(ascii: ",") where depth == 0: finish()
            case UInt8(ascii: ":") where depth == 0: isBehindColon = true
            default: break
            }
            if !isBehindColon || byte == UInt8(ascii: "-") { words.append(byte) }
        }
        return labels
    }

    private static let support = #"""
        #if canImport(Glibc)
        import Glibc
        #elseif canImport(Musl)
        import Musl
        #else
        import Darwin
        #endif
        func assayWrite(_ text: String) {
            fflush(stdout)
            let bytes = Array((text + "\n").utf8)
            var start = 0
            while start < bytes.count {
                let count = bytes[start...].withUnsafeBytes { write(3, $0.baseAddress, $0.count) }
                if count <= 0 { break }
                start += count
            }
        }
        func assayText(_ text: String) -> String {
            var result = "\""
            for scalar in text.unicodeScalars {
                switch scalar.value {
                case 0x22, 0x5C: result += "\\" + String(scalar)
                case 0..<0x20:
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                default: result.unicodeScalars.append(scalar)
                }
            }
            return result + "\""
        }
        struct AssayUnreadable: Error { let kind: String }
        func assayJSON(_ value: Any, _ depth: Int = 0) throws -> String {
            if depth > 200 { throw AssayUnreadable(kind: "\(type(of: value))") }
            switch value {
            case is Void: return "null"
            case let value as Bool: return value ? "true" : "false"
            case let value as any BinaryInteger: return "\(value)"
            case let value as Double: return value.isFinite ? "\(value)" : assayText("\(value)")
            case let value as Float: return value.isFinite ? "\(value)" : assayText("\(value)")
            case let value as String: return assayText(value)
            case let value as Substring: return assayText(String(value))
            case let value as Character: return assayText(String(value))
            default: break
            }
            let mirror = Mirror(reflecting: value)
            func parts() throws -> [String] { try mirror.children.map { try assayJSON($0.value, depth + 1) } }
            switch mirror.displayStyle {
            case .optional: return try parts().first ?? "null"
            case .collection, .tuple: return "[" + (try parts()).joined(separator: ",") + "]"
            case .set: return "[" + (try parts()).sorted().joined(separator: ",") + "]"
            case .dictionary:
                var members: [String] = []
                for child in mirror.children {
                    let pair = Mirror(reflecting: child.value).children.map(\.value)
                    let key = try assayJSON(pair[0], depth + 1)
                    members.append((key.hasPrefix("\"") ? key : assayText(key)) + ":" + (try assayJSON(pair[1], depth + 1)))
                }
                return "{" + members.sorted().joined(separator: ",") + "}"
            default:
                if let range = value as? any Sequence & AssayRange { return try assayJSON(range.assayList, depth + 1) }
                throw AssayUnreadable(kind: "\(type(of: value))")
            }
        }
        protocol AssayRange { var assayList: [Any] { get } }
        extension Range: AssayRange where Bound: Strideable, Bound.Stride: SignedInteger {
            var assayList: [Any] { map { $0 as Any } }
        }
        extension ClosedRange: AssayRange where Bound: Strideable, Bound.Stride: SignedInteger {
            var assayList: [Any] { map { $0 as Any } }
        }
        func assayTell(_ value: Any) {
            do { assayWrite("{\"value\":" + (try assayJSON(value)) + "}") }
            catch let error as AssayUnreadable { assayWrite("{\"unreadable\":" + assayText(error.kind) + "}") }
            catch { assayWrite("{\"unreadable\":\"?\"}") }
        }

        """#
}

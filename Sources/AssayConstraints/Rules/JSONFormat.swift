// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the whole response is JSON, a code fence around it left out.
///
///     {"verifier": "json", "keys": ["name", "age"]}
///
/// ## How it decides
/// 1. White space around the response is left out, then a fence of three backquotes, marked `json` or not.
/// 2. What remains has to be one JSON value as Python's `json` reads it: `NaN` and `Infinity` are numbers, and an integer
///    of more than 4,300 digits is none.
/// 3. Where ``needsContainer`` is set, it has to be an object or an array, and without `NaN` and `Infinity`; where keys
///    are given, an object that has them.
///
/// - Source: Zhou et al., arXiv:2311.07911, `detectable_format:json_format`.
public struct JSONFormat: Rule {
    /// Whether a bare string or number is not enough.
    public let needsContainer: Bool
    /// Keys that the outermost object has to have.
    public let keys: [String]

    /// Creates the rule.
    public init(needsContainer: Bool = true, keys: [String] = []) {
        self.needsContainer = needsContainer
        self.keys = keys
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let range = JSONFormat.content(of: text)
        let problem = problem(in: text, range)
        return input.verdict(problem == nil) {
            guard let problem else { return [.place("JSON", range)] }
            var evidence = Evidence("JSON", found: .string(problem.message), required: problem.required)
            if let place = problem.place { evidence.span = Span(place..<min(place + 1, text.bytes.count)) }
            return [evidence]
        }
    }

    private struct Problem {
        var message: String
        var required: String
        var place: Int?
    }

    private func problem(in text: Text, _ range: Range<Int>) -> Problem? {
        // What prose begins with never begins JSON: no document is made for it.
        guard let first = text.bytes[range].first, JSONFormat.openings.contains(first) else {
            return Problem(
                message: range.isEmpty ? "nothing" : text.excerpt(range, limit: 20), required: "a JSON value",
                place: range.lowerBound)
        }
        let document = JSONDocument()
        do {
            try document.parse(text.bytes, in: range)
        } catch {
            return Problem(
                message: error.found, required: error.expected,
                place: min(range.lowerBound + error.offset, range.upperBound))
        }
        let root = document.root
        if range.count > JSONFormat.integerLimit, JSONFormat.hasLongInteger(root) {
            return Problem(
                message: "an integer of more than \(JSONFormat.integerLimit) digits", required: "a number that is read",
                place: nil)
        }
        if needsContainer || !keys.isEmpty {
            guard root.kind == .object || (root.kind == .array && keys.isEmpty) else {
                return Problem(
                    message: root.kind.described, required: keys.isEmpty ? "an object or an array" : "an object",
                    place: range.lowerBound)
            }
            if needsContainer, let place = JSONFormat.wordNumber(root) {
                return Problem(message: "a number that JSON does not have", required: "a finite number", place: place)
            }
        }
        for key in keys where root[named: key] == nil {
            return Problem(message: "no key \"\(key)\"", required: "it", place: range.lowerBound)
        }
        return nil
    }

    /// What a fence encloses.
    static func content(of text: Text) -> Range<Int> {
        let bytes = text.bytes
        var range = text.stripped
        for prefix in prefixes where bytes[range].starts(with: prefix) {
            range = range.lowerBound + prefix.count..<range.upperBound
        }
        if bytes[range].suffix(3).elementsEqual(fence) { range = range.lowerBound..<range.upperBound - 3 }
        return text.strip(range)
    }

    // MARK: Limits

    /// Python reads no longer integers.
    static let integerLimit = 4300

    private static func hasLongInteger(_ root: JSONNode) -> Bool {
        firstNumber(root) { number in
            let digits = number.first == UInt8(ascii: "-") ? number.count - 1 : number.count
            return digits > integerLimit && number.dropFirst().allSatisfy { $0 &- 0x30 < 10 }
        } != nil
    }

    /// The first `NaN` or `Infinity`.
    private static func wordNumber(_ root: JSONNode) -> Int? {
        firstNumber(root) { $0.last == UInt8(ascii: "N") || $0.last == UInt8(ascii: "y") }
    }

    private static func firstNumber(_ root: JSONNode, where matches: (ArraySlice<UInt8>) -> Bool) -> Int? {
        var open = [root]
        while let node = open.popLast() {
            switch node.kind {
            case .number: if matches(node.raw) { return node.range.lowerBound }
            case .array: open.append(contentsOf: node.elements.reversed())
            case .object: open.append(contentsOf: node.members.map(\.value).reversed())
            default: break
            }
        }
        return nil
    }

    private static let fence = Array("```".utf8)
    private static let prefixes = ["```json", "```Json", "```JSON", "```"].map { Array($0.utf8) }
    private static let openings = ASCIISet("{[\"-0123456789tfnNI")
}

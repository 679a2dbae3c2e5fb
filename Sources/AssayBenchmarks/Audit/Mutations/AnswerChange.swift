// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// An answer that was right before something in it was changed, and is certainly wrong now.
///
/// Certain by construction: no verifier is asked. Where a change might be right by accident (`\binom52` and `\binom53`,
/// an even power's sign, a constant of integration's), it is not made.
package struct AnswerChange: Sendable, Hashable {
    /// What was changed.
    package enum Kind: String, Sendable, CaseIterable {
        case digit
        case sign
        case bracket
        case elementDropped = "element dropped"
        case elementAdded = "element added"
        case exponent = "exponent off by one"
        case fraction = "fraction upside down"
        case order = "order of a tuple"
        case letter
        case truth = "yes and no"
        case unit
    }

    /// What was changed.
    package var kind: Kind
    /// The answer with the change.
    package var text: String

    /// All changes of an answer that are certain; none where the answer is of no kind that is known.
    ///
    /// - Parameters:
    ///   - gold: a right answer; `$…$`, `\(…\)`, `\[…\]` and `\boxed{…}` around it are left off.
    ///   - isLoose: whether answers may be off by some percent: then only a change of a whole answer is certain.
    /// - Returns: the changes, kind by kind in no particular order.
    package static func all(of gold: String, isLoose: Bool = false) -> [AnswerChange] {
        let core = Array(AnswerCore.text(of: gold).utf8)
        guard !core.isEmpty, core.count <= 200 else { return [] }
        if let changes = WordChanges.all(of: core) { return changes }
        if let changes = CollectionChanges.all(of: core) { return isLoose ? [] : changes }
        return TermChanges.all(of: core, in: TermChanges.valueRange(core), isLoose: isLoose)
    }
}

/// The answer without what only wraps it.
package enum AnswerCore {
    private static let pairs: [(StaticString, StaticString)] = [
        ("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]"), ("\\boxed{", "}"),
    ]

    /// The innermost text.
    package static func text(of gold: String) -> String {
        let bytes = Array(gold.utf8)
        var range = 0..<bytes.count
        var isPeeled = true
        while isPeeled {
            isPeeled = false
            while let first = range.first, isSpace(bytes[first]) { range = range.dropFirst() }
            while let last = range.last, isSpace(bytes[last]) { range = range.dropLast() }
            for (opening, closing) in pairs {
                let open = opening.utf8CodeUnitCount
                let close = closing.utf8CodeUnitCount
                guard range.count > open + close else { continue }
                let inner = range.lowerBound + open..<range.upperBound - close
                guard opening.withUTF8Buffer({ bytes[range.lowerBound..<inner.lowerBound].elementsEqual($0) }),
                    closing.withUTF8Buffer({ bytes[inner.upperBound..<range.upperBound].elementsEqual($0) }),
                    isWhole(bytes, inner)
                else { continue }
                range = inner
                isPeeled = true
                break
            }
        }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// Whether a text is an answer and nothing else: short, on one line, without a box or dollar signs inside.
    ///
    /// Some references are whole sentences that hold their answer in a box. Those are neither changed nor wrapped.
    package static func isAlone(_ core: String) -> Bool {
        let bytes = Array(core.utf8)
        return !bytes.isEmpty && bytes.count <= 400 && !bytes.contains(0x0A) && isWhole(bytes, 0..<bytes.count)
            && !["\\boxed", "\\[", "\\("].contains { core.contains($0) }
    }

    /// Whether braces close in order and no dollar sign stands inside.
    private static func isWhole(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var depth = 0
        for index in range {
            switch bytes[index] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "$") where index == range.lowerBound || bytes[index - 1] != UInt8(ascii: "\\"):
                return false
            default: break
            }
            if depth < 0 { return false }
        }
        return depth == 0
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// Edits of bytes.
enum Edit {
    /// The text with `range` replaced.
    static func replace(_ bytes: [UInt8], _ range: Range<Int>, _ text: [UInt8]) -> String {
        String(decoding: bytes[..<range.lowerBound] + text + bytes[range.upperBound...], as: UTF8.self)
    }

    /// The next digit; 8 for 9, so that a first digit stays a first digit and the number stays of its size.
    static func otherDigit(_ digit: UInt8) -> UInt8 { digit == UInt8(ascii: "9") ? UInt8(ascii: "8") : digit + 1 }
}

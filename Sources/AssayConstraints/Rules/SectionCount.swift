// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a number of sections within given bounds, each marked by a word and a number.
///
///     {"verifier": "sections", "marker": "Section", "min": 3}
///
/// ## How it decides
/// A section begins at the marker, taken literally and in its own case, at most one white space, and a number. It has to
/// begin a line, markdown signs before it not counted; with ``isAnywhere`` it may stand inside one. The score is how
/// near the number comes to the bound.
///
/// - Source: Zhou et al., arXiv:2311.07911, `detectable_format:multiple_sections`.
public struct SectionCount: Rule {
    /// The word before the number.
    public let marker: String
    /// The bound on the number of sections.
    public let bound: Bound
    /// Whether a section may begin inside a line.
    public let isAnywhere: Bool
    private let bytes: [UInt8]

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` for an empty marker.
    public init(
        _ marker: String, _ bound: Bound, isAnywhere: Bool = false, argument: String = "marker"
    ) throws(CheckError) {
        guard !marker.isEmpty else { throw .argument(argument, found: "empty", expected: "a word such as \"Section\"") }
        self.marker = marker
        self.bound = bound
        self.isAnywhere = isAnywhere
        bytes = Array(marker.utf8)
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let count = sections(in: text) { _ in }
        return input.verdict(bound.contains(count), score: bound.credit(count)) {
            var evidence = [Evidence.count("sections marked \"\(marker)\"", count, required: bound.described)]
            _ = sections(in: text) { if evidence.count < 6 { evidence.append(.place("section", $0)) } }
            return evidence
        }
    }

    private func sections(in text: Text, _ body: (Range<Int>) -> Void) -> Int {
        var count = 0
        var position = 0
        while let found = ByteSearch.first(bytes, in: text.bytes, from: position) {
            position = found + 1
            var end = found + bytes.count
            end += text.spaceLength(at: end)
            let digits = text.digitsEnd(from: end)
            guard digits > end, isAnywhere || beginsLine(found, in: text.bytes) else { continue }
            count += 1
            body(found..<digits)
            position = digits
        }
        return count
    }

    private func beginsLine(_ index: Int, in bytes: [UInt8]) -> Bool {
        var cursor = index
        while cursor > 0, SectionCount.lead.contains(bytes[cursor - 1]) { cursor -= 1 }
        return cursor == 0 || bytes[cursor - 1] == 0x0A
    }

    private static let lead = ASCIISet(" \t*_#>\"([<-")
}

extension Text {
    /// The end of the run of decimal digits of any script that begins at `start`.
    func digitsEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: end)
            guard UnicodeScalars.isDigit(scalar) else { break }
            end += length
        }
        return end
    }
}

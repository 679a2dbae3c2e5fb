// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response has a postscript that begins with a marker.
///
///     {"verifier": "postscript", "marker": "P.S."}
///
/// ## How it decides
/// Case makes no difference. `P.S.` is also found as `P. S.`, `P.P.S` as `P. P. S`. The marker has to begin a line,
/// markdown signs before it not counted; with ``isAnywhere`` it may stand inside one.
///
/// - Source: Zhou et al., arXiv:2311.07911, `detectable_content:postscript`.
public struct Postscript: Rule {
    /// The marker.
    public let marker: String
    /// Whether it may stand inside a line.
    public let isAnywhere: Bool
    private let form: Form

    private enum Form { case ps, pps, other([UInt8]) }

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` for a blank marker.
    public init(_ marker: String, isAnywhere: Bool = false, argument: String = "marker") throws(CheckError) {
        let bytes = Array(marker.utf8)
        let core = UnicodeText.strippedRange(of: bytes, in: 0..<bytes.count)
        guard !core.isEmpty else { throw .argument(argument, found: "blank", expected: "a marker such as \"P.S.\"") }
        self.marker = String(decoding: bytes[core], as: UTF8.self)
        self.isAnywhere = isAnywhere
        switch self.marker {
        case "P.S.": form = .ps
        case "P.P.S": form = .pps
        default: form = .other(UnicodeText.lowercased(Array(bytes[core])))
        }
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let place = place(in: text)
        return input.verdict(place != nil) {
            [
                place.map { .place("postscript", $0) }
                    ?? Evidence("postscript", found: "none", required: "\"\(marker)\"")
            ]
        }
    }

    private func place(in text: Text) -> Range<Int>? {
        if case .other(let lowered) = form {
            let bytes = text.lowercased.bytes
            var start = 0
            while let found = ByteSearch.first(lowered, in: bytes, from: start) {
                if isAnywhere || beginsLine(found, in: bytes) {
                    return text.range(ofLowercased: found..<found + lowered.count)
                }
                start = found + 1
            }
            return nil
        }
        let bytes = text.bytes
        var start = 1
        // Points are rarer than letters.
        while let dot = ByteSearch.first(0x2E, in: bytes, from: start, to: bytes.count) {
            start = dot + 1
            guard bytes[dot - 1] | 0x20 == 0x70 else { continue }
            var position = dot + 1 + text.spaceLength(at: dot + 1)
            if case .pps = form {
                guard position + 1 < bytes.count, bytes[position] | 0x20 == 0x70, bytes[position + 1] == 0x2E else {
                    continue
                }
                position += 2
                position += text.spaceLength(at: position)
                guard position < bytes.count, bytes[position] | 0x20 == 0x73 else { continue }
                position += 1
            } else {
                guard position + 1 < bytes.count, bytes[position] | 0x20 == 0x73, bytes[position + 1] == 0x2E else {
                    continue
                }
                position += 2
            }
            if isAnywhere || beginsLine(dot - 1, in: bytes) { return dot - 1..<position }
        }
        return nil
    }

    private func beginsLine(_ index: Int, in bytes: [UInt8]) -> Bool {
        var cursor = index
        while cursor > 0, Postscript.lead.contains(bytes[cursor - 1]) { cursor -= 1 }
        return cursor == 0 || bytes[cursor - 1] == 0x0A
    }

    private static let lead = ASCIISet(" \t*_#>\"'([<-")
}

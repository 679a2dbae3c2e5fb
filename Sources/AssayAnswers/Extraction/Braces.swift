// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Balanced groups in LaTeX.
package enum Braces {
    /// The place after the brace that closes the group at `index`; nil where nothing does before `limit`.
    package static func end(ofGroupAt index: Int, limit: Int, in text: AnswerText) -> Int? {
        guard text[index] == UInt8(ascii: "{") else { return nil }
        var depth = 0
        var cursor = index
        while cursor < limit {
            switch text[cursor] {
            case UInt8(ascii: "\\"): cursor += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return cursor + 1 }
            default: break
            }
            cursor += 1
        }
        return nil
    }
}

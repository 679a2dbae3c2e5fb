// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension AnswerText {
    /// The end of a comma in braces between groups of digits, with the spaces around it: `{,}`, ` {, } `, `{,}\!`.
    ///
    /// TeX sets no space behind such a comma: it separates thousands.
    package func bracedCommaEnd(at index: Int) -> Int? {
        var cursor = index
        while self[cursor] == 0x20 { cursor += 1 }
        guard self[cursor] == UInt8(ascii: "{") else { return nil }
        cursor += 1
        while self[cursor] == 0x20 { cursor += 1 }
        guard self[cursor] == UInt8(ascii: ",") else { return nil }
        cursor += 1
        while self[cursor] == 0x20 { cursor += 1 }
        guard self[cursor] == UInt8(ascii: "}") else { return nil }
        cursor += 1
        while true {
            if self[cursor] == 0x20 {
                cursor += 1
            } else if self[cursor] == UInt8(ascii: "\\"),
                self[cursor + 1] == UInt8(ascii: "!") || self[cursor + 1] == UInt8(ascii: ",")
            {
                cursor += 2
            } else {
                return cursor
            }
        }
    }
}

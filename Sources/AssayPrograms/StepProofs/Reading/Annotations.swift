// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers

/// A calculator's annotations in a text: `<<16-3-4=9>>`.
struct Annotations {
    /// What stands between the marks of each.
    private(set) var contents: [Range<Int>] = []
    /// The text with the annotations blanked, byte for byte; nothing stands between the sign and the result behind.
    private(set) var rest: [UInt8]

    init(_ bytes: [UInt8]) {
        rest = bytes
        let mark = UInt8(ascii: "<")
        let end = UInt8(ascii: ">")
        var index = 0
        // Where no closing mark is left, none is looked for again.
        while index + 1 < bytes.count {
            guard bytes[index] == mark, bytes[index + 1] == mark else {
                index += 1
                continue
            }
            var cursor = index + 2
            while cursor + 1 < bytes.count, cursor - index < 2_000, bytes[cursor] != 0x0A,
                !(bytes[cursor] == end && bytes[cursor + 1] == end)
            {
                cursor += 1
            }
            guard cursor + 1 < bytes.count, bytes[cursor] == end, bytes[cursor + 1] == end else {
                index += 2
                continue
            }
            contents.append(index + 2..<cursor)
            for place in index..<cursor + 2 { rest[place] = 0x20 }
            index = cursor + 2
        }
    }
}

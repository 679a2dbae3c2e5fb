// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Where a response's reasoning ends and its answer begins.
///
/// Applied once, before any verifier looks.
public enum Reasoning: Sendable, Hashable {
    /// The answer stands here, line feeds before it left out.
    case answer(Range<Int>)
    /// The reasoning never ends: there is no answer.
    case truncated

    /// Finds the answer in a response.
    ///
    /// ## How it decides
    /// 1. The answer is what follows the last `</think>` (or `</thinking>`); all of the text where there is none.
    /// 2. A `<think>` (or `<thinking>`) at the beginning of a line of that, which nothing closes, means that the model was
    ///    cut off while reasoning. Inside a line it is taken as prose about the tag.
    public static func find(in bytes: [UInt8]) -> Reasoning {
        guard ByteSearch.first(UInt8(ascii: "<"), in: bytes, from: 0, to: bytes.count) != nil else {
            return .answer(0..<bytes.count)
        }
        var start = 0
        for tag in closing {
            while let found = ByteSearch.first(tag, in: bytes, from: start) { start = found + tag.count }
        }
        for tag in opening {
            var cursor = start
            while let found = ByteSearch.first(tag, in: bytes, from: cursor) {
                if beginsLine(found, in: bytes, after: start) { return .truncated }
                cursor = found + tag.count
            }
        }
        if start > 0 {
            while start < bytes.count, bytes[start] == 0x0A || bytes[start] == 0x0D { start += 1 }
        }
        return .answer(start..<bytes.count)
    }

    private static let opening = [Array("<think>".utf8), Array("<thinking>".utf8)]
    private static let closing = [Array("</think>".utf8), Array("</thinking>".utf8)]

    private static func beginsLine(_ index: Int, in bytes: [UInt8], after start: Int) -> Bool {
        var cursor = index
        while cursor > start, bytes[cursor - 1] == 0x20 || bytes[cursor - 1] == 0x09 { cursor -= 1 }
        return cursor == start || bytes[cursor - 1] == 0x0A
    }
}

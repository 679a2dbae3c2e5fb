// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

/// The part of a response that CoDI-Eval judges.
enum CoDIAnswer {
    /// What follows the first colon at the end of a line; the whole response if there is no such colon.
    ///
    /// White space at the ends is left out.
    /// That drops "Sure, here is a poem:", but also what stands before a list in the middle of an answer. Corrected, only an
    /// introduction on the first line is dropped.
    static func range(in text: Text, conformance: Conformance) -> Range<Int> {
        let all = text.stripped
        // The reference strips after it has cut.
        guard let colon = ByteSearch.first([UInt8(ascii: ":"), 0x0A], in: text.bytes) else { return all }
        if conformance == .corrected {
            let isFirstLine = ByteSearch.first(0x0A, in: text.bytes, from: all.lowerBound, to: colon) == nil
            guard colon >= all.lowerBound, isFirstLine else { return all }
        }
        return text.strip(colon + 1..<text.bytes.count)
    }

    /// Evidence that an introduction was left out.
    static func evidence(_ range: Range<Int>, of text: Text) -> [Evidence] {
        range.lowerBound > text.stripped.lowerBound
            ? [.place("judged after the colon that ends a line", range)] : []
    }
}

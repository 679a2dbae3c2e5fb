// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension Text {
    /// The place in this text of a place in its lower-case form, which some scalars make longer or shorter.
    ///
    /// - Complexity: linear in the length of the text, unless all of it is ASCII.
    public func range(ofLowercased range: Range<Int>) -> Range<Int> {
        guard !isASCII else { return range }
        var index = 0
        var lowered = 0
        func advance(to place: Int) -> Int {
            while index < bytes.count, lowered < place {
                let (_, length) = UTF8Decoding.scalar(bytes, at: index)
                lowered += UnicodeText.lowercased(Array(bytes[index..<index + length])).count
                index += length
            }
            return index
        }
        let start = advance(to: range.lowerBound)
        return start..<advance(to: range.upperBound)
    }
}

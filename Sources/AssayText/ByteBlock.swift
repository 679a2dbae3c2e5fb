// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Eight ASCII bytes at a time: each function answers with bit 7 of every byte that fits.
///
/// Bytes above ASCII have to be
/// ruled out first, with ``highBits``.
enum ByteBlock {
    /// Bit 7 of every byte: set where a byte is not ASCII.
    static let highBits: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Bytes from `low` to `high`, both ASCII.
    @inline(__always) static func bytes(_ block: UInt64, from low: UInt8, to high: UInt8) -> UInt64 {
        // With bit 7 clear, adding 0x80 − k sets it from k on.
        let atLeastLow = block &+ UInt64(0x80 - low) &* ones
        let aboveHigh = block &+ UInt64(0x7F - high) &* ones
        return atLeastLow & ~aboveHigh & highBits
    }

    /// Bytes equal to `byte`, which is ASCII.
    @inline(__always) static func bytes(_ block: UInt64, equalTo byte: UInt8) -> UInt64 {
        ~((block ^ UInt64(byte) &* ones) &+ 0x7F &* ones) & highBits
    }

    /// ASCII letters, digits and `_`.
    @inline(__always) static func wordBytes(_ block: UInt64) -> UInt64 {
        bytes(block | 0x20 &* ones, from: 0x61, to: 0x7A) | bytes(block, from: 0x30, to: 0x39)
            | bytes(block, equalTo: 0x5F)
    }
}

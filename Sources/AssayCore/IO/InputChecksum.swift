// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CZlib

/// CRC-32 and length of an input's lines: the same for one file, its gzip, and the same text through a pipe.
public struct InputChecksum: Sendable, Hashable {
    /// The CRC-32 so far.
    public private(set) var crc32: UInt32 = 0
    /// Length in bytes, line feeds included.
    public private(set) var byteCount = 0

    /// Creates the checksum of nothing.
    public init() {}

    /// Adds the lines of a block, rather than the block, which ends elsewhere when the same input comes through a pipe.
    public mutating func add(_ chunk: LineChunk) {
        chunk.bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            var feed: UInt8 = 0x0A
            var checksum = UInt(crc32)
            for line in chunk.lines {
                checksum = CZlib.crc32(
                    checksum, base + line.range.lowerBound, UInt32(truncatingIfNeeded: line.range.count))
                checksum = CZlib.crc32(checksum, &feed, 1)
                byteCount += line.range.count + 1
            }
            crc32 = UInt32(truncatingIfNeeded: checksum)
        }
    }

    /// Adds what came behind.
    public static func += (a: inout InputChecksum, b: InputChecksum) {
        a.crc32 = UInt32(truncatingIfNeeded: crc32_combine(UInt(a.crc32), UInt(b.crc32), b.byteCount))
        a.byteCount += b.byteCount
    }

    /// The CRC-32 as eight hexadecimal digits.
    public var hexadecimal: String {
        let digits = String(crc32, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

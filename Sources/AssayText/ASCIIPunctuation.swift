// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The 32 ASCII punctuation signs of Python's `string.punctuation`.
public enum ASCIIPunctuation {
    /// Whether the byte is one of them.
    @inlinable public static func contains(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Counts sentences that end in a noun.
public enum JapaneseNominalEndings {
    /// The number of signs 。, ！ and ？ directly after a noun.
    public static func count(in bytes: [UInt8]) -> Int {
        0
    }
}

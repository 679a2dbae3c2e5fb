// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayTables

extension UnicodeText {
    /// The compatibility decomposition (NFKD) of Unicode 14.0, as `unicodedata.normalize("NFKD", …)`.
    ///
    /// - Source: Unicode Standard Annex 15, "Unicode Normalization Forms"; Hangul by the arithmetic of chapter 3.12.
    public static func nfkd(_ bytes: [UInt8]) -> [UInt8] {
        if isASCII(bytes) { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 4 + 8)
        // Combining marks since the last scalar of class 0: class, then scalar.
        var marks: [UInt64] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                flush(&marks, to: &result)
                result.append(byte)
                index += 1
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            index += length
            if scalar &- hangulBase < hangulCount {
                flush(&marks, to: &result)
                appendHangul(scalar, to: &result)
            } else if let entry = decomposition(of: scalar) {
                for position in entry { append(assay_nfkd_scalars()[position], marks: &marks, to: &result) }
            } else {
                append(scalar, marks: &marks, to: &result)
            }
        }
        flush(&marks, to: &result)
        return result
    }

    /// The canonical combining class; 0 for scalars that do not combine.
    public static func combiningClass(_ scalar: UInt32) -> UInt8 {
        guard scalar >= 0x300 else { return 0 }
        switch UnicodeScalars.category(scalar) {
        case .mn, .mc, .me: break
        default: return 0
        }
        let table = assay_combining_class()
        var low = 0
        var high = Int(assay_combining_class_count)
        while low < high {
            let middle = (low + high) / 2
            if table[middle] >> 8 < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < Int(assay_combining_class_count), table[low] >> 8 == scalar else { return 0 }
        return UInt8(truncatingIfNeeded: table[low])
    }

    // MARK: Details

    private static let hangulBase: UInt32 = 0xAC00
    private static let hangulCount: UInt32 = 11172

    @inline(__always)
    private static func append(_ scalar: UInt32, marks: inout [UInt64], to result: inout [UInt8]) {
        let order = combiningClass(scalar)
        if order == 0 {
            flush(&marks, to: &result)
            UTF8Decoding.append(scalar, to: &result)
        } else {
            // The number between class and scalar keeps marks of one class in their order.
            marks.append(UInt64(order) << 56 | UInt64(marks.count) << 21 | UInt64(scalar))
        }
    }

    /// Writes the marks that wait, ordered by class.
    @inline(__always)
    private static func flush(_ marks: inout [UInt64], to result: inout [UInt8]) {
        if marks.isEmpty { return }
        if marks.count > 1 { marks.sort() }
        for mark in marks { UTF8Decoding.append(UInt32(truncatingIfNeeded: mark & 0x1F_FFFF), to: &result) }
        marks.removeAll(keepingCapacity: true)
    }

    private static func appendHangul(_ scalar: UInt32, to result: inout [UInt8]) {
        let offset = scalar - hangulBase
        UTF8Decoding.append(0x1100 + offset / 588, to: &result)
        UTF8Decoding.append(0x1161 + offset % 588 / 28, to: &result)
        if offset % 28 != 0 { UTF8Decoding.append(0x11A7 + offset % 28, to: &result) }
    }

    /// Where the decomposition of `scalar` stands in the table of scalars; nil if it has none.
    private static func decomposition(of scalar: UInt32) -> Range<Int>? {
        let keys = assay_nfkd_keys()
        var low = 0
        var high = Int(assay_nfkd_keys_count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < Int(assay_nfkd_keys_count), keys[low] == scalar else { return nil }
        return Int(assay_nfkd_offsets()[low])..<Int(assay_nfkd_offsets()[low + 1])
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayTables

/// Which signs belong to simplified and which to traditional Chinese only, by OpenCC's tables.
enum ChineseForms {
    /// Whether the sign has another form in traditional Chinese as written in Taiwan.
    ///
    /// Curly quotation marks count as simplified, corner brackets as traditional, as in the reference's tables.
    ///
    /// Strictly leaves out signs that traditional Chinese uses too.
    static func isSimplified(_ scalar: UInt32, strictly: Bool = false) -> Bool {
        if scalar < 0x3400 { return [0x2018, 0x2019, 0x201C, 0x201D].contains(scalar) }
        return has(scalar, 1, unless: strictly ? 4 : 0)
    }

    /// Whether the sign has another form in simplified Chinese.
    static func isTraditional(_ scalar: UInt32, strictly: Bool = false) -> Bool {
        if scalar < 0x3400 { return [0x300C, 0x300D, 0x300E, 0x300F].contains(scalar) }
        return has(scalar, 2, unless: strictly ? 8 : 0)
    }

    private static func has(_ scalar: UInt32, _ flag: UInt32, unless other: UInt32) -> Bool {
        let table = assay_chinese()
        var low = 0
        var high = Int(assay_chinese_count)
        while low < high {
            let middle = (low + high) / 2
            if table[middle] >> 4 < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < Int(assay_chinese_count), table[low] >> 4 == scalar else { return false }
        return table[low] & flag != 0 && table[low] & other == 0
    }
}

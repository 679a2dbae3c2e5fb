// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// The key under which Python's `re` takes two scalars for the same with IGNORECASE.
///
/// That is the one-to-one lower-case form, and one representative for the groups of lower-case scalars that have the
/// same upper-case form.
enum CaseKey {
    /// The key of a scalar.
    @inline(__always) static func of(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
        let lower = UnicodeScalars.simpleLowercase(scalar)
        return lower < 0x100 && lower != 0xB5 ? lower : representative(lower)
    }

    private static func representative(_ lower: UInt32) -> UInt32 {
        switch lower {
        case 0x131: 0x69
        case 0x17F: 0x73
        case 0xB5: 0x3BC
        case 0x345, 0x1FBE: 0x3B9
        case 0x1FD3: 0x390
        case 0x1FE3: 0x3B0
        case 0x3D0: 0x3B2
        case 0x3F5: 0x3B5
        case 0x3D1: 0x3B8
        case 0x3F0: 0x3BA
        case 0x3D6: 0x3C0
        case 0x3F1: 0x3C1
        case 0x3C2: 0x3C3
        case 0x3D5: 0x3C6
        case 0x1C80: 0x432
        case 0x1C81: 0x434
        case 0x1C82: 0x43E
        case 0x1C83: 0x441
        case 0x1C84, 0x1C85: 0x442
        case 0x1C86: 0x44A
        case 0x1C87: 0x463
        case 0x1C88: 0xA64B
        case 0x1E9B: 0x1E61
        case 0xFB06: 0xFB05
        default: lower
        }
    }
}

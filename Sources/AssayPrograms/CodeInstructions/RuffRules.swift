// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// The rules of ruff's that can be named, as `ruff rule --all` lists them in version 0.17.6.
///
/// A name that ruff does not know would end its look at every program of a batch, and one that it knows only in preview
/// would find nothing: both are told when a check is made.
package enum RuffRules {
    /// The codes by letters; those with a question mark are in preview.
    private static let table = """
        A 001 002 003 004 005 006
        AIR 001 002 003? 004? 201? 202? 301 302 303 304? 311 312 321?
        ANN 001 002 003 201 202 204 205 206 401
        ARG 001 002 003 004 005
        ASYNC 100 105 109 110 115 116 119? 210 212 220 221 222 230 240 250 251 401?
        B 002 003 004 005 006 007 008 009 010 011 012 013 014 015 016 017 018 019 020 021 022 023 024 025 026
        B 027 028 029 030 031 032 033 034 035 039 043? 901? 903? 904 905 909? 911 912
        BLE 001
        C 400 401 402 403 404 405 406 408 409 410 411 413 414 415 416 417 418 419 420 901
        COM 812 818 819
        CPY 001
        D 100 101 102 103 104 105 106 107 200 201 202 203 204 205 206 207 208 209 210 211 212 213 214 215 300
        D 301 400 401 402 403 404 405 406 407 408 409 410 411 412 413 414 415 416 417 418 419 420? 421?
        DJ 001 003 006 007 008 012 013
        DOC 102? 201? 202? 402? 403? 501? 502?
        DTZ 001 002 003 004 005 006 007 011 012 901
        E 101 111? 112? 113? 114? 115? 116? 117? 201? 202? 203? 204? 211? 221? 222? 223? 224? 225? 226? 227?
        E 228? 231? 241? 242? 251? 252? 261? 262? 265? 266? 271? 272? 273? 274? 275? 301? 302? 303? 304? 305?
        E 306? 401 402 501 502? 701 702 703 711 712 713 714 721 722 731 741 742 743 902
        EM 101 102 103
        ERA 001
        EXE 001 002 003 004 005
        F 401 402 403 404 405 406 407 501 502 503 504 505 506 507 508 509 521 522 523 524 525 541 601 602 621
        F 622 631 632 633 634 701 702 704 706 707 722 811 821 822 823 841 842 901
        FA 100 102
        FAST 001 002 003
        FBT 001 002 003
        FIX 001 002 003 004
        FLY 002
        FURB 101? 103? 105 110 113? 116 118? 122 129 131? 132 136 140? 142? 145? 148? 152? 154? 156? 157 161 162
        FURB 163 164 166 167 168 169 171 177 180? 181 187 188 189? 192
        G 001 002 003 004 010 101 201 202
        I 001 002
        ICN 001 002 003
        INP 001
        INT 001 002 003
        ISC 001 002 003 004
        LOG 001 002 004 007 009 014 015
        N 801 802 803 804 805 806 807 811 812 813 814 815 816 817 818 999
        NPY 001 002 003 201
        PD 002 003 004 007 008 009 010 011 012 013 015 101
        PERF 101 102 203 401 402 403
        PGH 003 004 005
        PIE 790 794 796 800 804 807 808 810
        PLC 0105 0131 0132 0205 0206 0207 0208 0414 0415 1802 1901? 2401 2403 2701? 2801? 3002
        PLE 0100 0101 0115 0116 0117 0118 0211? 0237 0241 0302 0303 0304 0305 0307 0308 0309 0604 0605 0643 0704
        PLE 1132 1141? 1142 1205 1206 1300 1307 1310 1507 1519 1520 1700 2502 2510 2512 2513 2514 2515 4703?
        PLR 0124 0133 0202? 0203? 0206 0402 0904? 0911 0912 0913 0914? 0915 0916? 0917 1702? 1704 1708 1711
        PLR 1712? 1714 1716 1722 1730 1733 1736 2004 2044 5501 6104? 6201? 6301?
        PLW 0108 0120 0127 0128 0129 0131 0133 0177 0211 0244? 0245 0406 0602 0603 0604 0642 0711 0717? 1501
        PLW 1507 1508 1509 1510 1514? 1641 2101 2901 3201? 3301
        PT 001 002 003 006 007 008 009 010 011 012 013 014 015 016 017 018 019 020 021 022 023 024 025 026 027
        PT 028 029? 030 031
        PTH 100 101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117 118 119 120 121 122 123 124
        PTH 201 202 203 204 205 206 207 208 210 211
        PYI 001 002 003 004 005 006 007 008 009 010 011 012 013 014 015 016 017 018 019 020 021 024 025 026 029
        PYI 030 032 033 034 035 036 041 042 043 044 045 046 047 048 049 050 051 052 053 054 055 056 057 058 059
        PYI 061 062 063 064 066
        Q 000 001 002 003 004
        RET 501 502 503 504 505 506 507 508
        RSE 102
        RUF 001 002 003 005 006 007 008 009 010 012 013 015 016 017 018 019 020 021 022 023 024 026 027? 028
        RUF 029? 030 031? 032 033 034 036 037 038? 039? 040 041 043 045? 046 047? 048 049 050? 051 052? 053 054?
        RUF 055? 056? 057 058 059 060 061 063 064 065? 066? 067? 068 069? 070? 071 072? 073? 074? 075? 077? 100
        RUF 101 102 103 104 105? 106? 200 201? 202?
        S 101 102 103 104 105 106 107 108 110 112 113 201 202 301 302 303 304 305 306 307 308 310 311 312 313
        S 314 315 316 317 318 319 321 323 324 401? 402? 403? 404? 405? 406? 407? 408? 409? 411? 412? 413? 415?
        S 501 502 503 504 505 506 507 508 509 601 602 603 604 605 606 607 608 609 610 611 612 701 702 704
        SIM 101 102 103 105 107 108 109 110 112 113 114 115 116 117 118 201 202 208 210 211 212 220 221 222 223
        SIM 300 401 905 910 911
        SLF 001
        SLOT 000 001 002
        T 100 201 203
        TC 001 002 003 004 005 006 007 008? 010
        TD 001 002 003 004 005 006 007
        TID 251 252 253 254 255
        TRY 002 003 004 201 203 300 301 400 401
        UP 001 003 004 005 006 007 008 009 010 011 012 013 014 015 017 018 019 020 021 022 023 024 025 026 028
        UP 029 030 031 032 033 034 035 036 037 039 040 041 042 043 044 045 046 047 048? 049 050 051? 052?
        W 191 291 292 293 391? 505 605
        YTT 101 102 103 201 202 203 204 301 302 303
        """

    /// Codes with whether they are in preview.
    package static let codes: [String: Bool] = {
        var codes: [String: Bool] = [:]
        for line in table.utf8.split(separator: 0x0A) {
            let words = line.split(separator: 0x20)
            guard let letters = words.first else { continue }
            for word in words.dropFirst() {
                let isPreview = word.last == UInt8(ascii: "?")
                codes[String(Substring(letters)) + String(Substring(isPreview ? word.dropLast() : word))] = isPreview
            }
        }
        return codes
    }()

    /// Whether a selector means a rule in preview.
    ///
    /// - Parameter selector: a code, or the beginning of codes: `E501`, `PTH`, `D2`.
    /// - Returns: false for rules that are always there.
    /// - Throws: `CheckError` with code `argument` where ruff has no such rule, or has it only in preview and by its code.
    static func isPreview(_ selector: String) throws(CheckError) -> Bool {
        if let isPreview = codes[selector] { return isPreview }
        let meant = codes.filter { code, _ in
            code.utf8.starts(with: selector.utf8)
                // The letters stand whole, or mean all of pylint's.
                && (selector == "PL" || !(code.utf8.dropFirst(selector.utf8.count).first.map(isLetter) ?? false))
        }
        if selector == "ALL" || meant.contains(where: { !$0.value }) { return false }
        guard meant.isEmpty else {
            throw .argument(
                "rules", found: "\"\(selector)\", which ruff has only in preview",
                expected: "each code of its own: \(meant.keys.sorted().joined(separator: ", "))")
        }
        let near = NearestName.find(selector, in: codes.keys.sorted())
        throw .argument(
            "rules", found: "\"\(selector)\"",
            expected: "a rule of ruff \(RuffTool.version)\(near.map { " (\"\($0)\" is the nearest)" } ?? "")")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}

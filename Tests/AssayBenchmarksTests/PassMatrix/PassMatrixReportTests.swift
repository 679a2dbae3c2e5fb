// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayBenchmarks
import AssayCore
import Testing

/// What a matrix tells, and how it is shown.
struct PassMatrixReportTests {
    @Test(
        arguments: [
            (
                [[true, true, false], [true, true, false], [true, false, false], [true, false, true]], [2, 2, 1, 2],
                [4, 2, 1], true
            ),
            ([[true, true], [true, true]], [2, 2], [2, 2], false),
            ([[false, false], [false, false]], [0, 0], [0, 0], false),
            // Programs differ, tests do not.
            ([[true, true], [false, false]], [2, 0], [1, 1], false),
            ([[true, nil], [false, true]], [1, 1], [1, 1], false),
        ] as [([[Bool?]], [Int], [Int], Bool)])
    func counts(rows: [[Bool?]], passed: [Int], accepted: [Int], isInformative: Bool) {
        let counts = PassCounts(rows)
        #expect(counts.passed == passed)
        #expect(counts.accepted == accepted)
        #expect(counts.isInformative == isInformative)
    }

    @Test func nothingIsNotInformative() { #expect(!PassCounts([]).isInformative) }

    @Test func tableAndJSON() {
        let record = PassMatrixRecord(
            place: "in:3", line: 3, idJSON: Array(#""a\u001b""#.utf8),
            passes: .success([[true, false], [nil, false]]))
        #expect(
            PassMatrixReport.table(record) == """
                record "a\\u001b"  line 3  2 programs, 2 tests, informative
                program   0  1  passed
                0         +  –       1
                1         ?  –       0
                accepted  1  0


                """)
        let json = String(decoding: PassMatrixReport.json(record), as: UTF8.self)
        #expect(
            json
                == #"{"id":"a\u001b","line":3,"passes":[[true,false],[null,false]],"passed_by_program":[1,0],"#
                + #""accepted_by_test":[1,0],"informative":true}"# + "\n")
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Foundation
import Testing

/// Prints trees for people: `ASSAY_PARSE_FILE=inputs.txt` names a file with an input a line.
@Suite struct OutlineDumpTests {
    static let file = ProcessInfo.processInfo.environment["ASSAY_PARSE_FILE"]

    @Test(.enabled(if: file != nil, "set ASSAY_PARSE_FILE to a file with an input a line"))
    func dump() throws {
        let text = try String(contentsOfFile: Self.file ?? "", encoding: .utf8)
        let parser = MathParser()
        for line in text.split(separator: "\n") {
            let input = String(line).replacingOccurrences(of: "␤", with: "\n")
            print("\(line)\n    \(NotationTests.outline(input))")
            let readings = parser.readings(input)
            for reading in readings.dropFirst() { print("    or \(reading.outline)") }
            guard let tree = readings.first, case let printed = tree.printed, parser.parse(printed) != .success(tree)
            else { continue }
            print("    PRINTED \(printed) READS \(NotationTests.outline(printed))")
        }
    }
}

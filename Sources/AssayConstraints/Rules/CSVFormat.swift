// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the whole response is a table of values parted by a delimiter, every row with as many fields.
///
///     {"verifier": "csv", "columns": 3, "min": 2}
///
/// ## How it decides
/// 1. White space and a code fence around the response are left out.
/// 2. Rows end at a line feed, fields at the delimiter; inside double quotation marks both are text, and two marks are
///    one. Blank rows are not counted.
/// 3. All rows need as many fields, the given number where there is one, and at least two where there is none. The
///    number of rows, the first included, has to lie within the bound.
public struct CSVFormat: Rule {
    /// The number of fields in each row.
    public let columns: Int?
    /// The bound on the number of rows.
    public let rows: Bound
    /// What stands between fields.
    public let delimiter: String
    private let sign: UInt8

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` for a delimiter that is not one ASCII sign.
    public init(columns: Int? = nil, rows: Bound = Bound(minimum: 1), delimiter: String = ",") throws(CheckError) {
        guard delimiter.utf8.count == 1, let sign = delimiter.utf8.first, sign != 0x22, sign != 0x0A else {
            throw .argument("delimiter", found: "\"\(delimiter)\"", expected: "one sign of ASCII such as \";\"")
        }
        self.columns = columns
        self.rows = rows
        self.delimiter = delimiter
        self.sign = sign
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        let counts = fieldCounts(in: text)
        let wanted = columns ?? max(2, counts.first ?? 2)
        let odd = counts.firstIndex { $0 != wanted }
        return input.verdict(odd == nil && rows.contains(counts.count) && !counts.isEmpty) {
            var evidence = [Evidence.count("rows", counts.count, required: rows.described)]
            if let odd {
                evidence.append(.count("fields in row \(odd + 1)", counts[odd], required: "exactly \(wanted)"))
            }
            return evidence
        }
    }

    /// The numbers of fields, row by row.
    private func fieldCounts(in text: Text) -> [Int] {
        let range = Fence.content(of: text)
        var counts: [Int] = []
        var fields = 1
        var isQuoted = false
        var isBlank = true
        var atStart = true
        for index in range {
            let byte = text.bytes[index]
            if isQuoted {
                if byte == 0x22 { isQuoted = false }
                continue
            }
            switch byte {
            case sign:
                fields += 1
                isBlank = false
                atStart = true
                continue
            case 0x0A:
                if !isBlank { counts.append(fields) }
                fields = 1
                isBlank = true
                atStart = true
                continue
            // A mark right behind a closing one is the second of two, and the field goes on.
            case 0x22 where atStart || text.bytes[index - 1] == 0x22: isQuoted = true
            default: break
            }
            if !UnicodeText.isASCIISpace(byte) { isBlank = false }
            atStart = false
        }
        if !isBlank { counts.append(fields) }
        return counts
    }
}

/// Code fences around a whole response.
enum Fence {
    /// What stands between the fence's lines; the stripped response where there is no fence.
    static func content(of text: Text) -> Range<Int> {
        let core = text.stripped
        guard core.count >= 6, text.bytes[core].starts(with: mark), text.bytes[core].suffix(3).elementsEqual(mark),
            let first = ByteSearch.first(0x0A, in: text.bytes, from: core.lowerBound, to: core.upperBound),
            first < core.upperBound - 3
        else { return core }
        return text.strip(first + 1..<core.upperBound - 3)
    }

    private static let mark = Array("```".utf8)
}

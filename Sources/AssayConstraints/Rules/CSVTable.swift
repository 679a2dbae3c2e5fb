// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response is a table of separated values with given columns and a given number of rows.
///
/// ## How it decides
/// 1. The header is either the first row's fields, exactly, or, where quotes are kept, the first line without white space
///    at its ends: the names, each in double quotes or not, with spaces (and for commas also tabs) after separators.
/// 2. The response is read as `CSVReader` does; a row has to be there for the header and each of `rows`.
/// 3. Every row has as many fields as there are names, and meets ``Quoting``.
public struct CSVTable: Rule {
    /// What is asked of fields and quotes.
    public enum Quoting: Sendable {
        /// Nothing: quotes are read, not kept.
        case free
        /// Some field has a special character inside double quotes. As in IFBench's checker, rows after the first such
        /// one are not looked at, unless all rows are checked.
        case someSpecial
        /// Every field, those of the header too, stands in double quotes.
        case all
    }

    /// The names of the columns.
    public let columns: [String]
    /// The number of rows below the header.
    public let rows: Int
    /// What separates fields.
    public let delimiter: UInt8
    /// What is asked of quotes.
    public let quoting: Quoting
    /// Whether blank lines are passed over, a code fence around the table is taken off, and every row is looked at.
    public let isLenient: Bool
    private let names: [[UInt8]]

    /// Creates the rule.
    public init(
        columns: [String], rows: Int, delimiter: UInt8 = UInt8(ascii: ","), quoting: Quoting, isLenient: Bool
    ) {
        self.columns = columns
        self.rows = rows
        self.delimiter = delimiter
        self.quoting = quoting
        self.isLenient = isLenient
        names = columns.map { Array($0.utf8) }
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = isLenient ? CSVTable.unfenced(input.response) : input.response
        let problem = problem(text)
        return input.verdict(problem == nil) { problem.map { [$0] } ?? [] }
    }

    private func problem(_ text: Text) -> Evidence? {
        let header = "the columns " + columns.joined(separator: delimiter == 0x09 ? "⇥" : ",")
        if quoting != .free, let line = text.lines.first, !isHeader(text.strip(line), text.bytes) {
            return Evidence("first line", found: .string(text.string(text.strip(line))), required: header)
        }
        var count = 0
        var decided = false
        var wrong: Evidence?
        let reader = CSVReader(delimiter: delimiter, keepsQuotes: quoting != .free)
        do throws(CSVReader.Failure) {
            try reader.forEachRow(in: text.bytes) { row in
                if isLenient, row.fields.isEmpty { return }
                let number = count
                count += 1
                guard wrong == nil, !decided || isLenient else { return }
                if number == 0, quoting == .free {
                    if !row.isEqual(to: names) { wrong = Evidence("first row", required: header, span: Span(row.line)) }
                } else if number > 0 || quoting == .all {
                    if row.fields.count != columns.count {
                        wrong = Evidence(
                            "fields in row \(number + 1)",
                            found: .number(JSONNumber(lexeme: String(row.fields.count))),
                            required: "exactly \(columns.count)", span: Span(row.line))
                    } else if quoting == .someSpecial {
                        decided = decided || row.fields.indices.contains { CSVTable.hasSpecial(row.field($0)) }
                    } else if quoting == .all, !row.fields.indices.allSatisfy({ CSVTable.isQuoted(row, $0) }) {
                        wrong = .place("row \(number + 1)", row.line, required: "every field in double quotes")
                    }
                }
            }
        } catch {
            return .place(error.message, error.position..<error.position + 1, required: "a table of \(rows + 1) rows")
        }
        if count != rows + 1 { return .count("rows with the header", count, required: "exactly \(rows + 1)") }
        if let wrong { return wrong }
        if quoting == .someSpecial, !decided {
            return Evidence("no field with a special character in double quotes", required: "1 or more")
        }
        return nil
    }

    private func isHeader(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
        var index = line.lowerBound
        for (number, name) in names.enumerated() {
            if number > 0 {
                guard index < line.upperBound, bytes[index] == delimiter else { return false }
                index += 1
                while index < line.upperBound,
                    bytes[index] == 0x20 || (bytes[index] == 0x09 && delimiter != 0x09)
                {
                    index += 1
                }
            }
            let isQuoted = index < line.upperBound && bytes[index] == UInt8(ascii: "\"")
            let form = isQuoted ? [UInt8(ascii: "\"")] + name + [UInt8(ascii: "\"")] : name
            guard bytes[index..<line.upperBound].starts(with: form) else { return false }
            index += form.count
        }
        return index == line.upperBound
    }

    /// Whether a field begins with a double quote after which, before another one on the same line, stands a character
    /// that is neither a word character nor white space.
    private static func hasSpecial(_ field: ArraySlice<UInt8>) -> Bool {
        guard field.first == UInt8(ascii: "\"") else { return false }
        let line = Array(field.prefix { $0 != 0x0A })
        guard let end = line.lastIndex(of: UInt8(ascii: "\"")) else { return false }
        var index = 1
        while index < end {
            let (scalar, length) = UTF8Decoding.scalar(line, at: index)
            if !UnicodeScalars.isWord(scalar), !UnicodeScalars.isSpace(scalar) { return true }
            index += length
        }
        return false
    }

    private static func isQuoted(_ row: CSVReader.Row, _ index: Int) -> Bool {
        let inner = UnicodeText.strippedRange(of: row.bytes, in: row.fields[index])
        guard !inner.isEmpty else { return false }
        return row.bytes[inner.lowerBound] == UInt8(ascii: "\"")
            && row.bytes[inner.upperBound - 1] == UInt8(ascii: "\"")
    }

    /// What stands inside a code fence that makes up the whole response; else the response without outer blank lines.
    private static func unfenced(_ text: Text) -> Text {
        let inner = text.part(text.stripped)
        let lines = inner.lines
        guard lines.count >= 3, let first = lines.first, let last = lines.last,
            inner.bytes[first].starts(with: fence), inner.bytes[last].elementsEqual(fence)
        else { return inner }
        return inner.part(lines[1].lowerBound..<lines[lines.count - 2].upperBound)
    }

    private static let fence: [UInt8] = [0x60, 0x60, 0x60]
}

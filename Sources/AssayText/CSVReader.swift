// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reads comma-separated values as Python's `csv.reader` does over a text in memory.
///
/// ## Dialect
/// Fields may stand in double quotes, which are doubled inside; a quote inside an unquoted field is a character like any
/// other; a quoted field may hold line breaks, and ends with the text if it is not closed. A blank line is a row without
/// fields. A carriage return that does not end a line, or a field of more than 131,072 characters, is an error.
///
/// - Cost: one pass; memory for one row.
public struct CSVReader {
    /// What separates fields.
    public let delimiter: UInt8
    /// Whether each `"` of the text is read as `"""`, so that quotes stay in the fields.
    public let keepsQuotes: Bool

    /// Creates a reader.
    public init(delimiter: UInt8 = UInt8(ascii: ","), keepsQuotes: Bool = false) {
        self.delimiter = delimiter
        self.keepsQuotes = keepsQuotes
    }

    /// One row.
    public struct Row {
        /// The number of the row, from 0.
        public fileprivate(set) var number = 0
        /// The bytes of all fields, one after the other.
        public fileprivate(set) var bytes: [UInt8] = []
        /// Where each field stands in ``bytes``.
        public fileprivate(set) var fields: [Range<Int>] = []
        /// Where the row's last line stands in the text.
        public fileprivate(set) var line = 0..<0

        /// A field's bytes.
        public func field(_ index: Int) -> ArraySlice<UInt8> { bytes[fields[index]] }
        /// Whether the fields are exactly `names`.
        public func isEqual(to names: [[UInt8]]) -> Bool {
            fields.count == names.count && zip(fields, names).allSatisfy { bytes[$0].elementsEqual($1) }
        }
    }

    /// Why reading ended.
    public struct Failure: Error, Sendable {
        /// Where in the text.
        public let position: Int
        /// What is wrong there.
        public let message: String
    }

    /// Calls `body` for every row.
    ///
    /// - Throws: ``Failure`` at what Python's reader raises an error for, after the rows before it.
    public func forEachRow(in text: [UInt8], _ body: (Row) -> Void) throws(Failure) {
        var machine = Machine(delimiter: delimiter)
        var index = 0
        while index < text.count {
            let start = index
            while index < text.count {
                let byte = text[index]
                let times = keepsQuotes && byte == UInt8(ascii: "\"") ? 3 : 1
                for _ in 0..<times {
                    if let message = machine.read(byte) { throw Failure(position: index, message: message) }
                }
                index += 1
                if byte == 0x0A { break }
            }
            machine.row.line = start..<index
            machine.endLine()
            if machine.state == .startRow { machine.deliver(body) }
        }
        if machine.state == .quoted {
            machine.save()
            machine.deliver(body)
        }
    }

    /// The states of the reader, named as in Python's source.
    private enum State { case startRow, startField, field, quoted, quoteInQuoted, lineBreak }

    private struct Machine {
        let delimiter: UInt8
        var state = State.startRow
        var row = Row()
        var start = 0
        var scalars = 0

        init(delimiter: UInt8) { self.delimiter = delimiter }

        mutating func save() {
            row.fields.append(start..<row.bytes.count)
            start = row.bytes.count
            scalars = 0
        }

        /// Adds a byte to the field; nil, or what is wrong.
        mutating func add(_ byte: UInt8) -> String? {
            if !UTF8Decoding.isContinuation(byte) {
                guard scalars < 131_072 else { return "a field of more than 131072 characters" }
                scalars += 1
            }
            row.bytes.append(byte)
            return nil
        }

        mutating func deliver(_ body: (Row) -> Void) {
            body(row)
            row.number += 1
            row.bytes.removeAll(keepingCapacity: true)
            row.fields.removeAll(keepingCapacity: true)
            start = 0
            scalars = 0
            state = .startRow
        }

        mutating func read(_ byte: UInt8) -> String? {
            let isBreak = byte == 0x0A || byte == 0x0D
            switch state {
            case .startRow, .startField:
                if isBreak {
                    if state == .startField { save() }
                    state = .lineBreak
                } else if byte == UInt8(ascii: "\"") {
                    state = .quoted
                } else if byte == delimiter {
                    save()
                    state = .startField
                } else {
                    state = .field
                    return add(byte)
                }
            case .field:
                if isBreak {
                    save()
                    state = .lineBreak
                } else if byte == delimiter {
                    save()
                    state = .startField
                } else {
                    return add(byte)
                }
            case .quoted:
                guard byte == UInt8(ascii: "\"") else { return add(byte) }
                state = .quoteInQuoted
            case .quoteInQuoted:
                if byte == UInt8(ascii: "\"") {
                    state = .quoted
                    return add(byte)
                } else if byte == delimiter {
                    save()
                    state = .startField
                } else if isBreak {
                    save()
                    state = .lineBreak
                } else {
                    state = .field
                    return add(byte)
                }
            case .lineBreak:
                if !isBreak { return "a carriage return inside a line" }
            }
            return nil
        }

        /// The end of a line, after its line feed.
        mutating func endLine() {
            switch state {
            case .startRow, .lineBreak: state = .startRow
            case .startField, .field, .quoteInQuoted:
                save()
                state = .startRow
            case .quoted: break
            }
        }
    }
}

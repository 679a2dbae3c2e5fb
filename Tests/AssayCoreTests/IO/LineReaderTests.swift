// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import Foundation
import Testing

/// Lines come out of files whole, numbered and in order, wherever the blocks end.
struct LineReaderTests {
    private struct Line: Equatable {
        var number: Int
        var text: String
        var excess: Int?
        var isUnterminated: Bool
        var fault: CheckError.Code?
    }

    private static func lines(_ files: [Data], limit: Int = 1 << 20) throws -> [Line] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lines-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var paths: [String] = []
        for (index, data) in files.enumerated() {
            paths.append(folder.appendingPathComponent("\(index)").path)
            try data.write(to: URL(fileURLWithPath: paths[index]))
        }
        let reader = try LineReader(paths: paths, maximumLine: limit)
        var lines: [Line] = []
        var sequence = 0
        while let chunk = try reader.next() {
            #expect(chunk.sequence == sequence)
            sequence += 1
            for line in chunk.lines {
                lines.append(
                    Line(
                        number: line.number, text: String(decoding: chunk.bytes[line.range], as: UTF8.self),
                        excess: line.excess, isUnterminated: line.isUnterminated,
                        fault: line.fault?.code))
            }
        }
        return lines
    }

    private static func line(_ number: Int, _ text: String, excess: Int? = nil, open: Bool = false) -> Line {
        Line(number: number, text: text, excess: excess, isUnterminated: open)
    }

    @Test(arguments: [
        ("", []), ("\n\n", []), ("a\nb\n", [line(1, "a"), line(2, "b")]),
        ("a\nb", [line(1, "a"), line(2, "b", open: true)]),
        ("a \t\r\n\r\n  \n b\r\n", [line(1, "a"), line(4, " b")]),
        ("\u{FEFF}a\n\u{FEFF}b\n", [line(1, "a"), line(2, "\u{FEFF}b")]),
        ("\u{FEFF}", []), ("a\u{0}b\n", [line(1, "a\u{0}b")]),
    ]) private func linesOfAFile(content: String, expected: [Line]) throws {
        #expect(try Self.lines([Data(content.utf8)]) == expected)
    }

    /// Around the size of a block, every length of the line before counts.
    @Test(arguments: -2...2) func blocksEndAnywhere(offset: Int) throws {
        let long = String(repeating: "x", count: (1 << 18) + offset)
        let lines = try Self.lines([Data("\(long)\nshort\n\(long)\r\n\nlast".utf8)])
        #expect(
            lines == [Self.line(1, long), Self.line(2, "short"), Self.line(3, long), Self.line(5, "last", open: true)])
    }

    @Test func overlongLinesAreMeasuredAndSkipped() throws {
        let long = String(repeating: "x", count: 900_000)
        let lines = try Self.lines([Data("a\n\(long)\nb\n12345\n123456\n\(long)".utf8)], limit: 5)
        #expect(
            lines == [
                Self.line(1, "a"), Self.line(2, "", excess: 900_000), Self.line(3, "b"), Self.line(4, "12345"),
                Self.line(5, "", excess: 6), Self.line(6, "", excess: 900_000),
            ])
    }

    @Test func eachFileIsNumberedFromOne() throws {
        let lines = try Self.lines([Data("a\nb".utf8), Data(), Data("\u{FEFF}c\n".utf8)])
        #expect(lines == [Self.line(1, "a"), Self.line(2, "b", open: true), Self.line(1, "c")])
    }

    @Test func gzipOfSeveralMembers() throws {
        // "a\n" and "b\n", packed one after the other.
        let members = ["H4sIAAAAAAAAA0vkAgAHoerdAgAAAA==", "H4sIAAAAAAAAA0viAgDE8sf2AgAAAA=="]
        let data = members.compactMap { Data(base64Encoded: $0) }.reduce(Data(), +)
        #expect(try Self.lines([data]) == [Self.line(1, "a"), Self.line(2, "b")])
        // What was read before the fault stands, and so does the next file.
        let fault = Line(number: 3, text: "", excess: nil, isUnterminated: true, fault: .input)
        #expect(
            try Self.lines([data.dropLast(3), Data("c\n".utf8)])
                == [Self.line(1, "a"), Self.line(2, "b"), fault, Self.line(1, "c")])
    }
}

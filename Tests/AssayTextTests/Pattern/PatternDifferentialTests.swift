// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Foundation
import Testing

/// Compares the engine with Python's `re` on generated patterns and texts.
///
/// `ASSAY_PATTERN_CASES` sets how many (5,000 by default), `ASSAY_PATTERN_SEED` which.
struct PatternDifferentialTests {
    private struct Case: Decodable {
        var p: String
        var f: String
        var t: String
        var e: [ErrorPart]?
        var s: [[Int]]?
        var m: [[Int]]?
        var w: [[Int]]?
        var i: [[[Int]]]?
        var l: [String?]?
    }

    private enum ErrorPart: Decodable {
        case message(String)
        case position(Int)
        case none

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let value = try? container.decode(Int.self) {
                self = .position(value)
            } else if let value = try? container.decode(String.self) {
                self = .message(value)
            } else {
                self = .none
            }
        }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// What `python3` answers, or nil if there is none or it is of another version.
    static func run(_ arguments: [String]) -> Data? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? data : nil
    }

    static let hasPython = run(["-c", "import sys; assert sys.version_info[:2] == (3, 11)"]) != nil

    @Test(.enabled(if: hasPython, "python3 of version 3.11 is needed to compare with Python's re"))
    func agreesWithPython() throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["ASSAY_PATTERN_CASES"].flatMap { Int($0) } ?? 5000
        let seed = environment["ASSAY_PATTERN_SEED"] ?? "1"
        let script = Self.root.appending(path: "scripts/pattern_differential.py").path
        let data = try #require(Self.run([script, String(count), seed]))
        let decoder = JSONDecoder()
        var compared = 0
        var rejected = 0
        var unsupported = 0
        var positions = 0
        var failures: [String] = []
        for line in data.split(separator: 0x0A) {
            let item = try decoder.decode(Case.self, from: Data(line))
            switch Self.compare(item) {
            case .same: compared += 1
            case .rejected(let samePosition):
                rejected += 1
                positions += samePosition ? 1 : 0
            case .unsupported: unsupported += 1
            case .different(let what): failures.append("\(what): \(String(decoding: line, as: UTF8.self))")
            }
        }
        print(
            "Pattern against Python: \(compared) answers equal, \(rejected) rejected by both "
                + "(\(positions) at the same position), \(unsupported) not possible in linear time, "
                + "\(failures.count) different")
        for failure in failures.prefix(40) { Issue.record(Comment(rawValue: failure)) }
        #expect(failures.isEmpty)
        #expect(compared + rejected + unsupported + failures.count == count)
        #expect(compared * 2 > count)
    }

    private enum Outcome {
        case same, unsupported
        case rejected(samePosition: Bool)
        case different(String)
    }

    private static func compare(_ item: Case) -> Outcome {
        var flags: Pattern.Flags = []
        if item.f.contains("i") { flags.insert(.ignoreCase) }
        if item.f.contains("m") { flags.insert(.multiline) }
        if item.f.contains("s") { flags.insert(.dotAll) }
        if item.f.contains("a") { flags.insert(.ascii) }
        if item.f.contains("x") { flags.insert(.verbose) }
        let pattern: Pattern
        do {
            pattern = try Pattern(item.p, flags: flags)
        } catch {
            if error.kind == .unsupported {
                // Python is asked to agree that the feature is there, unless it found another error later on.
                return .unsupported
            }
            guard let expected = item.e else { return .different("rejected (\(error))") }
            if case .position(let position)? = expected.last {
                return .rejected(samePosition: position == error.position)
            }
            return .rejected(samePosition: true)
        }
        if item.e != nil { return .different("accepted") }
        let text = Array(item.t.utf8)
        func spans(_ match: Pattern.Match?) -> [[Int]]? {
            guard let match else { return nil }
            return [[match.range.lowerBound, match.range.upperBound]]
                + match.groups.map { $0.map { [$0.lowerBound, $0.upperBound] } ?? [] }
        }
        let search = spans(pattern.firstMatch(in: text))
        if search != item.s { return .different("search \(search ?? [])") }
        let prefix = spans(pattern.prefixMatch(in: text))
        if prefix != item.m { return .different("match \(prefix ?? [])") }
        let whole = spans(pattern.fullMatch(in: text))
        if whole != item.w { return .different("fullmatch \(whole ?? [])") }
        let all = pattern.matches(in: text).compactMap { spans($0) }
        if all != item.i { return .different("finditer \(all)") }
        let pieces = pattern.split(text).map { $0.map { String(decoding: text[$0], as: UTF8.self) } }
        if !zip(pieces, item.l ?? []).allSatisfy({ $0.map { Array($0.utf8) } == $1.map { Array($0.utf8) } })
            || pieces.count != item.l?.count
        {
            return .different("split \(pieces)")
        }
        // The cheaper questions have to have the same answers.
        if pattern.contains(in: text) != (item.s != nil) { return .different("contains") }
        if pattern.matchesPrefix(of: text) != (item.m != nil) { return .different("matchesPrefix") }
        if pattern.matchesWhole(text) != (item.w != nil) { return .different("matchesWhole") }
        let ranges = item.i?.map { $0[0] } ?? []
        if pattern.ranges(in: text).map({ [$0.lowerBound, $0.upperBound] }) != ranges { return .different("ranges") }
        if pattern.count(in: text) != ranges.count { return .different("count") }
        if pattern.firstRange(in: text).map({ [$0.lowerBound, $0.upperBound] }) != item.s?[0] {
            return .different("firstRange")
        }
        // So do the engines that otherwise only hard cases reach.
        guard let patient = try? Pattern(item.p, flags: flags, isGuessing: false) else { return .different("patient") }
        if spans(patient.firstMatch(in: text)) != item.s { return .different("search by oracle") }
        if patient.matches(in: text).compactMap({ spans($0) }) != item.i { return .different("finditer by oracle") }
        if patient.contains(in: text) != (item.s != nil) { return .different("contains without guessing") }
        return .same
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayCore

/// What a run of ``AgreementDriver`` came to.
struct ProgramValue: Sendable, Hashable {
    /// How it ended.
    var status: AgreementJudgement.ExecutionStatus
    /// The result as an answer; nil where there is none.
    var answer: String?
    /// Why there is none, or why it does not count.
    var reason: Reason?
    /// A package that is missed here, and not by the program's fault.
    var missingPackage: String?

    /// Reads a run.
    init(_ run: RunResult, limits: RunLimits) {
        let lines = run.results.split(separator: 0x0A).prefix(2).map { (try? JSONDocument(Array($0)))?.root }
        let first = lines.first.flatMap { $0 }
        let last = lines.count > 1 ? lines[1] : first
        guard run.status == .exited(0) else {
            self.init(ended: run, limits)
            return
        }
        if let word = last?["problem"]?.string {
            let name = last?["name"]?.string ?? "Exception"
            let place = last?["line"]?.number?.integer.map { " in line \($0)" } ?? ""
            let message = last?["message"]?.string ?? ""
            let isMemory = name == "MemoryError"
            self.init(
                status: .error,
                reason: Reason(
                    isMemory ? "memory" : word == "syntax" ? "syntax" : "raised",
                    "the program raised \(name)\(place)" + (message.isEmpty ? "" : ": \(ProgramTest.short(message))")))
            if name == "ModuleNotFoundError", let package = last?["module"]?.string.flatMap(ProgramValue.package) {
                missingPackage = package
                reason = Reason(
                    "missing-package", "the program needs the Python package \(package), which is not installed")
            }
            return
        }
        let value = lines.count > 1 ? last?["value"]?.string : nil
        let isFunction = last?["kind"]?.string == "solution"
        let printed = ProgramValue.lastLine(run.output)
        guard let text = isFunction ? value : printed ?? value, !text.isEmpty, text != "None" else {
            self.init(
                status: .noOutput, reason: Reason("no-output", "the program prints nothing and gives no value"))
            return
        }
        guard String(validating: run.output, as: UTF8.self) != nil else {
            self.init(status: .error, reason: Reason("encoding", "the program wrote bytes that are not UTF-8"))
            return
        }
        guard text.utf8.count <= ProgramValue.longest, let answer = ProgramValue.answer(in: text) else {
            self.init(
                status: .ok,
                reason: Reason("unreadable", "the program's result is no answer: \(ProgramTest.short(text))"))
            return
        }
        self.init(status: .ok, answer: answer)
        if let sentence = first?["trivial"]?.string {
            reason = Reason("trivial", "the program proves nothing: \(sentence)")
        }
    }

    init(status: AgreementJudgement.ExecutionStatus, answer: String? = nil, reason: Reason? = nil) {
        self.status = status
        self.answer = answer
        self.reason = reason
    }

    /// A run that did not come to its end by itself.
    private init(ended run: RunResult, _ limits: RunLimits) {
        var sentence = run.status.sentence(limits)
        if case .exited = run.status, let line = run.errorOutput.split(separator: 0x0A).last {
            sentence += ": \(ProgramTest.short(String(decoding: line, as: UTF8.self)))"
        }
        let isTime = run.status == .wallTime || run.status == .processorTime
        self.init(
            status: isTime ? .timeout : .error,
            reason: Reason(isTime ? "timeout" : run.status == .memory ? "memory" : run.status.word, sentence))
    }

    /// The last line that is not blank; nil where there is none.
    static func lastLine(_ output: [UInt8]) -> String? {
        var end = output.count
        while end > 0, output[end - 1] <= 0x20 { end -= 1 }
        guard end > 0 else { return nil }
        let start = output[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let line = output[start..<end].drop { $0 <= 0x20 }
        return String(decoding: line, as: UTF8.self)
    }

    /// The answer in a line that a program wrote: the line, what stands behind its last colon, or what a sentence says.
    static func answer(in line: String) -> String? {
        var text = Array(line.utf8)[...]
        if let colon = labelEnd(text) { text = text[colon...].drop { $0 <= 0x20 } }
        // One value in brackets, as equation solvers give it.
        if text.count > 2, let open = text.first, let close = text.last,
            open == UInt8(ascii: "[") && close == UInt8(ascii: "]")
                || open == UInt8(ascii: "{") && close == UInt8(ascii: "}"),
            !text.dropFirst().dropLast().contains(where: { ",:[]{}".utf8.contains($0) })
        {
            text = text.dropFirst().dropLast()
        }
        var answer = String(decoding: denoised(text), as: UTF8.self)
        if wordCount(text) > 1 {
            let found = AnswerExtractor(extract: .any, expected: .any).extract(from: Array(answer.utf8)).answer
            guard let found, !found.text.isEmpty else { return nil }
            answer = found.text
        }
        return ["", "nan", "inf", "-inf", "None", "[]", "{}", "()", "set()", "zoo", "oo"].contains(answer)
            ? nil : answer
    }

    /// Behind the colon of a label: `Total: 18`, not `3:15` and not `{x: 5}`.
    private static func labelEnd(_ text: ArraySlice<UInt8>) -> Int? {
        guard let first = text.first, !"{[(".utf8.contains(first),
            let colon = text.lastIndex(of: UInt8(ascii: ":")), colon + 1 < text.endIndex, text[colon + 1] == 0x20,
            text[(colon + 1)...].contains(where: { $0 > 0x20 })
        else { return nil }
        return colon + 1
    }

    /// Words of two letters or more, with white space before them.
    private static func wordCount(_ text: ArraySlice<UInt8>) -> Int {
        text.split { $0 <= 0x20 }.count { word in
            word.count > 1
                && word.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x80 || $0 == UInt8(ascii: ".") }
        }
    }

    /// Decimals of 15 digits or more with 12 of them: what is beyond is the noise of binary fractions.
    static func denoised(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let digits = text[index...].prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
            guard !digits.isEmpty else {
                result.append(text[index])
                index += 1
                continue
            }
            index += digits.count
            let next = index < text.endIndex ? text[index] | 0x20 : 0
            let points = digits.count { $0 == UInt8(ascii: ".") }
            if points == 1, next != UInt8(ascii: "e"), digits.count >= 16, digits.count <= 400,
                let value = Rational(decimal: Array(digits)), value.bitWidth <= 4096
            {
                let short = value.rounded(significantDigits: 12)
                result += (short.isInteger ? "\(short)" : short.decimalDescription(significantDigits: 12)).utf8
            } else {
                result += digits
            }
        }
        return result
    }

    // MARK: - Limits

    /// Packages that programs for mathematics may expect; any other that is missing is the program's own invention.
    private static func package(_ module: String) -> String? {
        let name = module.prefix { $0 != "." }
        return ["sympy", "numpy", "scipy", "mpmath", "pandas", "networkx"].first { $0 == name }
    }

    /// The longest result that is compared, in bytes.
    private static let longest = 10_000
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response is a list of dates, `YYYY-MM-DD` with commas between them, in a range of years.
///
/// ## How it decides
/// Items are the parts between commas without white space at their ends. The year lies in the range, the month is at most
/// 12, and the day is at most the month's last, the 29th of February in any year. As in IFBench's checker, month and day 00
/// pass; with `checksCalendar` they do not, and the 29th of February needs a leap year.
public struct DateList: Rule {
    /// The years that pass.
    public let years: ClosedRange<Int>
    /// Whether every date has to be one of the calendar.
    public let checksCalendar: Bool

    /// Creates the rule.
    public init(years: ClosedRange<Int>, checksCalendar: Bool) {
        self.years = years
        self.checksCalendar = checksCalendar
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let text = input.response
        var start = 0
        var number = 0
        while start <= text.bytes.count {
            let comma = ByteSearch.first(UInt8(ascii: ","), in: text.bytes, from: start, to: text.bytes.count)
            let end = comma ?? text.bytes.count
            let item = text.strip(start..<end)
            number += 1
            if let problem = problem(item, text.bytes) {
                let position = number
                return input.verdict(false) {
                    let shown =
                        item.count > 60 ? text.string(item.lowerBound..<item.lowerBound + 60) + "…" : text.string(item)
                    return [
                        Evidence(
                            "date \(position)", found: .string(shown), required: problem, span: Span(item))
                    ]
                }
            }
            start = end + 1
        }
        return input.verdict(true) { [.count("dates", number, required: "1 or more")] }
    }

    /// What is asked of a date and not met.
    private func problem(_ item: Range<Int>, _ bytes: [UInt8]) -> String? {
        // Two dashes and eight digits of any script, four bytes each at most.
        guard item.count <= 34 else { return "YYYY-MM-DD" }
        var numbers = [0, 0, 0]
        var position = 0
        var index = item.lowerBound
        while index < item.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(bytes, at: index)
            index += length
            if position == 4 || position == 7 {
                guard scalar == 0x2D else { return "YYYY-MM-DD" }
            } else {
                guard position < 10, UnicodeScalars.isDigit(scalar) else { return "YYYY-MM-DD" }
                let part = position < 4 ? 0 : position < 7 ? 1 : 2
                numbers[part] = numbers[part] * 10 + DateList.digit(scalar)
            }
            position += 1
        }
        guard position == 10 else { return "YYYY-MM-DD" }
        let (year, month, day) = (numbers[0], numbers[1], numbers[2])
        guard years.contains(year) else { return "a year from \(years.lowerBound) to \(years.upperBound)" }
        guard month <= 12, month > 0 || !checksCalendar else { return "a month from 01 to 12" }
        var last = [99, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
        if checksCalendar, month == 2, !(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) { last = 28 }
        guard day <= last, day > 0 || !checksCalendar else { return "a day from 01 to \(last)" }
        return nil
    }

    /// The value of a decimal digit: digits of a script stand in tens from 0 to 9.
    private static func digit(_ scalar: UInt32) -> Int {
        if scalar &- 0x30 < 10 { return Int(scalar - 0x30) }
        var zero = scalar
        while zero > 0, UnicodeScalars.isDigit(zero - 1) { zero -= 1 }
        return Int(scalar - zero) % 10
    }
}

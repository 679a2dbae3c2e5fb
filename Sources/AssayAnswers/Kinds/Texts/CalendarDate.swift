// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A date as written, with what is missing left open.
package struct CalendarDate: Sendable, Hashable {
    package var year: Int?
    package var month: Int?
    package var day: Int?
    /// 0 for Monday.
    package var weekday: Int?

    /// As ISO 8601 writes it, with `?` for what is open.
    package var text: String {
        func padded(_ value: Int?, _ width: Int) -> String {
            guard let value else { return "?" }
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Whether nothing that both say differs.
    package func agrees(with other: CalendarDate) -> Bool {
        func same(_ one: Int?, _ other: Int?) -> Bool {
            guard let one, let other else { return true }
            return one == other
        }
        return Self.sameYear(year, other.year) && same(month, other.month) && same(day, other.day)
            && same(weekday, other.weekday)
    }

    /// Whether the other date says all that this one does (weekdays aside).
    package func isCovered(by other: CalendarDate) -> Bool {
        (year == nil || other.year != nil) && (month == nil || other.month != nil) && (day == nil || other.day != nil)
    }

    /// `24` is 2024 and 1924.
    private static func sameYear(_ one: Int?, _ other: Int?) -> Bool {
        guard let one, let other, one != other else { return true }
        return (one < 100 || other < 100) && one % 100 == other % 100
    }

    /// The number of days of a month, by the Gregorian calendar; 29 for February of an open year.
    package static func days(in month: Int, year: Int?) -> Int {
        switch month {
        case 4, 6, 9, 11: return 30
        case 2:
            guard let year, year >= 100 else { return 29 }
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: return 31
        }
    }

    package var isValid: Bool {
        if let month, !(1...12).contains(month) { return false }
        if let day {
            guard let month, day >= 1, day <= Self.days(in: month, year: year) else { return false }
        }
        if let year, year < 0 || year > 9999 { return false }
        return true
    }
}

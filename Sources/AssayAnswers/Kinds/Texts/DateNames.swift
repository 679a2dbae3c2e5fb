// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Names of months, weekdays and days.
package enum DateNames {
    /// 1 for January.
    package static let months: [String: Int] = numbered(
        [
            "january jan januar janvier enero gennaio janeiro",
            "february feb februar février febrero febbraio fevereiro",
            "march mar märz mars marzo março", "april apr avril abril aprile", "may mai mayo maggio maio",
            "june jun juni juin junio giugno junho", "july jul juli juillet julio luglio julho",
            "august aug août agosto", "september sep sept septembre septiembre settembre setembro",
            "october oct oktober octobre octubre ottobre outubro", "november nov novembre noviembre novembro",
            "december dec dezember décembre diciembre dicembre dezembro",
        ], from: 1)

    /// 0 for Monday.
    package static let weekdays: [String: Int] = numbered(
        [
            "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thurs", "friday fri", "saturday sat",
            "sunday sun",
        ], from: 0)

    /// 1 for first.
    package static let ordinals: [String: Int] = numbered(
        [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth",
        ], from: 1)

    private static func numbered(_ names: [String], from start: Int) -> [String: Int] {
        var table: [String: Int] = [:]
        for (offset, line) in names.enumerated() {
            for name in line.split(separator: " ") { table[String(name)] = start + offset }
        }
        return table
    }
}

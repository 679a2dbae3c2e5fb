// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayStatistics

extension PageSummary {
    /// A row for each value of the field by which figures are compared.
    func comparison(to html: inout HTMLWriter) {
        guard let by else { return }
        html.element("section", ["aria-labelledby": "h-by"]) { html in
            html.element("h2", ["id": "h-by"], text: "By \(by)")
            legend(to: &html)
            scrolling("Figures by \(by)", to: &html) { html in
                html.element("table", ["class": "numbers compare"]) { html in
                    head([by, "", "n"] + levelNames + ["csr"] + labelNames(summary.total), to: &html)
                    html.element("tbody") { html in
                        for (index, entry) in tallies.enumerated() {
                            row(entry.name, entry.tally, isTotal: index == tallies.count - 1, to: &html)
                        }
                    }
                }
            }
            matrix(to: &html)
        }
    }

    private var levelNames: [String] {
        hasLoose
            ? ["responses strict", "loose", "checks strict", "loose"] : ["responses", "checks"]
    }

    private func labelNames(_ tally: Tally) -> [String] {
        ["fail"]
            + SummaryRow.labels(tally.responses.strict).filter { $0.count > 0 && !["pass", "fail"].contains($0.name) }
            .map(\.name) + (tally.missing > 0 ? ["missing"] : [])
    }

    private func row(_ name: String, _ tally: Tally, isTotal: Bool, to html: inout HTMLWriter) {
        let responses = tally.responses
        let instructions = tally.instructions
        html.element("tr", ["class": isTotal ? "total" : ""]) { html in
            html.element("th", ["scope": "row"]) { html in
                if isTotal {
                    html.text(name)
                } else {
                    html.element("a", ["href": PageSummary.fragment([("value", name)])], text: name)
                }
            }
            html.element("td", ["class": "chart"]) { html in
                IntervalBar.write([responses.strict] + (hasLoose ? [responses.loose] : []), to: &html)
            }
            html.element("td", text: Figure.grouped(responses.strict.decided))
            let pairs =
                hasLoose
                ? [responses.strict, responses.loose, instructions.strict, instructions.loose]
                : [responses.strict, instructions.strict]
            for counts in pairs { share(counts, to: &html) }
            html.element("td", text: Figure.percent(tally.satisfaction.value))
            let counts = Dictionary(
                SummaryRow.labels(responses.strict).map { ($0.name, $0.count) } + [("missing", tally.missing)]
            ) { first, _ in first }
            for label in labelNames(summary.total) {
                html.element("td", text: Figure.grouped(counts[label] ?? 0))
            }
        }
    }

    /// Accuracy and interval in one cell.
    private func share(_ counts: LabelCounts, to html: inout HTMLWriter) {
        html.element("td") { html in
            html.element("span", ["class": "strong"], text: Figure.percent(counts.accuracy.value))
            let interval = Figure.interval(counts.accuracy)
            if !interval.isEmpty { html.element("span", ["class": "interval"], text: " \(interval)") }
        }
    }

    /// Checks against values, where it fits on a page: strict accuracy, shaded.
    private func matrix(to html: inout HTMLWriter) {
        let ids = summary.total.sharedIDs.keys.sorted {
            Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
        }
        let values = summary.byValue.map(\.tally.sharedIDs)
        guard (2...24).contains(summary.byValue.count), !ids.isEmpty else { return }
        html.element("h3", text: "Each check, by \(by ?? "") (\(hasLoose ? "strict, " : "")%)")
        scrolling("Accuracy of each check by \(by ?? "")", to: &html) { html in
            html.element("table", ["class": "matrix"]) { html in
                head([""] + summary.byValue.map(\.value), to: &html)
                html.element("tbody") { html in
                    for id in ids {
                        html.element("tr") { html in
                            html.element("th", ["scope": "row"]) { identifier(id, to: &$0) }
                            for entries in values {
                                let counts = entries[id]?.strict ?? LabelCounts()
                                let value = counts.accuracy.value
                                let shade = value.map { "q\(min(9, Int($0 * 10)))" } ?? "none"
                                html.element(
                                    "td",
                                    [
                                        "class": shade,
                                        "title": "\(counts.pass) of \(counts.decided)",
                                    ],
                                    text: value.map { JSONWriter.text(($0 * 1000).rounded() / 10) } ?? "–")
                            }
                        }
                    }
                }
            }
        }
    }

    /// Bars for each group and each id.
    func checks(to html: inout HTMLWriter) {
        let rows = SummaryRow.rows(of: summary.total, hasLoose: hasLoose)
        guard rows.contains(where: { $0.level == .id }) else { return }
        html.element("section", ["aria-labelledby": "h-checks"]) { html in
            html.element("h2", ["id": "h-checks"], text: "By check")
            legend(to: &html)
            html.element("table", ["class": "numbers checks"]) { html in
                head(
                    ["check", "", hasLoose ? "strict, %" : "accuracy, %"]
                        + (hasLoose ? ["loose, %"] : []) + ["n", "not passed"], to: &html)
                for group in rows where group.level == .group {
                    let members = rows.filter { $0.level == .id && VerifierID($0.name).group == group.name }
                    html.element("tbody") { html in
                        // The group of a single check would say the same twice: that check stands where it would.
                        let isAlone = members.count == 1
                        if !isAlone {
                            check(group, kind: "group", title: { $0.text(group.name) }, to: &html)
                        }
                        for member in members {
                            check(
                                member, kind: isAlone ? "id alone" : "id",
                                title: { html in
                                    html.element("a", ["href": PageSummary.fragment([("check", member.name)])]) {
                                        identifier(member.name, to: &$0)
                                    }
                                }, to: &html)
                        }
                    }
                }
            }
        }
    }

    private func check(
        _ row: SummaryRow, kind: String, title: (inout HTMLWriter) -> Void, to html: inout HTMLWriter
    ) {
        html.element("tr", ["class": kind]) { html in
            html.element("th", ["scope": "row"], title)
            html.element("td", ["class": "chart"]) { html in
                IntervalBar.write([row.strict] + (row.loose.map { [$0] } ?? []), to: &html)
            }
            for counts in [row.strict] + (row.loose.map { [$0] } ?? []) { share(counts, to: &html) }
            html.element("td", ["class": "count"], text: Figure.grouped(row.strict.decided))
            html.element("td", ["class": "count"]) { html in
                let others = SummaryRow.labels(row.strict).filter { $0.name != "pass" && $0.count > 0 }
                for (index, (name, count)) in others.enumerated() {
                    if index > 0 { html.text(" · ") }
                    if row.level == .id {
                        html.element(
                            "a", ["href": PageSummary.fragment([("check", row.name), ("label", name)])],
                            text: "\(Figure.grouped(count)) \(name)")
                    } else {
                        html.text("\(Figure.grouped(count)) \(name)")
                    }
                }
            }
        }
    }

    private func legend(to html: inout HTMLWriter) {
        html.element("p", ["class": "legend"]) { html in
            if hasLoose {
                html.element("span", ["class": "key strict", "aria-hidden": "true"]) { _ in }
                html.text("strict ")
                html.element("span", ["class": "key loose", "aria-hidden": "true"]) { _ in }
                html.text("loose ")
            }
            html.element("span", ["class": "key whisker", "aria-hidden": "true"]) { _ in }
            html.text("95 % interval (Wilson)")
        }
    }

    /// An id that may be broken after its colon and its underscores.
    private func identifier(_ id: String, to html: inout HTMLWriter) {
        var piece = ""
        for scalar in id.unicodeScalars {
            piece.unicodeScalars.append(scalar)
            guard scalar == ":" || scalar == "_" else { continue }
            html.text(piece)
            html.void("wbr")
            piece = ""
        }
        html.text(piece)
    }

    /// The address on the page that sets the filter of the samples.
    static func fragment(_ parameters: [(name: String, value: String)]) -> String {
        "#"
            + parameters.map { name, value in
                name + "="
                    + value.utf8.map { byte in
                        switch byte {
                        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x3A:
                            String(UnicodeScalar(byte))
                        default:
                            "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                        }
                    }.joined()
            }.joined(separator: "&")
    }
}

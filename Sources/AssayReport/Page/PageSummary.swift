// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayStatistics

/// The part of the page that needs no script: headline figures, comparison, bars per check, notes and the stamp.
struct PageSummary {
    let summary: VerificationSummary
    let by: String?
    /// Whether strict and loose figures stand beside each other.
    let hasLoose: Bool

    /// Headline figures with their intervals, and all counts.
    func headline(to html: inout HTMLWriter) {
        html.element("section", ["aria-labelledby": "h-summary"]) { html in
            html.element("h2", ["id": "h-summary"], text: "Summary")
            html.element("div", ["class": "figures"]) { html in
                for (name, counts) in figures(summary.total) { figure(name, counts, to: &html) }
            }
            html.element("p", ["class": "hint"], text: explanation)
            counts(to: &html)
            if summary.total.hasSeveralResponses { several(to: &html) }
        }
    }

    private func figures(_ tally: Tally) -> [(name: String, counts: LabelCounts)] {
        let instructions = tally.instructions
        guard hasLoose else {
            return [("Responses", tally.responses.strict), ("Checks", instructions.strict)]
        }
        return [
            ("Responses, strict", tally.responses.strict), ("Checks, strict", instructions.strict),
            ("Responses, loose", tally.responses.loose), ("Checks, loose", instructions.loose),
        ]
    }

    private func figure(_ name: String, _ counts: LabelCounts, to html: inout HTMLWriter) {
        html.element("div", ["class": "figure"]) { html in
            html.element("p", ["class": "name"], text: name)
            html.element("p", ["class": "value"]) { html in
                html.text(Figure.percent(counts.accuracy.value))
                if counts.decided > 0 { html.element("span", ["class": "unit"], text: " %") }
            }
            IntervalBar.write([counts], to: &html)
            let interval = Figure.interval(counts.accuracy)
            html.element("p", ["class": "note"]) { html in
                if !interval.isEmpty {
                    html.element("span", text: "95 % interval \(interval)")
                    html.text(" ")
                }
                html.element("span", text: "\(Figure.grouped(counts.pass)) of \(Figure.grouped(counts.decided))")
            }
        }
    }

    private var explanation: String {
        var text = "A response passes when all its checks pass (prompt-level accuracy); a check counts on its own "
        text += "(instruction-level accuracy)."
        if hasLoose {
            text += " Strict judges the response as it is; loose also accepts it without its first or last line or its "
            text += "asterisks."
        }
        if let share = summary.total.satisfaction.value {
            text += " The mean share of satisfied checks per response (csr) is \(Figure.percent(share)) %."
        }
        return text
    }

    /// The five counts and the denominator.
    private func counts(to html: inout HTMLWriter) {
        let missing = summary.total.missing
        IntervalBar.stack(summary.total.responses.strict, to: &html)
        scrolling("Counts", to: &html) { html in
            html.element("table", ["class": "numbers counts"]) { html in
                html.element("thead") { html in
                    html.element("tr") { html in
                        html.element("td") { _ in }
                        for (label, _) in SummaryRow.labels(LabelCounts()) {
                            html.element("th", ["scope": "col"]) { html in
                                html.element("span", ["class": "dot l-\(label)", "aria-hidden": "true"]) { _ in }
                                html.text(label)
                            }
                        }
                        html.element("th", ["scope": "col"], text: "n")
                    }
                }
                html.element("tbody") { html in
                    for (name, counts) in figures(summary.total) {
                        html.element("tr") { html in
                            html.element("th", ["scope": "row"], text: name)
                            for (_, count) in SummaryRow.labels(counts) {
                                html.element(
                                    "td", ["class": count == 0 ? "zero" : ""], text: Figure.grouped(count))
                            }
                            html.element("td", ["class": "strong"], text: Figure.grouped(counts.decided))
                        }
                    }
                }
            }
        }
        var note = "n = pass + fail + invalid is what accuracy divides by. Abstentions and errors stand beside it."
        if missing > 0 {
            note += " \(Figure.grouped(missing)) prompts have no response"
            if !summary.missingNames.isEmpty {
                note += " (\(summary.missingNames.joined(separator: ", "))"
                note += missing > summary.missingNames.count ? ", …)" : ")"
            }
            note += "."
        }
        html.element("p", ["class": "hint"], text: note)
    }

    private func several(to html: inout HTMLWriter) {
        html.element("h3", text: "Per prompt, over its responses")
        scrolling("Figures per prompt", to: &html) { html in
            html.element("table", ["class": "numbers"]) { html in
                head(
                    [by ?? "", "prompts", "best share, %", "mean share, %", "some response passes, %", "all pass, %"],
                    to: &html)
                html.element("tbody") { html in
                    for (name, tally) in tallies {
                        let count = Double(max(1, tally.judgedPrompts))
                        html.element("tr") { html in
                            html.element("th", ["scope": "row"], text: name)
                            html.element("td", text: Figure.grouped(tally.judgedPrompts))
                            for share in [
                                tally.best.value, tally.mean.value, Double(tally.anyPass) / count,
                                Double(tally.allPass) / count,
                            ] { html.element("td", text: Figure.percent(share)) }
                        }
                    }
                }
            }
        }
    }

    /// The values of the field, where one was asked for, and all of them together.
    var tallies: [(name: String, tally: Tally)] {
        GroupTitle.tallies(summary, by: by)
    }

    func head(_ names: [String], to html: inout HTMLWriter) {
        html.element("thead") { html in
            html.element("tr") { html in
                for name in names {
                    if name.isEmpty {
                        html.element("td") { _ in }
                    } else {
                        html.element("th", ["scope": "col"], text: name)
                    }
                }
            }
        }
    }

    /// A region that scrolls sideways on its own where a table is wider than the screen; the keyboard reaches it.
    func scrolling(_ label: String, to html: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void) {
        html.element(
            "div", ["class": "scroll", "role": "region", "aria-label": label, "tabindex": "0"], body)
        html.raw("\n")
    }
}

extension SummaryRow {
    /// The five counts by name, in the order of every output.
    static func labels(_ counts: LabelCounts) -> [(name: String, count: Int)] {
        [
            ("pass", counts.pass), ("fail", counts.fail), ("invalid", counts.invalid), ("abstain", counts.abstain),
            ("error", counts.error),
        ]
    }
}

extension Figure {
    /// A whole number in groups of three digits: `54,321`.
    static func grouped(_ value: Int) -> String {
        var digits = String(value.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }
}

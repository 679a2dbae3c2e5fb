// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayReport

/// The report card of a verifier, in Markdown: what was measured, on what, how, with which result, and what the figures do
/// not say.
public enum AuditCard {
    /// The text.
    public static func render(
        _ summary: AuditSummary, options: AuditOptions, registry: VerifierRegistry, stamp: Stamp
    ) -> String {
        let rows = AuditRows(summary, seed: options.seed)
        let name = options.check?.verifier.name ?? "the records' own checks"
        var text = "# Report card: \(Inert.markdown(name))\n\n"
        text +=
            "How far verdicts agree with labels. Written by `assay audit`; the same input gives the same card, but for times.\n\n"
        text += "## What was measured\n\n" + measured(summary, options, registry, stamp)
        for section in rows.sections { text += "\n## \(heading(section.title))\n\n" + section.table.markdown() }
        if let mutations = summary.mutations { text += "\n" + mutationNote(mutations) }
        text += "\n## Time\n\n\(rows.timeLine.isEmpty ? "Nothing was decided." : sentence(rows.timeLine))\n"
        text += "\n## Disagreements\n\n" + disagreements(summary)
        if let mutations = summary.mutations { text += misses(mutations) }
        text += "\n## Known limits\n\n" + limits(summary, options, registry)
        return text
    }

    private static func heading(_ title: String) -> String { title.prefix(1).uppercased() + title.dropFirst() }
    private static func sentence(_ line: String) -> String { heading(line) + "." }

    private static func measured(
        _ summary: AuditSummary, _ options: AuditOptions, _ registry: VerifierRegistry, _ stamp: Stamp
    ) -> String {
        var table = TextTable(["what", "value"])
        if let check = options.check {
            var writer = JSONWriter()
            writer.value(.object(check.arguments))
            table.add(["verifier", check.verifier.name])
            table.add([
                "arguments beside each record's own",
                check.arguments.isEmpty ? "none" : String(decoding: writer.bytes, as: UTF8.self),
            ])
        } else {
            table.add(["verifiers", "those of the records"])
        }
        table.add(["Assay", Stamp.version])
        for catalog in stamp.catalogs { table.add(["catalog", catalog]) }
        table.add(["tables", stamp.tables])
        table.add(["conformance", options.conformance.rawValue])
        for path in options.inputs {
            let layout = summary.layouts.first { $0.file == path }?.layout
            // The name alone: the folder says where it lay, not what it is.
            let name = path.split(separator: "/").last.map(String.init) ?? path
            table.add(["input", layout.map { "\(name), read as \($0)" } ?? name])
        }
        table.add(["CRC-32 of the records", "\(summary.checksum.hexadecimal) (\(summary.checksum.byteCount) bytes)"])
        table.add(["records", "\(summary.records)"])
        table.add(["decisions with a label", "\(summary.counts.labelled)"])
        table.add(["decisions without an agreed label, for time alone", "\(summary.counts.unlabelled)"])
        table.add(["errors", "\(summary.counts.errors)"])
        table.add(["seed", "\(options.seed)"])
        return table.markdown()
    }

    private static func mutationNote(_ report: MutationReport) -> String {
        "A right answer was changed only where the change is certain to be wrong, without asking a verifier; caught means "
            + "fail or invalid, among answers that passed before. A wrapped answer is preserved if it is judged as it is in "
            + "a plain box. \(report.unaccepted) of \(report.answers) right answers do not pass in a plain box.\n"
    }

    private static func disagreements(_ summary: AuditSummary) -> String {
        guard summary.disagreementCount > 0 else { return "None.\n" }
        var text = "\(summary.disagreementCount) of \(summary.counts.labelled) decisions"
        text += summary.loose.map { " (strict) and \($0.labelled) (loose)" } ?? ""
        text +=
            summary.disagreements.count < summary.disagreementCount
            ? "; the first \(summary.disagreements.count), wrong passes before all others.\n\n" : ".\n\n"
        for item in summary.disagreements {
            let place = item.place.split(separator: "/").last.map(String.init) ?? item.place
            text += "- **\(Inert.markdown(AuditRows.claim(item)))** (\(Inert.markdown(place))"
            text += "\(item.id.map { ", " + Inert.markdown($0) } ?? ""))\n"
            if let gold = item.gold { text += "  - reference: \(code(gold))\n" }
            text += "  - response: \(code(item.response))\n"
            for line in item.evidence.prefix(12) { text += "  - \(Inert.markdown(line))\n" }
        }
        return text
    }

    private static func misses(_ report: MutationReport) -> String {
        guard !report.misses.isEmpty else { return "" }
        var table = TextTable(["kind", "reference", "judged", "before", "after"])
        for item in report.misses.prefix(50) {
            table.add([
                item.kind, AuditRows.line(item.gold), AuditRows.line(item.response), item.before?.rawValue ?? "error",
                item.after?.rawValue ?? "error",
            ])
        }
        return "\n### Changed and wrapped answers not held\n\n" + table.markdown()
    }

    /// Text in backticks, more of them than the text has in a row.
    private static func code(_ text: String) -> String {
        var run = 0
        var longest = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence) \(AuditRows.line(text)) \(fence)"
    }

    private static func limits(
        _ summary: AuditSummary, _ options: AuditOptions, _ registry: VerifierRegistry
    ) -> String {
        var lines = [
            "Labels can be wrong; a disagreement is a place to look at, not yet a mistake of the verifier.",
            "Intervals take records as independent draws. Several responses to one question are not quite.",
            "An abstention counts as not right in accuracy, recall and F1; “accuracy of the decided” leaves it out.",
            "Where labels know only right and wrong, a verdict `invalid` counts as `fail`.",
            "Intervals of means over classes are bootstrap percentiles of \(1000) resamples; all others are Wilson's.",
            "Times are processor time of the deciding thread, on the machine that ran this.",
        ]
        if summary.unstable > 0 {
            lines.append(
                "\(summary.unstable) records were decided otherwise the second time: the verifier is not stable.")
        }
        if summary.mutations != nil {
            lines.append("Changed answers cover the kinds in the table; what is not listed there was not tried.")
        }
        let name = options.check?.verifier
        if let name, let approximation = (try? registry.definition(of: name))?.approximation {
            lines.append("The verifier is approximate: \(approximation).")
        }
        return lines.map { "- \($0)\n" }.joined()
    }
}

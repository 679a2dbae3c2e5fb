// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// A run as one self-contained HTML file: figures with intervals, bars per check, and the samples with the reasons for
/// their verdicts, failures first.
///
/// The page loads nothing and sends nothing. Its content security policy allows its own script and style by their digests
/// and forbids everything else, and what comes from outside (prompts, responses, ids, messages) is data that the script
/// puts on the page as text. The summary is plain HTML and needs no script.
///
/// At most `SampleCollector.maximumCount` samples are embedded and `SampleCollector.maximumBytes` of data; the page says
/// what was left out. The bytes depend on the arguments alone.
public struct ReportPage {
    private let summary: VerificationSummary
    private let collector: SampleCollector
    private let by: String?
    private let stamp: Stamp
    private let title: String
    private let limit: Int

    /// Creates a page.
    ///
    /// - Parameters:
    ///   - summary: what was found.
    ///   - samples: the samples that were collected.
    ///   - by: the field whose values have figures of their own.
    ///   - stamp: what the numbers depend on.
    ///   - title: the page's title, usually the input's name.
    public init(summary: VerificationSummary, samples: SampleCollector, by: String?, stamp: Stamp, title: String) {
        self.init(
            summary: summary, samples: samples, by: by, stamp: stamp, title: title,
            limit: SampleCollector.maximumBytes)
    }

    package init(
        summary: VerificationSummary, samples: SampleCollector, by: String?, stamp: Stamp, title: String, limit: Int
    ) {
        self.summary = summary
        collector = samples
        self.by = by
        self.stamp = stamp
        self.title = title
        self.limit = limit
    }

    /// The file.
    public func render() -> [UInt8] {
        var html = HTMLWriter()
        html.raw("<!doctype html>\n")
        html.element("html", ["lang": "en"]) { html in
            head(to: &html)
            html.element("body") { html in
                header(to: &html)
                html.element("main") { html in
                    let parts = PageSummary(summary: summary, by: by, hasLoose: hasLoose)
                    let notes = PageNotes(summary: summary, stamp: stamp)
                    parts.headline(to: &html)
                    parts.comparison(to: &html)
                    parts.checks(to: &html)
                    notes.notes(to: &html)
                    samples(to: &html)
                }
                PageNotes(summary: summary, stamp: stamp).footer(to: &html)
                html.element("script") { $0.raw(PageScript.text) }
            }
        }
        html.raw("\n")
        return html.bytes
    }

    /// Whether strict and loose stand beside each other; under one protocol alone there is one figure.
    private var hasLoose: Bool { summary.hasLoose && stamp.verificationProtocol == .both }

    private func head(to html: inout HTMLWriter) {
        html.element("head") { html in
            html.void("meta", ["charset": "utf-8"])
            let policy =
                "default-src 'none'; script-src \(SHA256.policySource(PageScript.text)); "
                + "style-src \(SHA256.policySource(PageStyle.text)); base-uri 'none'; form-action 'none'"
            // The quotes of a policy are written as they are: it holds nothing from outside.
            html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">")
            html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            html.void("meta", ["name": "color-scheme", "content": "light dark"])
            html.void("meta", ["name": "referrer", "content": "no-referrer"])
            html.void("meta", ["name": "generator", "content": "Assay \(Stamp.version)"])
            html.element("title", text: "\(Inert.line(title)) · Assay")
            html.element("style") { $0.raw(PageStyle.text) }
        }
        html.raw("\n")
    }

    private func header(to html: inout HTMLWriter) {
        html.element("header") { html in
            html.element("p", ["class": "mark"], text: "Assay")
            html.element("h1", text: Inert.line(title))
            let total = summary.total
            var parts = [count(total.records, "record"), count(total.responses.strict.total, "response")]
            parts.append(count(total.instructions.strict.total, "check"))
            if !stamp.catalogs.isEmpty { parts.append(stamp.catalogs.joined(separator: ", ")) }
            html.element("p", ["class": "sub"], text: parts.joined(separator: " · "))
        }
        html.raw("\n")
    }

    private func count(_ number: Int, _ word: String) -> String {
        "\(Figure.grouped(number)) \(word)\(number == 1 ? "" : "s")"
    }

    private func samples(to html: inout HTMLWriter) {
        let data = PageSamples(collector.samples, by: by, hasLoose: hasLoose, limit: limit)
        html.element("section", ["id": "samples", "aria-labelledby": "h-samples"]) { html in
            html.element("h2", ["id": "h-samples"], text: "Samples")
            html.element("p", ["class": "hint"], text: embedded(data))
            html.element("noscript") { html in
                html.element(
                    "p", ["class": "hint"],
                    text: "The table of samples is made by the page's own script, which this browser does not run. "
                        + "All figures above are complete without it.")
            }
            html.element("div", ["id": "browser"]) { _ in }
        }
        html.data(id: "data", data.json)
    }

    /// How many samples there are, and which were left out.
    private func embedded(_ data: PageSamples) -> String {
        let offered = collector.offered
        let numbers = "\(Figure.grouped(data.embedded)) of \(Figure.grouped(offered)) samples embedded"
        guard data.embedded < offered else { return numbers + ", those that do not pass first." }
        func share(_ kept: Int, of all: Int, _ name: String) -> String {
            if all == 0 { return "" }
            if kept == all { return "all \(Figure.grouped(all)) \(name)" }
            if kept == 0 { return "none of the \(Figure.grouped(all)) \(name)" }
            return "the first \(Figure.grouped(kept)) \(name) of \(Figure.grouped(all))"
        }
        let failures = share(
            data.embedded - data.embeddedPasses, of: offered - collector.offeredPasses, "that do not pass")
        let passes = share(data.embeddedPasses, of: collector.offeredPasses, "that pass")
        return numbers + ": " + [failures, passes].filter { !$0.isEmpty }.joined(separator: ", ")
            + ". The page holds at most \(Figure.grouped(SampleCollector.maximumCount)) samples and 64 MiB of them."
    }
}

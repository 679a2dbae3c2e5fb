// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// What a reader of the figures has to know besides: errors, warnings, and what the numbers depend on.
struct PageNotes {
    let summary: VerificationSummary
    let stamp: Stamp

    /// Errors and warnings; nothing where there are none.
    func notes(to html: inout HTMLWriter) {
        var notes: [String] = []
        if summary.isInterrupted { notes.append("The run was interrupted: the figures hold for the records before.") }
        if summary.hitErrorLimit {
            notes.append(
                "The run was ended because too many records ended in error: the figures hold for those before.")
        }
        notes += summary.warnings.map { "\($0.message): \(Figure.grouped($0.count))" }
        guard !notes.isEmpty || summary.errorRecords > 0 else { return }
        html.element("section", ["class": "notes", "aria-labelledby": "h-notes"]) { html in
            html.element("h2", ["id": "h-notes"], text: "Notes")
            html.element("ul") { html in
                for note in notes { html.element("li", text: note) }
                if summary.errorRecords > 0 {
                    let count = summary.errorRecords
                    html.element("li") { html in
                        html.text("\(Figure.grouped(count)) \(count == 1 ? "record" : "records") ended in error.")
                        if summary.firstErrors.count < count { html.text(" The first are:") }
                        html.element("ul") { html in
                            for (place, error) in summary.firstErrors {
                                html.element("li") { html in
                                    html.element("code", text: place)
                                    html.text(" \(error.message)")
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What the numbers depend on, so that two pages can be held against each other.
    func footer(to html: inout HTMLWriter) {
        html.element("footer") { html in
            html.element("h2", text: "What these numbers depend on")
            html.element("dl") { html in
                for (name, value) in entries where !value.isEmpty {
                    html.element("div") { html in
                        html.element("dt", text: name)
                        html.element("dd", text: value)
                    }
                }
            }
            html.element(
                "p", ["class": "hint"],
                text: "This page is one file. It loads nothing and sends nothing; what it shows is in it.")
        }
    }

    private var entries: [(String, String)] {
        var input = ""
        if let checksum = stamp.inputChecksum {
            let digits = String(checksum, radix: 16)
            input = "\(Figure.grouped(stamp.inputBytes)) bytes, CRC-32 "
            input += String(repeating: "0", count: max(0, 8 - digits.count)) + digits
        }
        return [
            ("Assay", Stamp.version), ("Catalogs", stamp.catalogs.joined(separator: "; ")), ("Tables", stamp.tables),
            ("Protocol", stamp.verificationProtocol.rawValue), ("Conformance", stamp.conformance.rawValue),
            ("Arguments", stamp.arguments.joined(separator: " ")), ("Input", input),
            ("Read as", summary.shapes.map { "\($0.file): \($0.shape)" }.joined(separator: "; ")),
        ]
    }
}

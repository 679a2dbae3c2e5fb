// Part of Assay. SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AssayCore
import AssayReport

/// `assay list`.
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what there is: verifiers, catalogs, shapes, systems.")

    enum Subject: String, CaseIterable, ExpressibleByArgument { case verifiers, catalogs, shapes, systems }

    @Argument(help: "What to list.")
    var subject: Subject
    @Option(help: ArgumentHelp("Only the verifiers of this catalog.", valueName: "name"), completion: .catalogs)
    var catalog: String?
    @Flag(help: "Print JSON Lines.")
    var json = false

    func run() throws {
        try reportingFailures {
            if let catalog { _ = try VerifierRegistry.complete.definitions(inCatalog: catalog) }
            var writer = JSONWriter()
            var text = ""
            switch subject {
            case .verifiers: verifiers(&writer, &text)
            case .catalogs: catalogs(&writer, &text)
            case .shapes:
                for shape in ShapeRegistry.complete.shapes {
                    row([("name", shape.name), ("summary", shape.summary)], &writer, &text)
                }
            case .systems: systems(&writer, &text)
            }
            try ByteSink(descriptor: 1).write(json ? writer.bytes : Array(text.utf8))
        }
    }

    private func row(_ fields: [(String, String)], _ writer: inout JSONWriter, _ text: inout String) {
        writer.object { writer in
            for (name, value) in fields {
                writer.key(name)
                writer.string(value)
            }
        }
        writer.newline()
        let name = fields.first?.1 ?? ""
        let padding = String(repeating: " ", count: max(2, 18 - name.count))
        text += name + padding + fields.dropFirst().map(\.1).joined(separator: "  ") + "\n"
    }

    private func verifiers(_ writer: inout JSONWriter, _ text: inout String) {
        for entry in VerifierRegistry.complete.catalogs where catalog == nil || catalog == entry.name {
            text += "\(entry.name): \(entry.title)\n"
            for definition in entry.definitions {
                text += "  \(definition.id)  \(definition.summary)\n"
                for parameter in definition.parameters {
                    text +=
                        "      \(parameter.name): \(parameter.kind.described)\(parameter.isOptional ? ", optional" : "")\(parameter.summary.isEmpty ? "" : ". \(parameter.summary)")\n"
                }
                if let approximation = definition.approximation { text += "      approximate: \(approximation)\n" }
                writer.object { writer in
                    writer.key("id")
                    writer.string(definition.id.name)
                    writer.key("catalog")
                    writer.string(definition.catalog)
                    writer.key("summary")
                    writer.string(definition.summary)
                    writer.key("parameters")
                    writer.array { writer in
                        for parameter in definition.parameters {
                            writer.object { writer in
                                writer.key("name")
                                writer.string(parameter.name)
                                writer.key("kind")
                                writer.string(parameter.kind.described)
                                writer.key("optional")
                                writer.bool(parameter.isOptional)
                                writer.key("summary")
                                writer.string(parameter.summary)
                            }
                        }
                    }
                    if let approximation = definition.approximation {
                        writer.key("approximation")
                        writer.string(approximation)
                    }
                }
                writer.newline()
            }
        }
    }

    private func catalogs(_ writer: inout JSONWriter, _ text: inout String) {
        var rows = [["catalog", "version", "verifiers", "title", "reference"]]
        for catalog in VerifierRegistry.complete.catalogs {
            let count = "\(catalog.definitions.count)"
            rows.append([catalog.name, catalog.version, count, catalog.title, catalog.reference])
            var unused = ""
            row(
                [
                    ("name", catalog.name), ("title", catalog.title), ("reference", catalog.reference),
                    ("version", catalog.version), ("verifiers", count),
                ], &writer, &unused)
        }
        let widths = rows[0].indices.map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
        for row in rows {
            var line = ""
            for (cell, width) in zip(row, widths) {
                line += cell + String(repeating: " ", count: width - cell.unicodeScalars.count + 2)
            }
            while line.hasSuffix(" ") { line.removeLast() }
            text += line + "\n"
        }
    }

    private func systems(_ writer: inout JSONWriter, _ text: inout String) {
        for system in PublishedSystem.all {
            let fields: [(String, String?)] = [
                ("number", "\(system.number)"), ("name", system.name), ("title", system.title), ("arxiv", system.arXiv),
                ("becomes", system.becomes), ("state", system.state.rawValue), ("command", system.command),
            ]
            writer.object { writer in
                for (name, value) in fields {
                    writer.key(name)
                    if let value, name == "number" {
                        writer.raw(value.utf8)
                    } else if let value {
                        writer.string(value)
                    } else {
                        writer.null()
                    }
                }
            }
            writer.newline()
            let number = system.number < 10 ? " \(system.number)" : "\(system.number)"
            text += "\(number)  \(system.state.rawValue)  \(system.name): \(system.becomes)\n"
            if let command = system.command { text += "      \(command)\n" }
        }
    }
}

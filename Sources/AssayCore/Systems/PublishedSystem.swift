// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// One of the published systems that Assay reproduces, and how far that has come.
///
///     let row = PublishedSystem.all[30]
///     row.name      // "MulDimIF"
///     row.state     // .part
///     row.command   // "assay verify FILE --as muldimif"
///
/// The rows stand in ``all``, numbered from 1. They are what `assay list systems` prints, and `docs/systems.md` holds
/// their ``markdownTable()``; a test keeps the two equal.
public struct PublishedSystem: Sendable, Hashable {
    /// How much of a system can be used.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Everything that the row promises is there.
        case works
        /// Some of it is there; ``PublishedSystem/becomes`` says which part.
        case part
        /// Nothing of it is there yet.
        case planned
    }

    /// The row's number, 1…50; it never changes.
    public let number: Int

    /// The name by which the system is known, or a short one for it.
    public let name: String

    /// The paper's title.
    public let title: String

    /// The authors' family names, at most three, else the first one's and "et al.".
    ///
    /// `nil` where they could not be confirmed.
    public let authors: String?

    /// The year in which the paper was first public.
    public let year: Int

    /// The paper's arXiv id, without version: `2505.07591`.
    public let arXiv: String?

    /// What the system becomes in Assay, in Assay's words (verifier, catalog, benchmark, recipe, …).
    public let becomes: String

    /// How much of it can be used.
    public let state: State

    /// The command that uses what is there.
    ///
    /// `nil` exactly where ``state`` is ``State/planned``.
    public let command: String?
}

extension PublishedSystem {
    /// Where the paper can be read, or `nil` if it has no arXiv id.
    public var link: String? {
        arXiv.map { "https://arxiv.org/abs/\($0)" }
    }

    /// Authors and year as a citation has them: `Ye et al., 2025`.
    public var citation: String {
        guard let authors else { return "\(year)" }
        return "\(authors), \(year)"
    }

    /// All rows as a Markdown table, one line a row, with a final newline.
    ///
    /// This is the table in `docs/systems.md`.
    public static func markdownTable() -> String {
        var table = "| # | system | paper | becomes in Assay | state | command |\n"
        table += "|--:|---|---|---|---|---|\n"
        for row in all {
            var paper = escaped(row.title) + " (" + escaped(row.citation)
            if let arXiv = row.arXiv, let link = row.link { paper += ", [arXiv:\(arXiv)](\(link))" }
            paper += ")"
            let command = row.command.map { "`\($0)`" } ?? "–"
            table += "| \(row.number) | \(escaped(row.name)) | \(paper) | \(escaped(row.becomes)) "
            table += "| \(row.state.rawValue) | \(command) |\n"
        }
        return table
    }

    /// The text with the sign escaped that would end a cell.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "|" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}

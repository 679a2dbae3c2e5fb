// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayText

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Tables that the user has imported with `assay data import nltk`, in the folder for the user's data.
enum UserTables {
    /// `$ASSAY_NLTK_DATA`, else `$XDG_DATA_HOME/assay/nltk_data`, else `~/.local/share/assay/nltk_data`.
    static var folder: String {
        if let folder = System.environment("ASSAY_NLTK_DATA") { return folder }
        let home = System.environment("XDG_DATA_HOME") ?? (System.environment("HOME") ?? ".") + "/.local/share"
        return home + "/assay/nltk_data"
    }

    /// Whether tables were imported.
    static var areImported: Bool { FileManager.default.fileExists(atPath: folder) }

    /// The imported tables; the built-in ones where there are none, or `choice` asks for them.
    ///
    /// - Throws: `CheckError` where imported tables cannot be read.
    static func resources(_ choice: TableChoice) throws -> TextResources {
        switch choice {
        case .builtIn: return .builtIn
        case .automatic where !areImported: return .builtIn
        case .automatic, .imported:
            do {
                return try TextResources(nltk: NLTKData(folder: folder))
            } catch {
                throw CheckError(.input, "\(error); `assay data import nltk PATH` imports them anew")
            }
        }
    }

    static var description: String {
        guard areImported else { return "built-in sentence tables" }
        return (try? resources(.automatic).stamp).map { "imported sentence tables \($0)" }
            ?? "imported tables that cannot be read"
    }
}

/// Which sentence tables are used.
enum TableChoice: String, CaseIterable {
    case automatic = "auto"
    case builtIn = "built-in"
    case imported
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// What `assay --version` prints: the version, and what verdicts depend on.
enum VersionText {
    static var text: String {
        let catalogs = VerifierRegistry.complete.catalogs.map { "  \($0.identity)" }
        return """
            assay \(Stamp.version)
            catalogs:
            \(catalogs.joined(separator: "\n"))
            tables: Unicode 14.0, \(UserTables.description)
            """
    }
}

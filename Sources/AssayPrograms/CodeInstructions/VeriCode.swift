// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

extension Catalog {
    /// VeriCode: thirty instructions about the way in which code is written.
    public static let vericode = Catalog(
        name: "vericode", title: "VeriCode (Vibe Checker)", reference: "ruff \(RuffTool.version)", version: "1",
        hasLooseProtocol: false, failsBlank: false, definitions: CodeInstruction.all.map(\.definition))
}

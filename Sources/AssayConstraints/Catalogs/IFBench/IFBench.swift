// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

extension Catalog {
    /// IFBench: 58 constraints beyond IFEval's.
    ///
    /// - Source: Pyatkin et al., "Generalizing Verifiable Instruction Following", 2025, arXiv:2507.02833. What the
    ///   repository's checkers decide is what counts; `corrected` reads the instruction as it stands in the prompt.
    public static let ifbench = Catalog(
        name: "ifbench", title: "IFBench: Generalizing Verifiable Instruction Following",
        reference: "allenai/IFBench@db69a6f", version: "1", hasLooseProtocol: true,
        definitions: IFBench.counts + IFBench.ratios + IFBench.words + IFBench.sentences + IFBench.formats
            + IFBench.repeats + IFBench.custom)
}

/// The definitions of IFBench's catalog, an array per group.
enum IFBench {}

extension RuleContext {
    /// Whether instructions are read as they were meant.
    var isCorrected: Bool { conformance == .corrected }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Stand-in.
public struct VerbFirst: Rule {
    /// Stand-in.
    public init(skipsMarks: Bool) {}
    /// Stand-in.
    public func decide(_ input: borrowing RuleInput) -> Verdict { input.verdict(false) { [] } }
}

/// Stand-in.
public struct SyllableParity: Rule {
    /// Stand-in.
    public init() {}
    /// Stand-in.
    public func decide(_ input: borrowing RuleInput) -> Verdict { input.verdict(false) { [] } }
}

enum StopWords { static let english: [String] = ["the"] }

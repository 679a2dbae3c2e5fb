public import AssayCore

/// Stand-in.
public struct ReportPage {
    /// x
    public init(summary: VerificationSummary, samples: SampleCollector, by: String?, stamp: Stamp, title: String) {}
    /// x
    public func render() -> [UInt8] { [] }
}
/// x
public struct ExplanationView {
    /// x
    public init() {}
    /// x
    public func render(_ sample: CollectedSample, color: Bool, width: Int) -> String { "" }
}

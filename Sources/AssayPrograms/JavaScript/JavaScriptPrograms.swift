// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The two programs for node that judge assertions: each runs in a sandbox of its own, and a socket leads from one to the other.
enum JavaScriptPrograms {
    /// What has the tests.
    static let judge = [JavaScriptWire.text, JavaScriptScope.text, JavaScriptJudge.text].joined(separator: "\n")
    /// What has the program.
    static let candidate = [JavaScriptWire.text, JavaScriptCandidate.text].joined(separator: "\n")
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// Whether ruff can be asked here: a line for people.
package enum LintReport {
    /// Tries it on a program of one line.
    package static func line() -> (topic: String, text: String) {
        let demand = CodeDemand(rules: [RuffSettings(): ["F"]])
        let reason = Blocking.run { () -> String in
            do {
                _ = try await CodeReporter().report(on: "x = 1\n", demand, in: SandboxChoice.automatic.sandbox())
                return "ruff \(RuffTool.version) works in the sandbox (\(try RuffTool.find()))"
            } catch let error as CheckError {
                return error.message
            } catch {
                return "\(error)"
            }
        }
        return ("lint", reason ?? "not tried")
    }
}

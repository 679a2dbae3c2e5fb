// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What this machine can prove steps with: a line for people.
package enum ProverReport {
    /// The line.
    package static var line: String {
        guard let program = SolverPool.z3 else {
            return "exact arithmetic, built in; z3 not found, which proves more: apt-get install z3"
        }
        return "exact arithmetic, built in; z3 (\(program))"
    }
}

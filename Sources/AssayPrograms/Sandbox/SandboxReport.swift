// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// What this machine can run programs in, and with what: lines for people.
package enum SandboxReport {
    /// A line for the sandbox and one for each language.
    package static func lines() -> [(topic: String, text: String)] {
        [("sandbox", sandbox())]
            + ProgramLanguage.allCases.map { language in
                (
                    "programs, \(language.rawValue)",
                    language.interpreter ?? "not found; \(language.installation)"
                )
            }
    }

    private static func sandbox() -> String {
        let sandbox = SandboxChoice.automatic.sandbox()
        switch sandbox {
        case let missing as MissingSandbox: return missing.reason
        case let bubblewrap as BubblewrapSandbox:
            guard let problem = bubblewrap.problem() else {
                return "bubblewrap works (\(bubblewrap.program)): no network, limits, read-only system"
            }
            return "bubblewrap does not work here: \(problem)\(hint(problem))"
        case is OpenSandbox: return "none, by ASSAY_SANDBOX: programs run with your own rights"
        default: return "\(sandbox.isolation), not tried"
        }
    }

    /// What helps against the failures that are known.
    package static func hint(_ problem: String) -> String {
        let known: [(words: [String], cure: String)] = [
            (
                ["RTM_NEWADDR"],
                "the kernel restricts user namespaces (Ubuntu 24.04: AppArmor); allow them for bwrap by a profile, or run as root"
            ),
            (
                ["new namespace", "Creating new", "clone", "Operation not permitted", "uid map"],
                "user namespaces are not allowed here; in a container: --security-opt seccomp=unconfined "
                    + "--cap-add SYS_ADMIN, or let the container be the sandbox: ASSAY_SANDBOX=external:COMMAND"
            ),
        ]
        let cure = known.first { entry in entry.words.contains { problem.contains($0) } }?.cure
        return cure.map { "; \($0)" } ?? ""
    }
}

extension BubblewrapSandbox {
    /// Why nothing can be run in it; nil where something can.
    func problem() -> String? {
        guard let program = ProgramFinder.find("true", in: ProgramFinder.systemFolders) else {
            return "there is no program \"true\" to try it with"
        }
        let limits = RunLimits(wallSeconds: 10)
        let status = run(RunRequest([program], limits: limits)) { false }.status
        return status == .exited(0) ? nil : status.sentence(limits)
    }
}

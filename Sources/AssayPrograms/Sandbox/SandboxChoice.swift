// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// Which sandbox is used.
///
/// `ASSAY_SANDBOX` may name one: `auto`, `once` (a bubblewrap started for each run), `none`, or `external:COMMAND`.
public enum SandboxChoice: Sendable, Hashable {
    /// What `ASSAY_SANDBOX` names, else bubblewrap on Linux and seatbelt on macOS.
    case automatic
    /// A command that runs requests in a container of its own.
    case external(command: String)
    /// None: programs run with the rights of the caller. Only ever by the caller's wish.
    case none

    /// Makes the sandbox.
    public func sandbox() -> any Sandbox {
        switch self {
        case .external(let command): return ExternalSandbox(command: command)
        case .none: return OpenSandbox()
        case .automatic:
            if let named = System.environment("ASSAY_SANDBOX"), named != "auto" {
                if named == "none" { return OpenSandbox() }
                if named.hasPrefix("external:") {
                    return ExternalSandbox(command: String(named.dropFirst("external:".count)))
                }
                guard named == "once" else {
                    return MissingSandbox(
                        "ASSAY_SANDBOX is \"\(named)\"; auto, once, none or external:COMMAND is expected")
                }
            }
            #if os(macOS)
                return SeatbeltSandbox()
            #else
                do {
                    return try BubblewrapSandbox(isWarm: System.environment("ASSAY_SANDBOX") != "once")
                } catch {
                    return MissingSandbox(error.message)
                }
            #endif
        }
    }
}

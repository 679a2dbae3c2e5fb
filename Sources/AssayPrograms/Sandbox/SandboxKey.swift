// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// The sandbox in a `Context`: the best one of this machine unless the caller puts in another.
public enum SandboxKey: ContextKey {
    /// Found once.
    public static var standard: any Sandbox { standardSandbox }

    private static let standardSandbox: any Sandbox = SandboxChoice.automatic.sandbox()
}

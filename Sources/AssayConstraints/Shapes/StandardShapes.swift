// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// The shapes of records that Assay reads as they are.
public enum StandardShapes {
    /// The registry, in the order in which records are tried.
    public static let registry = ShapeRegistry([
        NativeShape(), InstructionShape(), HarnessShape(), OpenInstructShape(), MulDimIFShape(), CoDIEvalShape(),
    ])

    /// The names, for help texts.
    public static var names: String { registry.shapes.map(\.name).joined(separator: ", ") }
}

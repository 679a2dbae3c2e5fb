// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayConstraints
import AssayCore
import AssayPrograms

extension VerifierRegistry {
    /// Every verifier of this build.
    static let complete = VerifierRegistry.standard.merging([.answers, .programs, .vericode])
}

extension ShapeRegistry {
    /// Every shape of this build.
    static let complete = StandardShapes.registry.merging(ProgramShapes.all + AnswerShapes.all)

    /// The names, for help texts.
    var names: String { shapes.map(\.name).joined(separator: ", ") }
}

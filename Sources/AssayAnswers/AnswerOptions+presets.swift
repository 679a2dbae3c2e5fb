// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension AnswerOptions {
    /// The settings that a preset stands for.
    ///
    /// - `math`: the defaults.
    /// - `gsm8k`: decimals may differ by 1e-4 of their size.
    /// - `science`: decimals by 1e-2, and named physical constants equal their values.
    /// - `scibench`: every number by 5e-2, whole ones too, as that benchmark has it; physical constants.
    /// - `strict`: no tolerance and no rounding, units where the gold has them, percent only as percent, LaTeX as LaTeX reads it.
    /// - `rl`: only what the response commits itself to, a box or an explicit anchor, is an answer.
    public init(preset: Preset) {
        self.init()
        switch preset {
        case .math: break
        case .gsm8k: relativeTolerance = 1e-4
        case .science:
            relativeTolerance = 1e-2
            physicalConstants = true
        case .scibench:
            relativeTolerance = 5e-2
            toleranceForIntegers = true
            physicalConstants = true
        case .strict:
            relativeTolerance = 0
            roundingAsStated = false
            percentEqualsFraction = false
            unitRequired = true
            strictLatex = true
        case .rl: extract = .anchor
        }
    }
}

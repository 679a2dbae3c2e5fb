// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// Shows samples as they come, failures before passes, at most so many; the others are counted and not kept.
final class ExplainedSamples {
    /// How many came.
    private(set) var count = 0
    /// How many of them ended in error.
    private(set) var errors = 0
    /// How many were shown.
    private(set) var shown = 0
    private var passes: [CollectedSample] = []
    private let limit: Int
    private let show: (CollectedSample) throws -> Void

    init(limit: Int, show: @escaping (CollectedSample) throws -> Void) {
        self.limit = limit
        self.show = show
    }

    /// Takes the next one.
    func take(_ sample: CollectedSample) throws {
        count += 1
        if sample.result?.label == nil { errors += 1 }
        if !sample.passes {
            try showIfWanted(sample)
        } else if passes.count < limit - shown {
            passes.append(sample)
        }
    }

    /// Shows the passes for which there is room.
    func finish() throws {
        for sample in passes { try showIfWanted(sample) }
        passes = []
    }

    private func showIfWanted(_ sample: CollectedSample) throws {
        guard shown < limit else { return }
        shown += 1
        try show(sample)
    }
}

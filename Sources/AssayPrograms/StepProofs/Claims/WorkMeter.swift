// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Work that may still be done on one solution, in units of about 10 ns: decisions depend on it and never on a clock.
final class WorkMeter: Sendable {
    /// About 4 s.
    static let standard = 400_000_000

    private let units: Atomic<Int>

    init(_ units: Int = WorkMeter.standard) { self.units = Atomic(units) }

    /// Whether nothing is left.
    var isSpent: Bool { units.load(ordering: .relaxed) <= 0 }

    /// Takes units away.
    func spend(_ count: Int) { units.subtract(count, ordering: .relaxed) }
}

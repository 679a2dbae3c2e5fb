// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore
import AssayPrograms
import AssayStatistics

/// Scores of code that has to work and to be written as it was asked: both sides of Vibe Checker.
///
/// ## What is counted
/// 1. A record has a model, k instructions (checks `vericode:…`), and perhaps the check `tests`. `metadata.mode` is `single`
///    unless it says otherwise.
/// 2. Functional score S_k: the share of records with k instructions whose tests pass.
/// 3. Instruction score: the share of instructions kept. Task score: the share of records that keep all of theirs. A
///    response that is invalid keeps none; what ended in error or abstention is counted beside.
/// 4. Functional regression FR_k = (S_0 − S_k) / S_0, of the same model and mode; S_0 of any mode where that has none. It is
///    not defined where S_0 is 0.
///
/// - Source: Zhong et al., "Vibe Checker: Aligning Code Evaluation with Human Preference", 2025, arXiv:2510.07315.
package struct VibeCheckerScores: Sendable {
    /// Whose figures they are.
    package struct Key: Hashable, Comparable, Sendable {
        /// The model.
        package var model: String
        /// `single` or `multi`.
        package var mode: String
        /// How many instructions a record has.
        package var instructions: Int

        /// Creates a key.
        package init(_ model: String, mode: String = "single", instructions: Int) {
            self.model = model
            self.mode = mode
            self.instructions = instructions
        }

        /// By model, mode and number.
        package static func < (a: Key, b: Key) -> Bool {
            (a.model, a.mode, a.instructions) < (b.model, b.mode, b.instructions)
        }
    }

    /// A share, as counts.
    package struct Share: Hashable, Sendable {
        /// How many were kept, and of how many.
        package var kept = 0, of = 0
        /// The share; nil of nothing.
        package var value: Double? { of == 0 ? nil : Double(kept) / Double(of) }

        mutating func add(_ isKept: Bool) {
            kept += isKept ? 1 : 0
            of += 1
        }
    }

    /// The figures of a key.
    package struct Cell: Sendable {
        /// Records.
        package var records = 0
        /// Records of which some check ended in error or abstention.
        package var undecided = 0
        /// Records whose tests pass.
        package var functional = Share()
        /// Instructions that are kept.
        package var instructions = Share()
        /// Records all of whose instructions are kept.
        package var tasks = Share()
        /// Instructions by category.
        package var categories: [String: Share] = [:]
        /// Instructions by their place in the record, from 1.
        package var positions: [Int: Share] = [:]
    }

    /// Figures by model, mode and number of instructions.
    package private(set) var cells: [Key: Cell] = [:]

    /// Creates scores of nothing.
    package init() {}

    /// Adds a record.
    ///
    /// - Parameters:
    ///   - model: whose response it is.
    ///   - mode: `single` or `multi`.
    ///   - checks: ids and labels in order; nil for an error.
    package mutating func add(model: String, mode: String, checks: [(id: String, label: Label?)]) {
        let instructions = checks.filter { $0.id.hasPrefix("vericode:") }
        var cell = cells[Key(model, mode: mode, instructions: instructions.count), default: Cell()]
        cell.records += 1
        var isUndecided = false
        for check in checks where check.id == "tests" {
            if let label = check.label, label != .abstain {
                cell.functional.add(label == .pass)
            } else {
                isUndecided = true
            }
        }
        var keepsAll = true
        var areDecided = true
        for (place, check) in instructions.enumerated() {
            guard let label = check.label, label != .abstain else {
                areDecided = false
                continue
            }
            let isKept = label == .pass
            keepsAll = keepsAll && isKept
            cell.instructions.add(isKept)
            cell.positions[place + 1, default: Share()].add(isKept)
            if let category = VibeCheckerScores.categories[check.id] {
                cell.categories[category, default: Share()].add(isKept)
            }
        }
        // One that is broken decides the task whatever the others are.
        if !instructions.isEmpty, areDecided || !keepsAll { cell.tasks.add(keepsAll) }
        if isUndecided || !areDecided { cell.undecided += 1 }
        cells[Key(model, mode: mode, instructions: instructions.count)] = cell
    }

    private static let categories = Dictionary(
        CodeInstruction.all.map { ($0.id.name, $0.category.rawValue) }, uniquingKeysWith: { first, _ in first })

    /// FR_k: how much of the functional score without instructions is lost; nil where it is not defined.
    package func regression(_ key: Key) -> Double? {
        guard let without = functionalWithout(key.model, key.mode), without > 0,
            let with = cells[key]?.functional.value
        else { return nil }
        return (without - with) / without
    }

    /// S_0.
    private func functionalWithout(_ model: String, _ mode: String) -> Double? {
        if let own = cells[Key(model, mode: mode, instructions: 0)]?.functional.value { return own }
        let others = cells.filter { $0.key.model == model && $0.key.instructions == 0 }
        return others.min { $0.key < $1.key }?.value.functional.value
    }

    /// The scores that a composite joins: tasks at one instruction, single-turn, and tests at none; of models that have both.
    package var pairs: [(model: String, instruction: Double, functional: Double)] {
        cells.keys.sorted().compactMap { key in
            guard key.mode == "single", key.instructions == 1, let instruction = cells[key]?.tasks.value,
                let functional = functionalWithout(key.model, "single")
            else { return nil }
            return (key.model, instruction, functional)
        }
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// One formula with its charge and state: `[Fe(CN)_6]^{3-}(aq)`.
package struct ChemicalSpecies: Sendable, Hashable {
    /// A part of a formula.
    package indirect enum Unit: Sendable, Hashable {
        /// Atomic number, mass number (0 where not given), count.
        case atom(Int, mass: Int, count: Int)
        case group([Unit], count: Int)
    }

    /// The parts of a formula and of what crystallises with it, in the order of the text.
    package var parts: [(units: [Unit], count: Int)]
    package var charge = 0
    /// `s`, `l`, `g`, `aq`; empty where none is given.
    package var state = ""
    /// A lone electron.
    package var isElectron = false

    package init(parts: [(units: [Unit], count: Int)]) { self.parts = parts }

    package static func == (one: ChemicalSpecies, other: ChemicalSpecies) -> Bool {
        one.key == other.key && one.state == other.state
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// Groups, counts and charge, without the order of the text.
    package var key: String {
        if isElectron { return "e-" }
        let parts = parts.map { part in
            (part.count == 1 ? "" : "\(part.count)*") + Self.key(part.units)
        }
        let sign = charge == 0 ? "" : charge > 0 ? "^+\(charge)" : "^\(charge)"
        return parts.sorted().joined(separator: ".") + sign
    }

    /// Groups and counts in the order of the text.
    package var sequence: String {
        parts.map { "\($0.count)" + Self.sequence($0.units) }.joined(separator: ".")
    }

    /// Whether an element stands in two places, as in CH₃CH₂OH: the order says how atoms are bound.
    package var isCondensed: Bool {
        parts.contains { part in
            var seen: Set<Int> = []
            return Self.flattened(part.units).contains { unit in
                guard case .atom(let number, _, _) = unit else { return false }
                return !seen.insert(number).inserted
            }
        }
    }

    /// How many atoms of each element there are; nil where the numbers are too large.
    package var composition: [Int: Int]? {
        var totals: [Int: Int] = [:]
        for part in parts {
            guard Self.count(part.units, times: part.count, into: &totals) else { return nil }
        }
        return totals
    }

    package var elements: Set<Int> { Set(composition?.keys ?? [:].keys) }

    // MARK: Details

    /// The units with groups that stand once opened.
    private static func flattened(_ units: [Unit]) -> [Unit] {
        units.flatMap { unit -> [Unit] in
            if case .group(let inner, 1) = unit { return flattened(inner) }
            return [unit]
        }
    }

    private static func key(_ units: [Unit]) -> String {
        var atoms: [String: Int] = [:]
        var groups: [String: Int] = [:]
        for unit in flattened(units) {
            switch unit {
            case .atom(let number, let mass, let count): atoms[atomKey(number, mass), default: 0] += count
            case .group(let inner, let count): groups[key(inner), default: 0] += count
            }
        }
        let first = atoms.sorted { $0.key < $1.key }.map { $0.value == 1 ? $0.key : "\($0.key)\($0.value)" }
        let second = groups.sorted { $0.key < $1.key }.map { "(\($0.key))\($0.value)" }
        return (first + second).joined()
    }

    private static func sequence(_ units: [Unit]) -> String {
        var result = ""
        var last: (key: String, count: Int)?
        func flush() {
            guard let last else { return }
            result += last.count == 1 ? last.key : "\(last.key)\(last.count)"
        }
        for unit in flattened(units) {
            switch unit {
            case .atom(let number, let mass, let count):
                let key = atomKey(number, mass)
                if let current = last, current.key == key {
                    last = (key, current.count + count)
                } else {
                    flush()
                    last = (key, count)
                }
            case .group(let inner, let count):
                flush()
                last = nil
                result += "(\(sequence(inner)))\(count)"
            }
        }
        flush()
        return result
    }

    private static func atomKey(_ number: Int, _ mass: Int) -> String {
        (mass == 0 ? "" : "[\(mass)]") + ChemicalElements.symbol(number)
    }

    private static func count(_ units: [Unit], times factor: Int, into totals: inout [Int: Int]) -> Bool {
        for unit in units {
            switch unit {
            case .atom(let number, _, let count):
                let (product, overflow) = count.multipliedReportingOverflow(by: factor)
                guard !overflow, product < 1 << 40 else { return false }
                totals[number, default: 0] += product
            case .group(let inner, let count):
                let (product, overflow) = count.multipliedReportingOverflow(by: factor)
                guard !overflow, product < 1 << 40, Self.count(inner, times: product, into: &totals) else {
                    return false
                }
            }
        }
        return true
    }
}

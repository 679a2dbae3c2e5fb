// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore
import AssayStatistics

/// The composite α·IF + (1 − α)·Func held against what people prefer, for weights α from 0 to 1.
///
/// - Source: Zhong et al., "Vibe Checker", 2025, arXiv:2510.07315, section 5.
package struct CompositeScore: Sendable, Hashable {
    /// The figures of one weight.
    package struct Point: Sendable, Hashable {
        /// α, the weight of instructions.
        package var weight: Double
        /// Pearson's r with the preferences; nil where it is not defined.
        package var pearson: Double?
        /// Spearman's ρ.
        package var spearman: Double?
    }

    /// α = 0, .1, … 1.
    package let points: [Point]
    /// How many models have scores and a preference.
    package let models: Int

    /// Computes all points.
    ///
    /// - Parameters:
    ///   - pairs: both scores by model.
    ///   - preferences: a number for each model, the more the better: Elo, as a rule.
    package init(
        _ pairs: [(model: String, instruction: Double, functional: Double)], preferences: [String: Double]
    ) {
        let known = pairs.filter { preferences[$0.model] != nil }
        let elo = known.compactMap { preferences[$0.model] }
        models = known.count
        points = (0...10).map { tenth in
            let weight = Double(tenth) / 10
            let scores = known.map { weight * $0.instruction + (1 - weight) * $0.functional }
            return Point(
                weight: weight, pearson: Correlation.pearson(scores, elo), spearman: Correlation.spearman(scores, elo))
        }
    }

    /// The first weight with the highest value; nil where none has one.
    package func best(_ value: KeyPath<Point, Double?>) -> Point? {
        var best: Point?
        for point in points {
            guard let here = point[keyPath: value] else { continue }
            // Equal but for rounding is equal.
            if let high = best?[keyPath: value], here <= high + 1e-12 { continue }
            best = point
        }
        return best
    }

    /// Reads preferences: an object with a number for each model.
    ///
    /// - Throws: ``CheckError`` where the file cannot be read or is none.
    package static func preferences(path: String) throws(CheckError) -> [String: Double] {
        var bytes: [UInt8] = []
        let source = try ByteSource(path: path)
        while try source.read(into: &bytes, limit: 1 << 20) > 0 {}
        guard let root = try? JSONDocument(bytes).root, root.kind == .object else {
            throw CheckError(.input, field: path, "an object with a number for each model is expected")
        }
        var preferences: [String: Double] = [:]
        for (model, value) in root.members {
            guard let number = value.number?.double else {
                throw CheckError(
                    .input, field: path, "\"\(model)\" is \(value.kind.described); a number is expected")
            }
            preferences[model] = number
        }
        return preferences
    }
}

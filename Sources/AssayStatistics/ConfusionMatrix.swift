// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// How often each class of samples was taken for which class, and what follows from it.
///
///     var matrix = ConfusionMatrix(classCount: 2)
///     matrix.add(actual: 0, predicted: 0, count: 90)
///     matrix.add(actual: 1, predicted: 0, count: 5)
///     matrix.precision(of: 0).value   // 90 of 95
///
/// A sample may be left undecided. It then counts against the recall of its class and against the accuracy, never
/// against anybody's precision: a decision that is not made is not right.
///
/// ## Notation
/// With nᵢⱼ the samples of class i taken for class j: precision Pⱼ = nⱼⱼ / Σᵢ nᵢⱼ, recall Rᵢ = nᵢᵢ / nᵢ,
/// F1 = 2PR / (P + R) = 2nᵢᵢ / (nᵢ + Σₖ nₖᵢ). Means over classes are over those that have samples.
public struct ConfusionMatrix: Sendable, Hashable {
    /// Number of classes.
    public let classCount: Int
    /// Row by row the actual class; in a row, the predicted ones and, last, the undecided.
    private var cells: [Int]

    /// Creates a matrix of nothing.
    public init(classCount: Int) {
        self.classCount = max(1, classCount)
        cells = Array(repeating: 0, count: self.classCount * (self.classCount + 1))
    }

    private init(classCount: Int, cells: [Int]) {
        self.classCount = classCount
        self.cells = cells
    }

    /// Adds samples; classes out of range are ignored.
    ///
    /// - Parameters:
    ///   - actual: the samples' class.
    ///   - predicted: the class they were taken for; nil where that was left undecided.
    ///   - count: how many.
    public mutating func add(actual: Int, predicted: Int?, count: Int = 1) {
        let column = predicted ?? classCount
        guard (0..<classCount).contains(actual), (0...classCount).contains(column) else { return }
        cells[actual * (classCount + 1) + column] += count
    }

    /// Samples of a class that were taken for another (or the same); nil asks for the undecided.
    public func count(actual: Int, predicted: Int?) -> Int {
        let column = predicted ?? classCount
        guard (0..<classCount).contains(actual), (0...classCount).contains(column) else { return 0 }
        return cells[actual * (classCount + 1) + column]
    }

    /// All samples.
    public var total: Int { cells.reduce(0, +) }

    /// Samples of a class.
    public func total(actual: Int) -> Int { (0...classCount).reduce(0) { $0 + cell(actual, $1) } }

    /// Samples that were taken for a class.
    public func total(predicted: Int) -> Int { (0..<classCount).reduce(0) { $0 + cell($1, predicted) } }

    /// Samples that were left undecided.
    public var undecided: Proportion { Proportion(successes: total(predicted: classCount), total: total) }

    private var right: Int { (0..<classCount).reduce(0) { $0 + cell($1, $1) } }

    /// Right decisions among all samples.
    public var accuracy: Proportion { Proportion(successes: right, total: total) }

    /// Right decisions among those that were decided: what a caller sees who drops the others.
    public var selectiveAccuracy: Proportion {
        Proportion(successes: right, total: total - total(predicted: classCount))
    }

    /// Right ones among the samples taken for a class.
    public func precision(of index: Int) -> Proportion {
        Proportion(successes: cell(index, index), total: total(predicted: index))
    }

    /// Those recognised among the samples of a class.
    public func recall(of index: Int) -> Proportion {
        Proportion(successes: cell(index, index), total: total(actual: index))
    }

    /// Samples of other classes that were taken for this one, among all of other classes.
    public func falsePositiveRate(of index: Int) -> Proportion {
        Proportion(
            successes: total(predicted: index) - cell(index, index), total: total - total(actual: index))
    }

    /// The harmonic mean of precision and recall; nil where the class has no samples.
    public func f1(of index: Int) -> Double? {
        let actual = total(actual: index)
        guard actual > 0 else { return nil }
        return 2 * Double(cell(index, index)) / Double(actual + total(predicted: index))
    }

    /// The mean of F1 over the classes that have samples; nil of nothing.
    public var macroF1: Double? { mean((0..<classCount).compactMap(f1)) }

    /// The mean of recall over the classes that have samples; nil of nothing.
    public var balancedAccuracy: Double? { mean((0..<classCount).compactMap { recall(of: $0).value }) }

    private func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    private func cell(_ row: Int, _ column: Int) -> Int {
        guard (0..<classCount).contains(row), (0...classCount).contains(column) else { return 0 }
        return cells[row * (classCount + 1) + column]
    }

    /// Adds another matrix of as many classes.
    public static func += (a: inout ConfusionMatrix, b: ConfusionMatrix) {
        guard a.classCount == b.classCount else { return }
        for index in a.cells.indices { a.cells[index] += b.cells[index] }
    }

    /// A matrix of as many samples, each drawn from these with replacement.
    func resampled(using generator: inout some RandomNumberGenerator) -> ConfusionMatrix {
        ConfusionMatrix(classCount: classCount, cells: Bootstrap.resample(cells, using: &generator))
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Logistic regression with an L2 penalty, fitted by Newton's method.
///
///     let fit = LogisticFit(rows: [[1, 0], [0, 1]], labels: [true, false], penalty: 1)
///     fit?.probability([1, 0])   // above one half
///
/// ## How it is fitted
/// Iteratively reweighted least squares: each step solves (XᵀWX + λI)·δ = Xᵀ(y − p) − λβ, with the intercept unpenalised,
/// until no coefficient moves by more than 10⁻¹⁰, at most 100 times. With λ > 0 there is one solution, also for classes
/// that can be told apart without error.
///
/// - Source: Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2009, section 4.4.1.
public struct LogisticFit: Sendable, Hashable {
    /// The log-odds of a row of zeros.
    public let intercept: Double
    /// What a unit of each column adds to the log-odds.
    public let coefficients: [Double]

    /// Fits rows of equal length to labels; nil where there are none, their lengths differ, or `penalty` is not positive.
    public init?(rows: [[Double]], labels: [Bool], penalty: Double) {
        guard let width = rows.first?.count, rows.count == labels.count, penalty > 0,
            rows.allSatisfy({ $0.count == width && $0.allSatisfy(\.isFinite) })
        else { return nil }
        let size = width + 1
        var beta = [Double](repeating: 0, count: size)
        for _ in 0..<100 {
            var matrix = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
            var gradient = [Double](repeating: 0, count: size)
            for (row, label) in zip(rows, labels) {
                let x = [1] + row
                let probability = LogisticFit.sigmoid(zip(x, beta).reduce(0) { $0 + $1.0 * $1.1 })
                let weight = max(probability * (1 - probability), 1e-12)
                let residual = (label ? 1 : 0) - probability
                for i in 0..<size where x[i] != 0 {
                    gradient[i] += x[i] * residual
                    for j in 0..<size { matrix[i][j] += weight * x[i] * x[j] }
                }
            }
            for i in 1..<max(1, size) {
                matrix[i][i] += penalty
                gradient[i] -= penalty * beta[i]
            }
            guard let step = LogisticFit.solved(matrix, gradient) else { return nil }
            // Far steps come from weights near 0, and are cut so that they do not overshoot.
            let largest = step.map(abs).max() ?? 0
            let scale = largest > 5 ? 5 / largest : 1
            for i in 0..<size { beta[i] += scale * step[i] }
            if largest < 1e-10 { break }
        }
        intercept = beta[0]
        coefficients = Array(beta.dropFirst())
    }

    /// The probability of true for a row.
    public func probability(_ row: [Double]) -> Double {
        LogisticFit.sigmoid(zip(row, coefficients).reduce(intercept) { $0 + $1.0 * $1.1 })
    }

    private static func sigmoid(_ value: Double) -> Double { 1 / (1 + exp(-value)) }

    /// The solution of a linear system, by elimination with pivots; nil where there is not one.
    private static func solved(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
        var (rows, values) = (matrix, right)
        let size = values.count
        for column in 0..<size {
            guard let pivot = (column..<size).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                abs(rows[pivot][column]) > 1e-14
            else { return nil }
            rows.swapAt(column, pivot)
            values.swapAt(column, pivot)
            for row in column + 1..<max(column + 1, size) {
                let factor = rows[row][column] / rows[column][column]
                guard factor != 0 else { continue }
                for place in column..<size { rows[row][place] -= factor * rows[column][place] }
                values[row] -= factor * values[column]
            }
        }
        for row in (0..<size).reversed() {
            for column in row + 1..<max(row + 1, size) { values[row] -= rows[row][column] * values[column] }
            values[row] /= rows[row][row]
        }
        return values
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
public import AssayStatistics

/// How often each label was given to responses of each class.
public struct AuditCounts: Sendable, Hashable {
    /// By class and label, of responses whose labels do not tell `invalid` from `incorrect`.
    private var twoWay = Cells()
    /// The same of those whose labels do.
    private var threeWay = Cells()
    /// Decisions on responses without an agreed label.
    public private(set) var unlabelled = 0
    /// Decisions that an error prevented.
    public private(set) var errors = 0

    /// Creates counts of nothing.
    public init() {}

    private struct Cells: Sendable, Hashable {
        var values = Array(repeating: 0, count: ResponseClass.allCases.count * Label.allCases.count)

        func place(_ response: ResponseClass, _ label: Label) -> Int {
            response.rawValue * Label.allCases.count + (Label.allCases.firstIndex(of: label) ?? 0)
        }
    }

    /// Counts a decision.
    mutating func add(_ expectation: Expectation?, _ label: Label?) {
        guard let label else {
            errors += 1
            return
        }
        guard let expectation else {
            unlabelled += 1
            return
        }
        if expectation.tellsInvalid {
            threeWay.values[threeWay.place(expectation.response, label)] += 1
        } else {
            twoWay.values[twoWay.place(expectation.response, label)] += 1
        }
    }

    /// Counts a record that could not be read.
    mutating func addError() { errors += 1 }

    /// Responses of a class that were given a label.
    public func count(_ response: ResponseClass, _ label: Label) -> Int {
        twoWay.values[twoWay.place(response, label)] + threeWay.values[threeWay.place(response, label)]
    }

    /// Labelled responses that were decided or abstained on.
    public var labelled: Int { twoWay.values.reduce(0, +) + threeWay.values.reduce(0, +) }

    /// The decisions as classes against classes.
    public var matrix: ConfusionMatrix {
        var matrix = ConfusionMatrix(classCount: ResponseClass.allCases.count)
        for response in ResponseClass.allCases {
            for label in Label.allCases {
                for (cells, tellsInvalid) in [(twoWay, false), (threeWay, true)] {
                    matrix.add(
                        actual: response.rawValue,
                        predicted: Expectation(response, tellsInvalid: tellsInvalid).predicted(by: label)?.rawValue,
                        count: cells.values[cells.place(response, label)])
                }
            }
        }
        return matrix
    }

    /// Responses that are not correct and were passed: the mistakes that a training run learns to make.
    public var wrongPasses: Int { count(.incorrect, .pass) + count(.invalid, .pass) }
    /// Correct responses that were not passed, abstentions left out.
    public var wrongFails: Int { count(.correct, .fail) + count(.correct, .invalid) }
    /// Responses that were abstained on.
    public var abstained: Int { ResponseClass.allCases.reduce(0) { $0 + count($1, .abstain) } }

    /// Adds other counts.
    static func += (a: inout AuditCounts, b: AuditCounts) {
        for index in a.twoWay.values.indices {
            a.twoWay.values[index] += b.twoWay.values[index]
            a.threeWay.values[index] += b.threeWay.values[index]
        }
        a.unlabelled += b.unlabelled
        a.errors += b.errors
    }
}

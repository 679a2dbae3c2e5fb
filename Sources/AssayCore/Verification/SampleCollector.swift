// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A judged response as a report shows it.
public struct CollectedSample: Sendable {
    /// Where it came from.
    public var origin: ResultWriter.Origin
    /// The record; nil where it could not be read.
    public var record: SampleRecord?
    /// The decisions; nil where the record could not be read.
    public var result: ResponseResult?
    /// Why the record could not be read.
    public var error: CheckError?
    /// The value of the field by which figures are compared; nil where none was asked for.
    public var by: String?

    /// Creates a sample; either record and result are given, or the error.
    public init(
        origin: ResultWriter.Origin, record: SampleRecord?, result: ResponseResult?, error: CheckError? = nil,
        by: String? = nil
    ) {
        self.origin = origin
        self.record = record
        self.result = result
        self.error = error
        self.by = by
    }

    /// Whether the response passes all its checks.
    public var passes: Bool { result?.label == .pass }

    var byteCount: Int {
        (result?.answer.count ?? 0) + (record?.sample.messages.reduce(0) { $0 + $1.text.utf8.count } ?? 0) + 400
    }
}

/// Keeps as many samples as a report embeds: failures first, within limits on number and bytes.
public struct SampleCollector: Sendable {
    /// The most samples.
    public static let maximumCount = 10_000
    /// The most bytes of prompts and responses.
    public static let maximumBytes = 64 << 20

    private var failures = Shelf()
    private var passes = Shelf()
    /// All samples that were offered.
    public private(set) var offered = 0
    /// Those of them that pass all their checks.
    public private(set) var offeredPasses = 0

    private struct Shelf: Sendable {
        var samples: [CollectedSample] = []
        var bytes = 0

        mutating func add(_ sample: CollectedSample) {
            guard samples.count < SampleCollector.maximumCount, bytes + sample.byteCount <= SampleCollector.maximumBytes
            else { return }
            samples.append(sample)
            bytes += sample.byteCount
        }
    }

    /// Creates a collector.
    public init() {}

    /// Offers a sample, which is kept where the limits allow.
    public mutating func add(_ sample: CollectedSample) {
        offered += 1
        if sample.passes {
            offeredPasses += 1
            passes.add(sample)
        } else {
            failures.add(sample)
        }
    }

    /// What is kept: failures in input order, then passes as far as the limits allow.
    public var samples: [CollectedSample] {
        var shelf = failures
        for sample in passes.samples { shelf.add(sample) }
        return shelf.samples
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What all workers of a run share where checks may need a ``Verifier``.
final class VerifierQueue: Sendable {
    private let verifier: SampleVerifier
    private let jobs: Int
    private let allBatched = Atomic<Bool>(true)
    private let someBatched = Atomic<Bool>(false)
    private let isUsed = Atomic<Bool>(false)

    /// Creates a queue.
    ///
    /// - Parameters:
    ///   - verifier: what is asked.
    ///   - jobs: how many responses are asked about at a time, by all workers together, of verifiers that decide on each
    ///     by itself.
    init(_ verifier: SampleVerifier, jobs: Int) {
        var verifier = verifier
        verifier.limiter = TaskLimiter(jobs)
        self.verifier = verifier
        self.jobs = jobs
    }

    /// In pieces of how many lines blocks are handed out, once a record has needed a verifier, so that a result does not
    /// wait for many others; large ones where verifiers want many at a time.
    var piece: Int? {
        guard isUsed.load(ordering: .relaxed) else { return nil }
        guard someBatched.load(ordering: .relaxed) else { return jobs }
        return allBatched.load(ordering: .relaxed) ? 1000 : 16 * jobs
    }

    private func note(_ record: SampleRecord) {
        for check in record.checks where check.verifier != nil {
            if check.definition?.isBatched == true {
                someBatched.store(true, ordering: .relaxed)
            } else {
                allBatched.store(false, ordering: .relaxed)
            }
        }
        isUsed.store(true, ordering: .relaxed)
    }

    /// Asks about all responses of `records`, many at a time.
    ///
    /// - Returns: the results by record and response; nil where the user asked to stop.
    func ask(_ records: [(place: Int, record: SampleRecord)]) -> [Int: [ResponseResult]]? {
        for (_, record) in records { note(record) }
        let results = Blocking.run { () -> [Int: [ResponseResult]]? in
            await withTaskGroup(of: (Int, ResponseResult?).self) { group in
                for (place, record) in records {
                    for index in record.sample.responses.indices {
                        group.addTask {
                            let result = try? await self.verifier.verify(
                                record.sample, response: index, checks: record.checks)
                            return (place, result)
                        }
                    }
                }
                var results: [Int: [ResponseResult]] = [:]
                var isWhole = true
                for await (place, result) in group {
                    if let result { results[place, default: []].append(result) } else { isWhole = false }
                }
                return isWhole ? results.mapValues { $0.sorted { $0.index < $1.index } } : nil
            }
        }
        return results ?? nil
    }
}

extension ChunkVerifier {
    /// Decides, of the lines from `first` on, the records with a check that needs a verifier.
    ///
    /// Their lines are read here and again when it is their turn.
    ///
    /// - Returns: the results by line; nil where the user asked to stop.
    func askVerifiers(_ chunk: LineChunk, from first: Int, _ queue: VerifierQueue) -> [Int: [ResponseResult]]? {
        let document = JSONDocument()
        var records: [(place: Int, record: SampleRecord)] = []
        var scratch = ChunkResult()
        for place in first..<chunk.lines.count {
            do throws(CheckError) {
                try RecordReader.parse(chunk, chunk.lines[place], into: document, maximumLine: options.maximumLine)
                let (record, _) = try read(document, options.inputs[chunk.file], &scratch)
                if ChunkVerifier.needsVerifier(record) { records.append((place, record)) }
            } catch {
                // It becomes an error record when it is its turn.
            }
        }
        return queue.ask(records)
    }

    /// Whether some check of the record is not decided by a rule.
    static func needsVerifier(_ record: SampleRecord) -> Bool { record.checks.contains { $0.verifier != nil } }
}

/// Hands a reader's blocks on; in pieces where verifiers may be asked, so that a result does not wait for many others.
final class ChunkFeed {
    private let reader: LineReader
    private let queue: VerifierQueue?
    private var rest: LineChunk?
    private var size = 1

    init(_ reader: LineReader, queue: VerifierQueue?) {
        self.reader = reader
        self.queue = queue
    }

    func next() throws(CheckError) -> LineChunk? {
        guard let queue else { return try reader.next() }
        var chunk: LineChunk
        if let rest {
            chunk = rest
        } else {
            guard let read = try reader.next() else { return nil }
            chunk = read
        }
        rest = nil
        // A first small piece shows whether verifiers are needed; rules get whole blocks soon.
        let limit = queue.piece ?? size
        if size < 1 << 20 { size *= 2 }
        if chunk.lines.count > limit {
            var others = chunk
            others.lines.removeFirst(limit)
            rest = others
            chunk.lines.removeLast(chunk.lines.count - limit)
        }
        return chunk
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

package import AssayCore
import AssayPrograms

/// What became of one record: its pass matrix, or why there is none.
package struct PassMatrixRecord: Sendable {
    /// File and line.
    package var place: String
    /// Line in its file, from 1.
    package var line: Int
    /// The id's JSON text.
    package var idJSON: [UInt8]?
    /// A row for each program, a column for each test.
    package var passes: Result<[[Bool?]], CheckError>

    /// Creates a record.
    package init(place: String, line: Int, idJSON: [UInt8]? = nil, passes: Result<[[Bool?]], CheckError>) {
        self.place = place
        self.line = line
        self.idJSON = idJSON
        self.passes = passes
    }
}

/// Runs every response of a record against every test of the record's check `tests`.
///
/// What is selected by consistency starts from this: which programs agree on which tests, and whether the tests tell the
/// programs apart at all.
///
/// - Source: Du et al., "EvoSyn: Generalizable Evolutionary Data Synthesis for Verifiable Learning", 2025,
///   arXiv:2510.17928: the matrix, and its pruning of problems whose rows or columns all tie.
package struct PassMatrixRun: Sendable {
    private let options: VerificationOptions
    private let registry: VerifierRegistry
    private let shapes: ShapeRegistry

    /// Creates a run.
    ///
    /// - Parameters:
    ///   - options: inputs, shape, names of fields, the longest line, jobs, the context with the sandbox.
    ///   - registry: the verifiers.
    ///   - shapes: the shapes that records are recognised by.
    package init(options: VerificationOptions, registry: VerifierRegistry, shapes: ShapeRegistry) {
        self.options = options
        self.registry = registry
        self.shapes = shapes
    }

    /// Reads to the end of the input, or until the user interrupts it, one record after the other.
    ///
    /// - Parameter body: takes what became of a record.
    /// - Throws: `CheckError` where an input cannot be read, and what `body` throws.
    package func run(_ body: (PassMatrixRecord) throws -> Void) throws {
        let reader = try LineReader(paths: options.inputs, maximumLine: options.maximumLine, readsArrays: true)
        let compiler = CheckCompiler(registry: registry, context: options.fullContext)
        let document = JSONDocument()
        while let chunk = try reader.next() {
            for line in chunk.lines {
                if Interruption.isRequested { return }
                var record = PassMatrixRecord(
                    place: "\(options.inputs[chunk.file]):\(line.number)", line: line.number, passes: .success([]))
                do throws(CheckError) {
                    try RecordReader.parse(chunk, line, into: document, maximumLine: options.maximumLine)
                    let shape = try shapes.shape(of: document.root, forced: options.shape)
                    let read = try shape.read(document.root, fields: options.fields, compiler: compiler, part: .whole)
                    record.idJSON = read.idJSON
                    record.passes = .success(try matrix(of: read))
                } catch {
                    if Interruption.isRequested { return }
                    record.passes = .failure(error)
                }
                try body(record)
            }
        }
    }

    private func matrix(of record: SampleRecord) throws(CheckError) -> [[Bool?]] {
        var tests: ProgramTests?
        for (place, check) in record.checks.enumerated() where check.check.verifier == TestsVerifier.definition.id {
            if let failure = check.failure { throw ResultWriter.located(failure, check: place, record) }
            guard tests == nil else {
                throw CheckError(
                    .record, field: record.checksField, "the record has several checks \"tests\"; one is expected")
            }
            tests = (check.verifier as? TestsVerifier)?.tests
        }
        guard let tests else {
            throw CheckError(
                .record, field: record.checksField, "the record has no check \"tests\"; one is expected")
        }
        let matrix = PassMatrix(tests, jobs: options.jobs)
        let (sample, context) = (record.sample, options.fullContext)
        let outcome = Blocking.run { () async -> Result<GroupVerdict, CheckError> in
            do {
                return .success(try await matrix.verify([sample], in: context))
            } catch let error as CheckError {
                return .failure(error)
            } catch {
                return .failure(CheckError(.unavailable, "\(error)"))
            }
        }
        guard let outcome else { throw CheckError(.unavailable, "the run was stopped") }
        guard case .passes(let rows) = try outcome.get().finding else { return [] }
        return rows
    }
}

/// What a pass matrix tells.
package struct PassCounts: Sendable, Hashable {
    /// Tests passed, by program.
    package let passed: [Int]
    /// Programs that passed, by test.
    package let accepted: [Int]

    /// Counts; what could not be told counts for nothing.
    package init(_ rows: [[Bool?]]) {
        passed = rows.map { row in row.count { $0 == true } }
        accepted = (rows.first?.indices ?? 0..<0).map { column in rows.count { $0[column] == true } }
    }

    /// Whether the matrix tells programs from each other and tests from each other; where all programs tie, or all tests do,
    /// no ranking by it means anything.
    package var isInformative: Bool { Set(passed).count > 1 && Set(accepted).count > 1 }
}

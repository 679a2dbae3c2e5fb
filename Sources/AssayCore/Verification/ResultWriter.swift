// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// Writes verdicts as JSON, in the order that the format declares.
public struct ResultWriter: Sendable {
    /// Whether and for which decisions evidence is written.
    public var evidence: EvidencePolicy
    /// Whether strict and loose labels are written beside each other.
    public var showsBoth: Bool

    /// Creates a writer.
    public init(evidence: EvidencePolicy, showsBoth: Bool) {
        self.evidence = evidence
        self.showsBoth = showsBoth
    }

    /// Where a record came from.
    public struct Origin: Sendable {
        /// Name of the file, where there are several.
        public var file: String?
        /// The line, from 1.
        public var line: Int
        /// The id's JSON text.
        public var idJSON: [UInt8]?

        /// Creates an origin.
        public init(file: String?, line: Int, idJSON: [UInt8]? = nil) {
            self.file = file
            self.line = line
            self.idJSON = idJSON
        }
    }

    /// Writes the verdict object of one response.
    public func write(
        _ result: ResponseResult, of record: SampleRecord, origin: Origin, warnings: [String],
        to writer: inout JSONWriter
    ) {
        writer.object { writer in
            self.origin(origin, to: &writer)
            if record.sample.responses.count > 1 {
                writer.key("response")
                writer.integer(result.index)
            }
            body(result, record, to: &writer)
            if !warnings.isEmpty {
                writer.key("warnings")
                writer.array { writer in for warning in warnings { writer.string(warning) } }
            }
            if !record.sample.metadata.isEmpty {
                writer.key("metadata")
                writer.value(.object(record.sample.metadata))
            }
        }
    }

    /// Writes an error record.
    public func write(_ error: CheckError, origin: Origin, to writer: inout JSONWriter) {
        writer.object { writer in
            self.origin(origin, to: &writer)
            body(error, to: &writer)
        }
    }

    /// Writes label and error of a record that could not be judged as members of the object that is open.
    func body(_ error: CheckError, to writer: inout JSONWriter) {
        writer.key("label")
        writer.string("error")
        self.error(error, to: &writer)
    }

    /// Writes label, score and checks of one response as members of the object that is open.
    public func body(_ result: ResponseResult, _ record: SampleRecord, to writer: inout JSONWriter) {
        let label = result.label
        writer.key("label")
        writer.string(label?.rawValue ?? "error")
        if label == nil {
            for (index, check) in result.checks.enumerated() {
                guard case .error(let error) = check.outcome else { continue }
                self.error(ResultWriter.located(error, check: index, record), to: &writer)
                break
            }
        } else {
            writer.key("score")
            if let score = result.score { writer.double(score) } else { writer.null() }
        }
        writer.key("checks")
        writer.array { writer in
            for (index, check) in result.checks.enumerated() { self.check(check, index, result, record, to: &writer) }
        }
    }

    /// The error with the path of the check that it is about.
    public static func located(_ error: CheckError, check index: Int, _ record: SampleRecord) -> CheckError {
        // Checks that the command line added stand behind the record's own.
        let own = index < record.ownCheckCount
        if own, record.checksField.isEmpty { return error }
        return error.below(own ? "\(record.checksField)[\(index)]" : "--check")
    }

    /// Writes where a record came from as members of the object that is open.
    func origin(_ origin: Origin, to writer: inout JSONWriter) {
        writer.key("id")
        if let id = origin.idJSON { writer.raw(id) } else { writer.null() }
        if let file = origin.file {
            writer.key("file")
            writer.string(file)
        }
        writer.key("line")
        writer.integer(origin.line)
    }

    private func error(_ error: CheckError, to writer: inout JSONWriter) {
        writer.key("error")
        writer.object { writer in
            writer.key("code")
            writer.string(error.code.description)
            if let field = error.field {
                writer.key("field")
                writer.string(field)
            }
            writer.key("message")
            writer.string(error.message)
        }
    }

    private func check(
        _ result: CheckResult, _ index: Int, _ response: ResponseResult, _ record: SampleRecord,
        to writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.key("check")
            writer.string(result.prepared.check.verifier.name)
            if let id = result.prepared.check.id {
                writer.key("id")
                writer.string(id)
            }
            switch result.outcome {
            case .error(let error):
                writer.key("label")
                writer.string("error")
                self.error(ResultWriter.located(error, check: index, record), to: &writer)
            case .verdict(let verdict):
                self.verdict(verdict, result, response, to: &writer)
            }
        }
    }

    private func verdict(
        _ verdict: Verdict, _ result: CheckResult, _ response: ResponseResult, to writer: inout JSONWriter
    ) {
        writer.key("label")
        writer.string(verdict.label.rawValue)
        writer.key("score")
        if let score = verdict.score { writer.double(score) } else { writer.null() }
        if showsBoth, let loose = result.loosePassed {
            writer.key("strict")
            writer.string(verdict.label.rawValue)
            writer.key("loose")
            writer.string(loose ? "pass" : verdict.label.rawValue)
        }
        if let reason = verdict.reason {
            writer.key("reason")
            writer.string(reason.code)
            if let detail = reason.detail {
                writer.key("detail")
                writer.string(detail)
            }
        }
        if !verdict.evidence.isEmpty, evidence.wants(verdict.label == .pass) {
            writer.key("evidence")
            writer.array { writer in
                for item in verdict.evidence { ResultWriter.write(item, answer: response.answer, to: &writer) }
            }
        }
        details(verdict, response.answer, to: &writer)
    }

    /// Writes one piece of evidence; scalar offsets are counted here, where they are known to be wanted.
    public static func write(_ evidence: Evidence, answer: [UInt8], to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("measure")
            writer.string(evidence.measure)
            if let found = evidence.found {
                writer.key("found")
                writer.value(found)
            }
            if let required = evidence.required {
                writer.key("required")
                writer.string(required)
            }
            if let span = evidence.span { ResultWriter.write(span, answer: answer, to: &writer) }
        }
    }

    /// Writes a place as the member `span` of the object that is open.
    static func write(_ span: Span, answer: [UInt8], to writer: inout JSONWriter) {
        writer.key("span")
        writer.object { writer in
            writer.key("in")
            writer.string(span.source)
            writer.key("bytes")
            writer.array { writer in
                writer.integer(span.bytes.lowerBound)
                writer.integer(span.bytes.upperBound)
            }
            let scalars =
                span.scalars
                ?? (span.source == "response"
                    ? UnicodeText.scalarOffset(
                        ofByte: span.bytes.lowerBound, in: answer)..<UnicodeText.scalarOffset(
                            ofByte: span.bytes.upperBound, in: answer) : nil)
            guard let scalars else { return }
            writer.key("scalars")
            writer.array { writer in
                writer.integer(scalars.lowerBound)
                writer.integer(scalars.upperBound)
            }
        }
    }
}

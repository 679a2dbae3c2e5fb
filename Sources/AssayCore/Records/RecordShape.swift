// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A layout of records that is read as it is: Assay's own, or another tool's.
public protocol RecordShape: Sendable {
    /// The name that `--as` takes.
    var name: String { get }
    /// One line for people: whose layout, and the fields that tell it.
    var summary: String { get }
    /// Whether a record with these fields has this shape.
    func recognises(_ root: JSONNode) -> Bool
    /// Reads a record.
    ///
    /// - Parameters:
    ///   - root: the record.
    ///   - fields: names of fields that the user has given.
    ///   - compiler: makes the checks.
    ///   - part: what has to be there.
    /// - Returns: the sample with its prepared checks.
    /// - Throws: ``CheckError`` that names the field, what was found, and what was expected.
    func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord
}

/// What a record has to hold.
public enum RecordPart: Sendable {
    /// Checks and responses.
    case whole
    /// Prompts and checks, of a file whose responses stand in another.
    case checks
    /// Responses, with an id or a prompt that leads to their checks.
    case responses
}

/// Names of fields that the user has given for those that a shape would look for.
public struct FieldNames: Sendable, Hashable {
    /// The response's field.
    public var response: String?
    /// The prompt's field.
    public var prompt: String?
    /// The id's field.
    public var id: String?
    /// The field of the gold answer, for shapes that have one.
    public var gold: String?
    /// The field of what counts as equal, for the same.
    public var options: String?

    /// Creates names; nil leaves the shape's own.
    public init(
        response: String? = nil, prompt: String? = nil, id: String? = nil, gold: String? = nil, options: String? = nil
    ) {
        self.response = response
        self.prompt = prompt
        self.id = id
        self.gold = gold
        self.options = options
    }

    /// The names that mean fields of a data file, whose responses stand in another.
    var ofData: FieldNames { FieldNames(prompt: prompt, id: id, gold: gold, options: options) }
}

/// A sample as it came from a record, with its checks prepared.
public struct SampleRecord: Sendable {
    /// The sample.
    public var sample: Sample
    /// The id's JSON text, so that a number stays a number.
    public var idJSON: [UInt8]?
    /// The checks, as made by the compiler, in the order of `sample.checks`.
    public var checks: [PreparedCheck]
    /// Name of the field that holds the checks: the beginning of the path in messages about arguments; empty where such
    /// messages name the record's own fields.
    public var checksField: String
    /// How many of the checks stand in the record itself; the others were added by the command line.
    public var ownCheckCount: Int

    /// Creates a record.
    public init(sample: Sample, idJSON: [UInt8]?, checks: [PreparedCheck], checksField: String) {
        self.sample = sample
        self.idJSON = idJSON
        self.checks = checks
        self.checksField = checksField
        ownCheckCount = checks.count
    }
}

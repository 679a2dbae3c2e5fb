// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Assay's own records: `{"id":…,"prompt":…,"response":…,"checks":[{"verifier":"words","min":300}]}`.
public struct NativeShape: RecordShape {
    /// `native`.
    public let name = "native"
    /// One line.
    public let summary = "Assay's own: id, prompt or messages, response or responses, checks"

    /// Creates the shape.
    public init() {}

    /// A record with `checks`.
    public func recognises(_ root: JSONNode) -> Bool { root["checks"] != nil }

    /// Reads a record.
    ///
    /// Without `checks` there are none, and the command line has to give some.
    public func read(
        _ root: JSONNode, fields: FieldNames, compiler: CheckCompiler, part: RecordPart
    ) throws(CheckError) -> SampleRecord {
        var record = try RecordFields(root, names: fields).record(part, checksField: "checks") {
            () throws(CheckError) in
            try NativeShape.checks(root, compiler)
        }
        record.sample.group = root["group"]?.string
        if let metadata = root["metadata"], case .object(let object) = metadata.value {
            record.sample.metadata = object
        }
        for document in root["documents"]?.elements ?? [] {
            record.sample.documents.append(
                Document(
                    id: document["id"]?.string ?? "\(record.sample.documents.count)",
                    text: document["text"]?.string ?? ""))
        }
        return record
    }

    private static func checks(_ root: JSONNode, _ compiler: CheckCompiler) throws(CheckError) -> [PreparedCheck] {
        guard let checks = root["checks"] else { return [] }
        guard checks.kind == .array else {
            throw CheckError(.record, field: "checks", "\"checks\" is \(checks.kind.described); a list is expected")
        }
        let catalog = (root["catalog"] ?? root["family"])?.string
        var prepared: [PreparedCheck] = []
        for (index, node) in checks.elements.enumerated() {
            do throws(CheckError) {
                let key = Array((catalog ?? "").utf8) + [0] + node.raw
                prepared.append(
                    try compiler.prepare(key) { () throws(CheckError) in
                        var check = try Check(json: node.value)
                        if check.catalog == nil { check.catalog = catalog }
                        return check
                    })
            } catch {
                throw error.below("checks[\(index)]")
            }
        }
        return prepared
    }
}

extension JSONNode {
    /// A string's value, or a number as it was written.
    public var text: String? { string ?? number?.lexeme }
}

extension Check {
    /// The largest weight: sums of so many lose no other.
    private static let largestWeight = 1e9
    /// Keys of a check that are not arguments.
    static let reservedKeys: Set<String> = ["verifier", "id", "weight", "since", "catalog", "arguments"]

    /// Reads a check: `{"verifier":"words","min":300}`, or with `"arguments":{…}`; a text alone is a verifier's id.
    ///
    /// - Throws: ``CheckError`` with code `record` or `argument` that names the key.
    public init(json: JSONValue) throws(CheckError) {
        if case .string(let name) = json {
            self.init(VerifierID(name))
            return
        }
        guard case .object(let object) = json else {
            throw CheckError(.record, "a check is \(json.described); an object with \"verifier\" is expected")
        }
        guard case .string(let name) = object["verifier"] else {
            throw CheckError(
                .record, field: "verifier",
                "\"verifier\" is \(object["verifier"]?.described ?? "missing"); a verifier's id is expected")
        }
        self.init(VerifierID(name))
        for member in object.members {
            switch (member.key, member.value) {
            case ("verifier", _): break
            case ("id", .string(let value)): id = value
            case ("id", .number(let value)): id = value.lexeme
            case ("catalog", .string(let value)): catalog = value
            case ("weight", .number(let value)):
                guard let number = value.double, (0...Check.largestWeight).contains(number) else {
                    throw .argument("weight", found: value.lexeme, expected: "a number from 0 to 1000000000")
                }
                weight = number
            case ("since", .number(let value)):
                guard let index = value.integer, index >= 0 else {
                    throw .argument("since", found: value.lexeme, expected: "the index of a message")
                }
                since = index
            case ("arguments", .object(let values)):
                for argument in values.members { try add(argument.key, argument.value) }
            case (let key, .null) where Check.reservedKeys.contains(key): break
            case (let key, let value) where Check.reservedKeys.contains(key):
                throw .argument(
                    key, found: value.described,
                    expected: key == "arguments"
                        ? "an object" : key == "weight" || key == "since" ? "a number" : "a string")
            case (let key, let value): try add(key, value)
            }
        }
    }

    private mutating func add(_ name: String, _ value: JSONValue) throws(CheckError) {
        guard arguments[name] == nil else {
            throw CheckError(
                .argument, field: name, "\"\(name)\" stands in \"arguments\" and beside it; one of them is expected")
        }
        arguments[name] = value
    }
}

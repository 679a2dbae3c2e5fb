// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayConstraints
import AssayCore
import AssayText
import Foundation

/// A response with the verdicts of a reference checker.
struct ReferenceRecord {
    var key: String
    var family: String?
    var instructions: [String]
    var arguments: [JSONObject]
    var response: String
    var strict: [Bool]
    var loose: [Bool]
    var mustAgree: [Bool]
}

/// Data beside the repository that tests compare with; absent in most checkouts.
enum SharedData {
    /// The folder of the instruction-following data.
    static let folder: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { url.deleteLastPathComponent() }
        let beside = url.appendingPathComponent("shared/data/ifeval").path
        if FileManager.default.fileExists(atPath: beside) { return beside }
        return url.deletingLastPathComponent().appendingPathComponent("shared/data/ifeval").path
    }()

    /// Whether the data is there.
    static let exists = FileManager.default.fileExists(atPath: folder)

    /// The folder of NLTK's data, where the environment names one.
    static let nltkFolder = ProcessInfo.processInfo.environment["NLTK_DATA"]

    /// Whether that folder holds the English tagger.
    static let hasTagger = nltkFolder.map { (try? NLTKData(folder: $0).hasTagger) ?? false } ?? false

    /// NLTK's tables where the environment names their folder, else the built-in ones.
    static let resources: TextResources = {
        guard let nltkFolder, let resources = try? TextResources(nltk: NLTKData(folder: nltkFolder)) else {
            return .builtIn
        }
        return resources
    }()

    /// The lines of a file, decompressed.
    static func lines(_ path: String) throws -> [[UInt8]] {
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while try source.read(into: &bytes, limit: bytes.count + 1 << 20) > 0 {}
        return bytes.split(separator: 0x0A).map { Array($0) }
    }

    /// The records of a file of the shared folder.
    static func records(_ name: String) throws -> [ReferenceRecord] {
        try lines("\(folder)/\(name).jsonl.gz").map { line in
            let root = try JSONDocument(line).root
            func bools(_ key: StaticString) -> [Bool] { root[key]?.elements.compactMap(\.bool) ?? [] }
            return ReferenceRecord(
                key: root["key"]?.string ?? root["key"]?.number?.lexeme ?? "", family: root["family"]?.string,
                instructions: root["instruction_id_list"]?.elements.compactMap(\.string) ?? [],
                arguments: root["kwargs"]?.elements.map { node in
                    if case .object(let object) = node.value { object } else { [:] }
                } ?? [], response: root["response"]?.string ?? "", strict: bools("strict"), loose: bools("loose"),
                mustAgree: bools("must_agree"))
        }
    }
}

/// How far verdicts agree with those of a reference checker.
struct Agreement {
    var compared = 0
    var disagreements: [String] = []
    var errors: [String] = []

    /// Compares all instructions of `records` that have to agree, strict and loose.
    init(_ records: [ReferenceRecord], catalog: Catalog, prefix: String = "", resources: TextResources) {
        let compiler = CheckCompiler(registry: VerifierRegistry([catalog]), context: RuleContext())
        let verifier = ResponseVerifier(reasoning: .keep, evidence: .all, resources: resources)
        for record in records {
            let checks = zip(record.instructions, record.arguments).map { id, arguments in
                compiler.prepare(Check(VerifierID(String(id.dropFirst(prefix.count))), arguments))
            }
            let sample = Sample(id: record.key, prompt: "", response: record.response, checks: checks.map(\.check))
            let result = verifier.verify(sample, response: 0, checks: checks)
            for (index, check) in result.checks.enumerated() where record.mustAgree[index] {
                let name = "\(record.key) \(record.instructions[index])"
                if case .error(let error) = check.outcome {
                    errors.append("\(name): \(error)")
                    continue
                }
                compared += 2
                if (check.strictLabel == .pass) != record.strict[index] {
                    disagreements.append("\(name) strict: reference \(record.strict[index])")
                }
                if (check.looseLabel == .pass) != record.loose[index] {
                    disagreements.append("\(name) loose: reference \(record.loose[index])")
                }
            }
        }
    }
}

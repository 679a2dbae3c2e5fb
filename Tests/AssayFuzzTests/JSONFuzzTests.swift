// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import AssayConstraints
import AssayCore
import Foundation
import Testing

/// Random and broken JSON, records and files: errors, never a crash.
struct JSONFuzzTests {
    private static let records: [[UInt8]] = [
        #"{"id":"a1","messages":[{"role":"user","content":"Say hi"}],"response":"hi there","checks":[{"verifier":"words","min":1}],"metadata":{"model":"m"}}"#,
        #"{"id":2,"prompt":"p","responses":["one","two\u00e9\ud83d"],"checks":["words"],"family":"ifeval"}"#,
        #"{"key":1000,"prompt":"p","instruction_id_list":["punctuation:no_comma","length_constraints:number_words"],"kwargs":[{},{"relation":"at least","num_words":30}],"response":"a b"}"#,
        #"{"doc_id":0,"doc":{"key":1,"prompt":"p","instruction_id_list":["change_case:english_lowercase"],"kwargs":[{}]},"resps":[["text"]],"filtered_resps":["text"],"prompt_level_strict_acc":true}"#,
        #"{"messages":[{"role":"user","content":"q"},{"role":"assistant","content":"answer"}],"ground_truth":"[{'instruction_id': ['keywords:existence'], 'kwargs': [{'keywords': ['a', 'b']}]}]"}"#,
        #"{"constraints":[["Length","Words","At most 30 words"],["Content","Keywords","Must include 'x'"]],"response":"x y","conversations":[{"role":"user","content":"c"}]}"#,
        #"{"response":[{"role":"assistant","content":[{"type":"text","text":"part"}]}],"prompt":"p","checks":[{"verifier":"pattern","arguments":{"pattern":"(a+)+$"}}]}"#,
        #"{"id":"g","question":"q","gold":"['A', 'C']","options":{"rel_tol":0.1},"response_or_answer":"\\boxed{A}","form":"answer","expected":true}"#,
        #"{"question":"q","gold":["1",2],"choices":{"text":["x","y"],"label":["1","2"]},"response":{"content":"x","finish_reason":"length"}}"#,
        #"{"question":"q","answer":"so <<1+1=2>>2\n#### 2","response":"2"}"#,
        #"{"problem":"p","solution":"so \\fbox{a}, \\boxed{\\frac{1}{2}}","generations":["a","b"]}"#,
        #"{"data_source":"d","prompt":[{"role":"user","content":"q"}],"reward_model":{"ground_truth":{"target":["a"]}},"extra_info":{"index":3},"solution_str":"a"}"#,
        #"{"prompt":"q","completions":[[{"role":"assistant","content":"5"}]],"solution":"5"}"#,
        #"{"doc_id":0,"doc":{"problem":"p","answer":"2"},"target":"2","resps":[["2","3"]],"filtered_resps":["2"]}"#,
    ].map { Array($0.utf8) }

    private static let parts: [[UInt8]] =
        [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "\\n", "null", "true", "false", "0",
            "-",
            "1e400", "1E+9999999999", "-0.0", "123456789012345678901234567890", ".", "\"id\":", "\"response\":",
            "\"checks\":",
            "\"kwargs\":", "\"ground_truth\":", "{\"a\":", "[[", "]]", "}}", "\"\":", " ", "\n", "\r\n", "\t", "'",
            "None",
            "True", "\u{0}", "\u{1}", "é", "😀", "\u{FEFF}", "(", ")", "nan", "Infinity", "//", "/*",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x1F, 0x8B, 8]]

    private static func value(_ random: inout FuzzRandom, depth: Int = 0) -> JSONValue {
        switch depth > 6 ? random.below(4) : random.below(7) {
        case 0: return .string(String(decoding: FuzzText.make(&random, limit: 300), as: UTF8.self))
        case 1:
            return .number(JSONNumber(lexeme: random.pick(["0", "-1.5e3", "1e400", "12", "-0", "9007199254740993"])))
        case 2: return .bool(random.once(in: 2))
        case 3: return .null
        case 4: return .array((0..<random.below(5)).map { _ in value(&random, depth: depth + 1) })
        default:
            var members: [(String, JSONValue)] = []
            for index in 0..<random.below(5) {
                members.append(("\(index)" + random.pick(["a", "\"", "\\", "é"]), value(&random, depth: depth + 1)))
            }
            return .object(JSONObject(members))
        }
    }

    private static func line(_ random: inout FuzzRandom) -> [UInt8] {
        var bytes: [UInt8]
        switch random.below(6) {
        case 0:
            var writer = JSONWriter()
            writer.value(value(&random))
            bytes = writer.bytes
        case 1:
            let few = (0..<random.below(4) + 1).map { _ in random.pick(parts) }
            bytes = FuzzText.repeated(few, random.size(FuzzText.largest), &random)
        case 2:
            // A response of any kind inside a good record.
            var writer = JSONWriter()
            writer.string(String(decoding: FuzzText.make(&random), as: UTF8.self))
            bytes =
                Array(#"{"prompt":"p","checks":[{"verifier":"words","min":3}],"response":"#.utf8) + writer.bytes + [
                    0x7D
                ]
        case 3:
            // Many members, some of them twice.
            let count = random.size(6000)
            let distinct = random.once(in: 2) ? count : 7
            bytes = Array("{".utf8)
            for index in 0..<count { bytes += Array("\"k\(index % max(1, distinct))\":\(index),".utf8) }
            bytes += Array("\"response\":\"x\",\"checks\":[\"words\"]}".utf8)
        default: bytes = random.pick(records)
        }
        for _ in 0..<random.pick([0, 0, 1, 2, 8]) {
            if random.once(in: 2) {
                bytes.insert(contentsOf: random.pick(parts), at: random.below(bytes.count + 1))
            } else {
                bytes = FuzzText.mutated(bytes, &random)
            }
        }
        return bytes
    }

    private static func walk(_ node: JSONNode) -> Int {
        var count = 1
        switch node.kind {
        case .object: for member in node.members { count += walk(member.value) + member.key.utf8.count }
        case .array: for element in node.elements { count += walk(element) }
        case .string: count += (node.stringBytes?.count ?? 0) + (node.string?.utf8.count ?? 0)
        case .number:
            _ = node.number?.integer
            _ = node.number?.double
        default: break
        }
        return count
    }

    @Test func documents() throws {
        let registry = VerifierRegistry.standard.merging([.answers])
        let shapes = StandardShapes.registry.merging(AnswerShapes.all).shapes
        let compiler = CheckCompiler(registry: registry, context: RuleContext())
        try FuzzRun.run("JSONFuzzTests", iterations: 300) { run in
            let bytes = Self.line(&run.random)
            let document = JSONDocument()
            let isParsed = run.time("parse", size: bytes.count, bytes) {
                (try? document.parse(bytes, in: 0..<bytes.count)) != nil
            }
            guard isParsed else { return }
            let root = document.root
            _ = run.time("walk", size: bytes.count, bytes) { Self.walk(root) }
            let value = run.time("value", size: bytes.count, bytes) { root.value }
            let written = run.time("write", size: bytes.count, bytes) {
                var writer = JSONWriter()
                writer.value(value)
                return writer.bytes
            }
            if let again = try? JSONDocument(written) {
                if again.root.value != value { run.fail("write", "another value when read again", bytes) }
            } else {
                run.fail("write", "cannot be read again", bytes)
            }
            let fields = RecordFields(root, names: FieldNames(prompt: run.random.pick([nil, "prompt", "id"])))
            _ = run.time("fields", size: bytes.count, bytes) {
                (fields.id()?.range, try? fields.messages(), try? fields.responses())
            }
            _ = root[path: "metadata.model"]
            for shape in shapes {
                _ = shape.recognises(root)
                for part in [RecordPart.whole, .checks, .responses] {
                    // Compiling checks is the rules' time, so the first reading fills the compiler's memory.
                    _ = try? shape.read(root, fields: FieldNames(), compiler: compiler, part: part)
                    _ = run.time("shape \(shape.name)", size: bytes.count, bytes) {
                        try? shape.read(root, fields: FieldNames(), compiler: compiler, part: part)
                    }
                }
            }
        }
    }

    @Test func files() throws {
        let file = FuzzRun.folder.appendingPathComponent("JSONFileFuzzTests-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        try FuzzRun.run("JSONFileFuzzTests", iterations: 60) { run in
            var bytes: [UInt8] = run.random.once(in: 8) ? [0xEF, 0xBB, 0xBF] : []
            for _ in 0..<run.random.below(20) {
                bytes += Self.line(&run.random) + run.random.pick([[0x0A], [0x0D, 0x0A], [0x0A, 0x0A], []])
            }
            if run.random.once(in: 10) { bytes = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bytes }
            try Data(bytes).write(to: file)
            let limit = run.random.pick([1, 100, 5000, 1 << 20])
            let lines = run.time("lines", size: bytes.count, bytes) { Self.lines(file.path, limit: limit) }
            guard bytes.first != 0x1F, run.random.once(in: 4) else { return }
            // What stands in the lines is what stands in the file.
            var expected = 0
            for line in bytes.split(separator: 0x0A) {
                let isMark = line.starts(with: [0xEF, 0xBB, 0xBF]) && line.startIndex == 0
                let rest = isMark ? line.dropFirst(3) : line
                if rest.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) { expected += 1 }
            }
            if lines.count != expected, limit == 1 << 20 {
                run.fail("lines", "\(lines.count) lines instead of \(expected)", bytes)
            }
        }
    }

    private static func lines(_ path: String, limit: Int) -> [Int] {
        var lines: [Int] = []
        guard let reader = try? LineReader(paths: [path], maximumLine: limit) else { return [] }
        while let chunk = try? reader.next() { lines += chunk.lines.map { $0.excess ?? $0.original.count } }
        return lines
    }
}

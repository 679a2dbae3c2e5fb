// Part of Assay. SPDX-License-Identifier: Apache-2.0
//
// verify-rate FILE [strict|both] [REPEAT]: responses decided in a CPU second, with records read beforehand, as the loop
// of the Python checkers is timed. Prints one JSON line.

import AssayConstraints
import AssayCore
import AssayText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let arguments = CommandLine.arguments
let reader = try LineReader(paths: [arguments[1]], maximumLine: 1 << 28)
let compiler = CheckCompiler(registry: .standard, context: RuleContext())
var records: [SampleRecord] = []
let document = JSONDocument()
while let chunk = try reader.next() {
    for line in chunk.lines {
        try document.parse(chunk.bytes, in: line.range)
        guard let shape = StandardShapes.registry.recognise(document.root) else { continue }
        records.append(try shape.read(document.root, fields: FieldNames(), compiler: compiler, part: .whole))
    }
}
let both = arguments.count < 3 || arguments[2] != "strict"
let repeats = arguments.count > 3 ? Int(arguments[3]) ?? 20 : 20
let verifier = ResponseVerifier(verificationProtocol: both ? .both : .strict, evidence: .none)
var best = Double.infinity
var passed = 0
for _ in 0..<repeats {
    let start = cpuSeconds()
    passed = 0
    for index in records.indices
    where verifier.verify(records[index].sample, response: 0, checks: records[index].checks).label == .pass {
        passed += 1
    }
    best = min(best, cpuSeconds() - start)
}
print(
    "{\"records\":\(records.count),\"passed\":\(passed),\"us_per_response\":\(best / Double(records.count) * 1e6),"
        + "\"responses_per_cpu_s\":\(Int(Double(records.count) / best))}")

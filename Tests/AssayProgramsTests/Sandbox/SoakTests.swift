// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms
import Foundation
import Testing

/// What of this machine a run could leave behind.
private struct Holdings: CustomStringConvertible {
    var processes = 0
    var descriptors = 0
    var files = 0
    var mounts = 0
    var namespaces = 0
    var memory = 0
    var interpreterMemory = 0

    init() {
        let manager = FileManager.default
        let warm = (TestSandbox.warm as? BubblewrapSandbox)?.pool?.processes ?? []
        processes = TestSandbox.processesLeft().count
        descriptors = (try? manager.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
        files =
            (try? manager.contentsOfDirectory(atPath: manager.temporaryDirectory.path).filter { $0.hasPrefix("assay") })?
            .count ?? 0
        mounts = (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8))?.split(separator: "\n").count ?? 0
        let own = (["self"] + warm.map(String.init)).compactMap {
            try? manager.destinationOfSymbolicLink(atPath: "/proc/\($0)/ns/mnt")
        }
        namespaces = Set(own).count
        memory = Holdings.residentBytes("self")
        interpreterMemory = warm.last.map { Holdings.residentBytes("\($0)") } ?? 0
    }

    private static func residentBytes(_ process: String) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)) ?? ""
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) << 12 : 0
    }

    var description: String {
        "\(processes) processes, \(descriptors) descriptors, \(files) files, \(mounts) mounts, \(namespaces) mount "
            + "namespaces, \(memory >> 10) KiB, the warm interpreter \(interpreterMemory >> 10) KiB"
    }
}

extension RunningTests {
    @Suite struct SoakTests {
        /// 200 in `make test`, 10,000 in `make soak`.
        private static let runs = Int(ProcessInfo.processInfo.environment["ASSAY_SOAK_RUNS"] ?? "") ?? 200

        /// Programs that end in all ways, and leave behind what they can.
        private static let programs: [(code: String, label: Label)] = [
            ("def f(x): return x + 1", .pass), ("def f(x): return x", .fail), ("def f(x): return 1 / 0", .fail),
            ("def f(x):\n    import os\n    os._exit(0)", .fail), ("def f(:", .fail),
            ("def f(x):\n    import os\n    os.abort()", .fail),
            (
                "def f(x):\n    import os\n    os.fork()\n    os.setsid() if os.fork() == 0 else 0\n    return x + 1",
                .pass
            ),
            (
                "def f(x):\n    for n in range(50): open('/tmp/left%d' % n, 'w').write('x' * 1000)\n    return x + 1",
                .pass
            ),
            (
                "def f(x):\n    import threading, time\n    threading.Thread(target=time.sleep, args=(9,)).start()\n    return x + 1",
                .pass
            ),
            ("import os\nif os.fork() == 0:\n    while True: pass\ndef f(x): return x + 1", .pass),
        ]

        @Test(.enabled(if: TestSandbox.warm != nil))
        func runsLeaveNothing() async throws {
            let warm = try #require(TestSandbox.warm)
            let cold = try #require(TestSandbox.sandbox)
            let tests = try ProgramTests(
                language: .python, tests: [.call(function: "f", arguments: [1], keywords: [:], expected: 2)])
            func go(_ range: Range<Int>) async throws -> Int {
                try await withThrowingTaskGroup(of: Bool.self) { group in
                    var right = 0
                    var next = range.lowerBound
                    func start() {
                        guard next < range.upperBound else { return }
                        let number = next
                        next += 1
                        group.addTask {
                            let program = SoakTests.programs[number % SoakTests.programs.count]
                            let verdict = try await tests.judge(program.code, in: number % 25 == 24 ? cold : warm)
                            return verdict.label == program.label
                        }
                    }
                    for _ in 0..<2 { start() }
                    while let isRight = try await group.next() {
                        right += isRight ? 1 : 0
                        start()
                    }
                    return right
                }
            }
            _ = try await go(0..<100)
            let before = Holdings()
            let right = try await go(0..<SoakTests.runs)
            let after = Holdings()
            print("soak: \(SoakTests.runs) runs, before: \(before); after: \(after)")
            #expect(right == SoakTests.runs)
            #expect(after.processes == 0)
            #expect(after.descriptors <= before.descriptors + 2)
            #expect(after.files <= before.files)
            #expect(after.mounts == before.mounts)
            #expect(after.namespaces == before.namespaces)
            #expect(after.memory <= before.memory + (32 << 20))
            #expect(after.interpreterMemory <= before.interpreterMemory + (4 << 20))
        }
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayPrograms
import Foundation
import Testing

/// The sandbox of this machine, where there is one.
enum TestSandbox {
    /// Runs programs; nil where bubblewrap is missing or does not work.
    static let sandbox: (any Sandbox)? = {
        #if os(Linux)
            guard let sandbox = try? BubblewrapSandbox(isWarm: false), python != nil else { return nil }
            return sandbox
        #else
            return nil
        #endif
    }()

    /// The same, whose sandboxes a warm interpreter makes; nil where it cannot.
    static let warm: (any Sandbox)? = {
        guard sandbox != nil, let warm = try? BubblewrapSandbox(isWarm: true), warm.pool?.warmUp() == true else {
            print("Tests of warm sandboxes are skipped: no warm interpreter can be started.")
            return nil
        }
        return warm
    }()

    /// Those of the two that there are.
    static let all: [any Sandbox] = [sandbox, warm].compactMap { $0 }

    /// The interpreter that tests run.
    static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Whether tests that run programs can run; says so where they cannot.
    static let works: Bool = {
        if sandbox == nil { print("Tests of programs are skipped: bubblewrap or python3 is not installed.") }
        return sandbox != nil
    }()

    /// Whether Swift programs can be compiled in the sandbox; says so where they cannot.
    static let compiles: Bool = {
        guard works, ProgramLanguage.swift.interpreter != nil else {
            print("Tests of Swift programs are skipped: swiftc is not found.")
            return false
        }
        return true
    }()

    /// Limits under which hostile programs are run: short, so that those which wait for ever do not take long.
    static let limits = RunLimits(wallSeconds: 3, processorSeconds: 2, memory: 512 << 20, addressSpace: 1 << 30)

    /// The processes on this machine whose user is one that runs of this process have.
    ///
    /// Without the warm interpreter and what stands around it.
    static func processesLeft() -> [String] {
        let warm = Set(((TestSandbox.warm as? BubblewrapSandbox)?.pool?.processes ?? []).map(String.init))
        let own = 1_200_000_000 + UInt32(getpid()) % (1 << 22) * 128
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.filter { name in
            guard Int(name) != nil, !warm.contains(name) else { return false }
            let attributes = try? FileManager.default.attributesOfItem(atPath: "/proc/\(name)")
            guard let owner = attributes?[.ownerAccountID] as? NSNumber else { return false }
            return (own..<own + 128).contains(owner.uint32Value)
        }
    }
}

/// All that runs programs, one after the other: a test that looks for processes must not find another test's.
@Suite(.enabled(if: TestSandbox.works), .serialized)
struct RunningTests {}

extension RunningTests {
    @Suite struct SandboxTests {
        @Test(arguments: Escape.catalogue)
        func contained(_ escape: Escape) async throws {
            try await contained(escape, try #require(TestSandbox.sandbox))
        }

        @Test(.enabled(if: TestSandbox.warm != nil), arguments: Escape.catalogue)
        func containedInAWarmOne(_ escape: Escape) async throws {
            try await contained(escape, try #require(TestSandbox.warm))
        }

        private func contained(_ escape: Escape, _ sandbox: any Sandbox) async throws {
            let python = try #require(TestSandbox.python)
            // In a folder of its own: the program's private /tmp is writable, but does not hold that folder.
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
                "assay-outside-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let outside = folder.appendingPathComponent("secret")
            try Data("secret".utf8).write(to: outside)
            setenv("ASSAY_TEST_SECRET", "1", 1)
            let code = escape.code.replacingOccurrences(of: "OUTSIDE", with: outside.path)
                .replacingOccurrences(of: "HOSTPID", with: "\(getpid())").replacingOccurrences(of: "PORT", with: "22")
            let request = RunRequest(
                [python, "-I", "main.py"], files: ["main.py": Array(code.utf8)], limits: TestSandbox.limits)
            let result = await sandbox.run(request)
            let output = String(decoding: result.output, as: UTF8.self)
            let errors = String(decoding: result.errorOutput.suffix(300), as: UTF8.self)
            #expect(!result.status.isFailureOfTheWorld, "\(result.status) \(errors)")
            #expect(escape.endings.isEmpty || escape.endings.contains(result.status.word), "\(result.status) \(errors)")
            #expect(!output.contains("ESCAPED"), "\(output.prefix(300))")
            if let expected = escape.output { #expect(output.contains(expected), "\(output.prefix(300)) \(errors)") }
            #expect(result.wallSeconds < TestSandbox.limits.wallSeconds + 0.5)
            #expect(result.output.count <= TestSandbox.limits.output)
            #expect(TestSandbox.processesLeft() == [])
            #expect(try String(contentsOf: outside, encoding: .utf8) == "secret")
        }

        @Test func catalogueIsLarge() { #expect(Escape.catalogue.count >= 40) }

        @Test(arguments: [false, true])
        func inputFilesControlAndResults(isWarm: Bool) async throws {
            guard let sandbox = isWarm ? TestSandbox.warm : TestSandbox.sandbox else { return }
            let python = try #require(TestSandbox.python)
            let code = """
                import os, sys
                token = os.read(4, 100)
                print(sys.stdin.read(), open('deep/er/file').read(), os.environ['ONE'], os.getcwd())
                os.write(3, token[::-1])
                sys.exit(3)
                """
            let request = RunRequest(
                [python, "-I", "main.py"],
                files: ["main.py": Array(code.utf8), "deep/er/file": Array("content".utf8)], input: Array("typed".utf8),
                environment: ["ONE": "1"], control: Array("abc".utf8))
            let result = await sandbox.run(request)
            #expect(result.status == .exited(3))
            #expect(String(decoding: result.output, as: UTF8.self) == "typed content 1 /tmp/run\n")
            #expect(String(decoding: result.results, as: UTF8.self) == "cba")
            #expect(result.isolation == "bubblewrap")
        }

        @Test(arguments: [false, true])
        func cancelledRunsEnd(isWarm: Bool) async throws {
            guard let sandbox = isWarm ? TestSandbox.warm : TestSandbox.sandbox else { return }
            let task = Task { await sandbox.run(RunRequest(["/usr/bin/sleep", "60"])) }
            try await Task.sleep(for: .milliseconds(200))
            task.cancel()
            let result = await task.value
            #expect(result.status == .cancelled)
            #expect(result.wallSeconds < 30)
        }

        @Test(arguments: [false, true])
        func manyAtATimeLeaveNothing(isWarm: Bool) async throws {
            guard let sandbox = isWarm ? TestSandbox.warm : TestSandbox.sandbox else { return }
            let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            await withTaskGroup(of: RunStatus.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        await sandbox.run(RunRequest(["/usr/bin/env", "sh", "-c", "exit \(number)"])).status
                    }
                }
                var codes: Set<RunStatus> = []
                for await status in group { codes.insert(status) }
                #expect(codes == Set((0..<40).map { .exited($0) }))
            }
            #expect(TestSandbox.processesLeft() == [])
            #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count <= descriptors + 4)
        }

        @Test(arguments: ["../x", "/x", "a//b", ""])
        func namesThatLeadOutside(_ name: String) async throws {
            let sandbox = try #require(TestSandbox.sandbox)
            let result = await sandbox.run(RunRequest(["/usr/bin/true"], files: [name: []]))
            #expect(result.status.isFailureOfTheWorld)
        }
    }
}

@Suite
struct OtherSandboxTests {
    @Test func missingSaysWhatToInstall() async {
        let result = await MissingSandbox("install bubblewrap").run(RunRequest(["/bin/true"]))
        #expect(result.status == .backendMissing("install bubblewrap"))
        #expect(result.status.isFailureOfTheWorld)
    }

    @Test func noneHasLimitsAllTheSame() async {
        var request = RunRequest(["/bin/sh", "-c", "echo out; echo errors >&2; exit 4"])
        let result = await OpenSandbox().run(request)
        #expect(result.status == .exited(4))
        #expect(String(decoding: result.output, as: UTF8.self) == "out\n")
        #expect(String(decoding: result.errorOutput, as: UTF8.self) == "errors\n")
        #expect(result.isolation == "none")
        request = RunRequest(["/bin/sh", "-c", "sleep 60 & sleep 60"], limits: RunLimits(wallSeconds: 0.3))
        let late = await OpenSandbox().run(request)
        #expect(late.status == .wallTime)
        #expect(late.wallSeconds < 30)
    }

    @Test func externalCommand() async {
        let answer = #"{"status":"exited","code":7,"output":"aGk=","error_output":"","results":"b2s="}"#
        let result = await ExternalSandbox(command: "cat > /dev/null; echo '\(answer)'").run(RunRequest(["/bin/true"]))
        #expect(result.status == .exited(7))
        #expect(result.output == Array("hi".utf8))
        #expect(result.results == Array("ok".utf8))
        #expect(result.isolation == "external")
        let broken = await ExternalSandbox(command: "cat > /dev/null; exit 125").run(RunRequest(["/bin/true"]))
        #expect(broken.status.isFailureOfTheWorld)
    }

    @Test func seatbeltProfile() {
        let profile = SeatbeltSandbox.profile(folder: "/private/tmp/a\"b", readable: ["/opt/x"])
        #expect(profile.hasPrefix("(version 1)\n(deny default)"))
        #expect(profile.contains("(deny network*)"))
        #expect(profile.contains(#"(allow file-write* (subpath "/private/tmp/a\"b")"#))
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// A command of the user's that runs a request in a container: docker, podman, gVisor, or what a cluster has.
///
/// The command is started once a run, by `sh -c`. It reads one JSON object from standard input:
/// `{"command":[…],"files":{NAME:BASE64},"input":BASE64,"control":BASE64 or null,"environment":{…},"limits":{…}}`, and writes one to
/// standard output: `{"status":"exited","code":0,"output":BASE64,"error_output":BASE64,"results":BASE64}`. Other statuses are the words
/// of ``RunStatus/word``. What it keeps apart is its own affair: a verdict says `external`.
public struct ExternalSandbox: Sandbox {
    /// `external`.
    public let isolation = "external"
    /// The command.
    public let command: String

    /// Creates the sandbox.
    public init(command: String) { self.command = command }

    /// Runs a program to its end.
    public func run(_ request: RunRequest) async -> RunResult {
        if let problem = request.problem { return RunResult(.setUpFailed(problem), isolation: isolation) }
        var outer = RunRequest(["/bin/sh", "-c", command], input: ExternalSandbox.encode(request))
        // The container keeps the run's limits; those here only catch one that never ends.
        outer.limits = RunLimits(
            wallSeconds: request.limits.wallSeconds + ExternalSandbox.grace, output: 8 * request.limits.output)
        let sent = outer
        let answer = await RunThread.run { isCancelled in
            var child = ChildRun(command: sent.command, request: sent, isolation: isolation, isCancelled: isCancelled)
            child.environment = ["PATH", "HOME", "DOCKER_HOST", "XDG_RUNTIME_DIR"].reduce(into: [:]) {
                $0[$1] = System.environment($1)
            }
            return child.run()
        }
        return decode(answer)
    }

    /// Seconds that starting and ending a container may take.
    private static let grace = 30.0

    private static func encode(_ request: RunRequest) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("command")
            writer.array { writer in for word in request.command { writer.string(word) } }
            writer.key("files")
            writer.object { writer in
                for (name, bytes) in request.files.sorted(by: { $0.key < $1.key }) {
                    writer.key(name)
                    writer.string(Base64.encode(bytes))
                }
            }
            writer.key("input")
            writer.string(Base64.encode(request.input))
            writer.key("control")
            if let control = request.control { writer.string(Base64.encode(control)) } else { writer.null() }
            writer.key("environment")
            writer.object { writer in
                for (name, value) in request.environment.sorted(by: { $0.key < $1.key }) {
                    writer.key(name)
                    writer.string(value)
                }
            }
            writer.key("limits")
            writer.object { writer in
                let limits = request.limits
                writer.key("wall_seconds")
                writer.double(limits.wallSeconds)
                for (name, value) in [
                    ("cpu_seconds", limits.processorSeconds), ("memory_bytes", limits.memory),
                    ("processes", limits.processes), ("open_files", limits.openFiles),
                    ("file_bytes", limits.fileSize), ("scratch_bytes", limits.scratch),
                    ("output_bytes", limits.output),
                ] {
                    writer.key(name)
                    writer.integer(value)
                }
            }
        }
        return writer.bytes
    }

    private func decode(_ answer: RunResult) -> RunResult {
        guard answer.status == .exited(0) else {
            let words = String(decoding: answer.errorOutput.suffix(400), as: UTF8.self)
            return RunResult(
                .setUpFailed("the command \"\(command)\" ended with \(answer.status.word): \(words)"),
                isolation: isolation)
        }
        guard let root = try? JSONDocument(answer.output).root, let word = root["status"]?.string else {
            return RunResult(
                .setUpFailed("the command \"\(command)\" wrote no JSON object with \"status\""), isolation: isolation)
        }
        let code = root["code"]?.number?.integer ?? 0
        let message = root["message"]?.string ?? "the container could not be started"
        let known: [RunStatus] = [.wallTime, .processorTime, .memory, .output, .processes, .files]
        let status: RunStatus? =
            switch word {
            case "exited", "ok", "nonzero": .exited(code)
            case "signalled": .signalled(code)
            case "setup-failed": .setUpFailed(message)
            default: known.first { $0.word == word }
            }
        guard let status else {
            return RunResult(
                .setUpFailed("the command \"\(command)\" wrote the status \"\(word)\", which is none"),
                isolation: isolation)
        }
        var result = RunResult(status, isolation: isolation)
        result.output = root["output"]?.string.flatMap(Base64.decode) ?? []
        result.errorOutput = root["error_output"]?.string.flatMap(Base64.decode) ?? []
        result.results = root["results"]?.string.flatMap(Base64.decode) ?? []
        result.wallSeconds = answer.wallSeconds
        return result
    }
}

/// Bytes as text (RFC 4648).
enum Base64 {
    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The text of bytes.
    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
            for place in 0..<4 {
                text.append(
                    place <= group.count ? signs[Int(bits >> (18 - 6 * UInt32(place)) & 63)] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text; nil where it is none.
    static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for sign in text.utf8 where sign != UInt8(ascii: "=") && sign != 0x0A {
            guard let value = signs.firstIndex(of: sign) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }
}

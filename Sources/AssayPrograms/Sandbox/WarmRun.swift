// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// A run in a sandbox that the warm interpreter makes for it alone.
struct WarmRun {
    /// The interpreter.
    let template: WarmTemplate
    /// What is run.
    let request: RunRequest
    /// What keeps it apart.
    let isolation: String
    /// Whether the caller has lost interest.
    let isCancelled: @Sendable () -> Bool

    /// Whether a sandbox of that interpreter has all that a request needs.
    static func canRun(_ request: RunRequest, _ template: WarmTemplate) -> Bool {
        request.readable.allSatisfy { $0.hasPrefix("/usr/") || template.readable.contains($0) }
    }

    /// Runs to the end.
    ///
    /// - Returns: what became of it; nil where the sandbox could not be made, so that nothing has run.
    func run() -> RunResult? {
        guard let pipes = RunPipes(hasControl: request.control != nil, hasReport: true) else { return nil }
        // The driver's own file is in the interpreter already.
        let files = request.role == nil ? request.files.sorted { $0.key < $1.key } : []
        let held = files.compactMap { Descriptor.file($0.value) }
        guard held.count == files.count else { return nil }
        let message = header(files.map(\.key))
        guard message.count <= WarmTemplate.mostBytes else { return nil }
        let start = ContinuousClock().now
        let first = withExtendedLifetime(held) {
            template.start(message, pipes.inner + held.map(\.number) + (request.link.map { [$0] } ?? []))
        }
        guard let first else { return nil }
        return withExtendedLifetime(first) {
            RunWatch(
                handle: .tenant(first.number), request: request, isolation: isolation, hasReport: true,
                isCancelled: isCancelled
            ).watch(pipes, from: start)
        }
    }

    private func header(_ names: [String]) -> [UInt8] {
        let limits = request.limits
        let variables = BubblewrapSandbox.variables(request.variables(link: 6)).sorted { $0.key < $1.key }
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("role")
            writer.string(request.role?.rawValue ?? "program")
            writer.key("command")
            writer.array { writer in for word in request.command { writer.string(word) } }
            writer.key("environment")
            writer.object { writer in
                for (name, value) in variables {
                    writer.key(name)
                    writer.string(value)
                }
            }
            writer.key("files")
            writer.array { writer in for name in names { writer.string(name) } }
            writer.key("programs")
            writer.array { writer in for name in names { writer.bool(request.programs.contains(name)) } }
            writer.key("links")
            writer.integer(request.link == nil ? 0 : 1)
            writer.key("scratch")
            writer.integer(limits.scratch)
            writer.key("entries")
            writer.integer(RunLimits.scratchEntries)
            writer.key("limits")
            writer.array { writer in
                // One is the sandbox's first process.
                for limit in SystemLimits.of(limits) + [SystemLimits.processes(limits.processes + 1)] {
                    writer.array { writer in
                        writer.integer(Int(limit.resource))
                        writer.integer(Int(clamping: limit.soft))
                        writer.integer(Int(clamping: limit.hard))
                    }
                }
            }
        }
        return writer.bytes
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayLaunch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A running solver: text in, text out, under limits of the operating system.
final class SolverProcess {
    // MARK: Limits
    /// MiB that the solver may use, by its own count, and twice that by the operating system's.
    static let memory = 512
    /// Most bytes of an answer.
    static let output = 1 << 20
    /// Milliseconds that a solver may take beyond its own limit before it is ended.
    static let grace = 200

    struct Failure: Error { let message: String }

    private let process: Int32
    private let input: Descriptor
    private let output: Descriptor
    private let usage: Descriptor

    private init(_ process: Int32, _ input: Descriptor, _ output: Descriptor, _ usage: Descriptor) {
        self.process = process
        self.input = input
        self.output = output
        self.usage = usage
    }

    /// Starts a solver that lives as long as the calling thread at most.
    static func start(_ program: String) -> Result<SolverProcess, Failure> {
        guard let input = Descriptor.pipe(), let output = Descriptor.pipe(), let usage = Descriptor.pipe() else {
            return .failure(Failure(message: "no pipes can be made"))
        }
        let nothing = Descriptor.nothing()
        let arguments: [UnsafeMutablePointer<CChar>?] =
            [program, "-in", "-smt2", "-memory:\(memory)"].map { (text: String) in strdup(text) } + [nil]
        let environment: [UnsafeMutablePointer<CChar>?] = [nil]
        defer { for text in arguments { free(text) } }
        let bytes = UInt64(memory) << 21
        let limits = [
            assay_limit(resource: limit(RLIMIT_AS), soft: bytes, hard: bytes),
            assay_limit(resource: limit(RLIMIT_FSIZE), soft: 0, hard: 0),
            assay_limit(resource: limit(RLIMIT_CORE), soft: 0, hard: 0),
            assay_limit(resource: limit(RLIMIT_NOFILE), soft: 32, hard: 32),
        ]
        let descriptors = [input.read.number, output.write.number, nothing.number]
        var error: Int32 = 0
        var stage: UnsafePointer<CChar>?
        let process = arguments.withUnsafeBufferPointer { arguments in
            environment.withUnsafeBufferPointer { environment in
                descriptors.withUnsafeBufferPointer { descriptors in
                    limits.withUnsafeBufferPointer { limits -> Int32 in
                        guard let path = arguments.first, let path else { return -1 }
                        var launch = assay_launch()
                        launch.path = UnsafePointer(path)
                        launch.arguments = arguments.baseAddress
                        launch.environment = environment.baseAddress
                        launch.descriptors = descriptors.baseAddress
                        launch.descriptor_count = descriptors.count
                        launch.limits = limits.baseAddress
                        launch.limit_count = limits.count
                        launch.usage = usage.write.number
                        return "/".withCString { folder in
                            launch.folder = folder
                            return assay_launch(&launch, &error, &stage)
                        }
                    }
                }
            }
        }
        guard process > 0 else { return .failure(Failure(message: String(cString: strerror(error)))) }
        input.read.finish()
        output.write.finish()
        usage.write.finish()
        input.write.setNonblocking()
        output.read.setNonblocking()
        RunThread.ignoreBrokenPipes()
        return .success(SolverProcess(process, input.write, output.read, usage.read))
    }

    #if canImport(Darwin) || canImport(Musl)
        private static func limit(_ resource: Int32) -> Int32 { resource }
    #else
        private static func limit(_ resource: __rlimit_resource) -> Int32 { Int32(resource.rawValue) }
    #endif

    /// Ends it and waits until it is gone.
    func end() {
        kill(process, SIGTERM)
        input.finish()
        output.finish()
        var status: Int32 = 0
        // What stands between is ended by the signal it passes on; should it hang, it is ended too.
        for _ in 0..<400 {
            let found = waitpid(process, &status, WNOHANG)
            if found == process || (found < 0 && errno != EINTR) { return }
            usleep(5_000)
        }
        kill(process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    // MARK: - Asking

    /// Asks one question.
    func ask(_ question: SolverQuestion, number: Int) -> SolverAnswer {
        let mark = "assay-\(number)"
        let text = Array(question.text(mark: mark).utf8)
        let clock = ContinuousClock()
        let deadline = clock.now + .milliseconds(question.milliseconds + SolverProcess.grace)
        var written = 0
        var answer: [UInt8] = []
        let end = Array((mark + "\n").utf8)
        while true {
            let left = deadline - clock.now
            let milliseconds =
                Int(left.components.seconds) * 1_000 + Int(left.components.attoseconds / 1_000_000_000_000_000)
            guard milliseconds > 0 else { return .failed("the solver did not keep its time limit and was ended") }
            var entries = [pollfd(fd: output.number, events: Int16(POLLIN), revents: 0)]
            if written < text.count { entries.append(pollfd(fd: input.number, events: Int16(POLLOUT), revents: 0)) }
            _ = poll(&entries, nfds_t(entries.count), Int32(min(milliseconds, 1_000)))
            if written < text.count {
                let count = text.withUnsafeBytes {
                    write(input.number, $0.baseAddress.map { $0 + written }, text.count - written)
                }
                if count > 0 {
                    written += count
                } else if count < 0, errno != EAGAIN, errno != EINTR {
                    return .failed("the solver ended")
                }
            }
            var buffer = [UInt8](repeating: 0, count: 1 << 14)
            let count = buffer.withUnsafeMutableBytes { read(output.number, $0.baseAddress, $0.count) }
            if count > 0 { answer.append(contentsOf: buffer.prefix(count)) }
            if count == 0 { return .failed("the solver ended") }
            if count < 0, errno != EAGAIN, errno != EINTR { return .failed("the solver ended") }
            guard answer.count <= SolverProcess.output else { return .failed("the solver's answer is too long") }
            if answer.count >= end.count, answer.suffix(end.count).elementsEqual(end) { break }
        }
        return SolverProcess.meaning(of: String(decoding: answer.dropLast(end.count), as: UTF8.self))
    }

    /// The meaning of an answer.
    static func meaning(of text: String) -> SolverAnswer {
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: true)
        guard let first = lines.first else { return .failed("the solver answered nothing") }
        let rest = lines.count > 1 ? String(lines[1]) : ""
        switch first {
        case "unsat": return .unsatisfiable
        case "sat":
            let end = rest.range(of: "(:reason-unknown")
            return .satisfiable(String(rest[..<(end ?? rest.endIndex)]))
        case "unknown":
            if rest.contains("timeout") { return .unknown("its time limit") }
            if rest.contains("max. resource") || rest.contains("canceled") { return .unknown("its resource limit") }
            if rest.contains("memout") || rest.contains("memory") { return .unknown("its memory limit") }
            return .unknown("it is incomplete here")
        case "timeout": return .unknown("its time limit")
        default: return .failed("the solver's answer is not understood")
        }
    }
}

extension String {
    /// Where `other` begins.
    fileprivate func range(of other: String) -> String.Index? {
        var rest = self[...]
        while let place = rest.firstIndex(of: "(") {
            if self[place...].hasPrefix(other) { return place }
            rest = self[index(after: place)...]
        }
        return nil
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import CAssayLaunch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The warm interpreter's process, and the line to it.
final class WarmTemplate: Sendable {
    /// The process that watches over it.
    let process: Int32
    /// Folders that its sandboxes see beside those of the system.
    let readable: [String]
    /// The line; one request at a time.
    private let link: Mutex<Descriptor?>

    /// Seconds that the interpreter may take to start.
    private static let patience: Int32 = 20_000
    /// Seconds that it may take to answer a request.
    private static let answerPatience: Int32 = 10_000
    /// Bytes of the longest request.
    static let mostBytes = 100_000

    /// Starts the interpreter on the calling thread, with which it ends; nil where that does not work.
    init?(program: String) {
        guard let python = ProgramLanguage.python.interpreter, !BubblewrapSandbox.filter.isEmpty else { return nil }
        var ends: [Int32] = [-1, -1]
        guard assay_link(&ends) == 0 else { return nil }
        let own = Descriptor(ends[0])
        let inner = Descriptor(ends[1])
        let nothing = Descriptor.nothing()
        guard let source = Descriptor.file(Array(PythonDriver.template.utf8)),
            let filter = Descriptor.file(BubblewrapSandbox.filter)
        else { return nil }
        readable = ProgramLanguage.allCases.flatMap(\.readable)
        var words = [program] + BubblewrapSandbox.room(readable: readable, scratch: 1 << 20)
        words += ["--file", "6", "/tmp/run/template.py", "--file", "7", "/tmp/run/filter"]
        for (name, value) in BubblewrapSandbox.variables([:]).sorted(by: { $0.key < $1.key }) {
            words += ["--setenv", name, value]
        }
        words += ["--remount-ro", "/", "--", python] + ProgramLanguage.python.options + ["/tmp/run/template.py"]
        var child = ChildRun(
            command: words, request: RunRequest(words), isolation: "bubblewrap", isCancelled: { false })
        child.environment = BubblewrapSandbox.environment
        child.user = UserID.own()
        child.systemLimits = [SystemLimits.coreFiles]
        let descriptors = [
            nothing.number, nothing.number, nothing.number, inner.number, nothing.number, nothing.number,
            source.number, filter.number,
        ]
        let started = withExtendedLifetime((nothing, source, filter)) {
            child.launch(descriptors, usage: nothing.number)
        }
        guard case .success(let process) = started else { return nil }
        inner.finish()
        guard let hello = WarmTemplate.receive(own.number, WarmTemplate.patience), hello.descriptor == nil,
            let root = try? JSONDocument(hello.bytes).root, root["ready"]?.bool == true
        else {
            own.finish()
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            return nil
        }
        self.process = process
        link = Mutex(own)
    }

    /// Makes a sandbox.
    ///
    /// - Parameters:
    ///   - request: what it is for.
    ///   - descriptors: those of its first process, and its files.
    /// - Returns: a descriptor of its first process; nil where it cannot be made.
    func start(_ request: [UInt8], _ descriptors: [Int32]) -> Descriptor? {
        link.withLock { link in
            guard let line = link else { return nil }
            let sent = request.withUnsafeBytes {
                assay_link_send(line.number, $0.baseAddress, $0.count, descriptors, descriptors.count)
            }
            guard sent == 0, let answer = WarmTemplate.receive(line.number, WarmTemplate.answerPatience) else {
                // It is silent: whatever it says later would be the answer to another request.
                link = nil
                return nil
            }
            return answer.descriptor
        }
    }

    /// Closes the line, which ends the interpreter.
    func close() { link.withLock { $0 = nil } }

    /// The processes that are always there: the one that watches, bubblewrap's, and the interpreter.
    var ownProcesses: [Int32] {
        var found = [process]
        // Each has one child, but for the interpreter, whose children are the sandboxes.
        for _ in 0..<3 {
            guard let last = found.last, let child = ProcessTree.children(of: last).first else { break }
            found.append(child)
        }
        return found
    }

    private static func receive(_ link: Int32, _ milliseconds: Int32) -> (bytes: [UInt8], descriptor: Descriptor?)? {
        var entry = pollfd(fd: link, events: Int16(POLLIN), revents: 0)
        var ready: Int32
        repeat { ready = poll(&entry, 1, milliseconds) } while ready < 0 && errno == EINTR
        guard ready > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 4096)
        var descriptor: Int32 = -1
        let count = bytes.withUnsafeMutableBytes {
            assay_link_receive(link, $0.baseAddress, $0.count, &descriptor)
        }
        guard count > 0 else { return nil }
        return (Array(bytes.prefix(count)), descriptor >= 0 ? Descriptor(descriptor) : nil)
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayLaunch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file of this process that is closed with its owner, and never handed to a program by accident.
final class Descriptor {
    /// Its number; -1 once it is closed.
    private(set) var number: Int32

    init(_ number: Int32) { self.number = number }

    deinit {
        // No call of a method here: nothing may hold on to what is being taken down.
        if number >= 0 { close(number) }
    }

    /// Closes it.
    func finish() {
        if number >= 0 { close(number) }
        number = -1
    }

    /// `/dev/null`.
    static func nothing() -> Descriptor { Descriptor(open("/dev/null", O_RDWR | O_CLOEXEC)) }

    /// A pipe: its reading and its writing end.
    static func pipe() -> Pipe? {
        var ends: [Int32] = [-1, -1]
        guard makePipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return Pipe(read: Descriptor(ends[0]), write: Descriptor(ends[1]))
    }

    /// A file in memory with these bytes, read from its beginning.
    static func file(_ bytes: [UInt8]) -> Descriptor? {
        let number = assay_memory_file()
        guard number >= 0 else { return nil }
        let descriptor = Descriptor(number)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                write(number, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return nil }
            written += count
        }
        guard lseek(number, 0, SEEK_SET) == 0 else { return nil }
        return descriptor
    }

    /// Both ends of a pipe.
    struct Pipe {
        let read: Descriptor
        let write: Descriptor
    }

    /// From now on, reading and writing do not wait.
    func setNonblocking() { _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK) }
}

/// Makes a pipe; a function of its own since a method of that name hides the system's.
private func makePipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The few calls of the operating system that reading and writing need.
public enum System {
    /// The message of the last failed call: `No such file or directory`.
    static var lastError: String { String(cString: strerror(errno)) }

    /// The number of processors that are online.
    public static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// Whether the descriptor is a terminal.
    public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// A value of the environment; nil where it is not set or empty.
    public static func environment(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// A path as the operating system knows it.
    ///
    /// Bytes of a name that are not UTF-8 are U+FFFD in a string, so that a name from the command line is taken from there.
    static func bytes(of path: String) -> [CChar] {
        guard path.unicodeScalars.contains("\u{FFFD}") else { return Array(path.utf8CString) }
        for index in 0..<Int(CommandLine.argc) {
            guard let argument = CommandLine.unsafeArgv[index] else { continue }
            // The whole argument, or what stands behind --option=.
            let behind = strchr(argument, CInt(UInt8(ascii: "="))).map { $0 + 1 }
            for start in [argument, behind].compactMap({ $0 }) where String(cString: start) == path {
                return Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
            }
        }
        return Array(path.utf8CString)
    }

    /// Whether two paths name the same file, also by links; of files that are not there yet, whether they would be one.
    public static func isSameFile(_ a: String, _ b: String) -> Bool {
        var first = stat()
        var second = stat()
        if stat(bytes(of: a), &first) == 0, stat(bytes(of: b), &second) == 0 {
            return first.st_dev == second.st_dev && first.st_ino == second.st_ino
        }
        guard let first = place(of: a), let second = place(of: b) else { return false }
        return first == second
    }

    /// Where a file would be made: the folder, by whatever name, and the name in it.
    private struct Place: Equatable {
        var device: UInt64
        var inode: UInt64
        var name: String
    }

    /// Nil where there is no such folder.
    private static func place(of path: String, links: Int = 0) -> Place? {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard !["", ".", ".."].contains(name), links < 40 else { return nil }
        // A link to a file that is not there yet makes that one.
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink(path, &buffer, buffer.count)
        if count > 0 {
            let target = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
            return place(of: target.hasPrefix("/") ? target : folder + "/" + target, links: links + 1)
        }
        var status = stat()
        guard stat(folder, &status) == 0 else { return nil }
        return Place(
            device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(truncatingIfNeeded: status.st_ino),
            name: name)
    }

    /// A monotonic clock in seconds: for progress and rates, never for decisions.
    public static func monotonicSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Nanoseconds that the calling thread has worked: for measuring what a decision costs, never for decisions.
    public static func threadNanoseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}

/// Whether the user has asked to stop.
///
/// Readers look at it between blocks, so that output ends after a whole line.
public enum Interruption {
    private static let flag = Atomic<Bool>(false)

    /// Whether SIGINT or SIGTERM has come.
    public static var isRequested: Bool { flag.load(ordering: .relaxed) }

    /// From now on, SIGINT and SIGTERM set the flag instead of ending the process (a second one ends it), and writing to
    /// a closed pipe is an error instead of a signal.
    public static func install() {
        var action = sigaction()
        sigemptyset(&action.sa_mask)
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = { _ in Interruption.request() }
        #else
            action.__sigaction_handler.sa_handler = { _ in Interruption.request() }
        #endif
        sigaction(SIGINT, &action, nil)
        sigaction(SIGTERM, &action, nil)
        signal(SIGPIPE, SIG_IGN)
        // A parent that starts processes from a thread with blocked signals hands its mask on.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// Asks to stop, as the signal does.
    public static func request() {
        if flag.exchange(true, ordering: .relaxed) { _exit(130) }
    }
}

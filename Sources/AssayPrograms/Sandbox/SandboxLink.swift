// Part of Assay. SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A line between two runs: a socket with an end for each.
///
/// A run gets its end as ``RunRequest/link``, and finds the descriptor's number in the variable `ASSAY_LINK`.
final class SandboxLink: Sendable {
    /// The end of the run that asks; reading from it fails when `patience` is over.
    let asking: Int32
    /// The end of the run that answers.
    let answering: Int32

    /// Makes a line; nil where the system has none left.
    ///
    /// - Parameter patience: seconds.
    init?(patience: Double) {
        var ends: [Int32] = [-1, -1]
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        (asking, answering) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var time = timeval()
        time.tv_sec = .init(patience)
        time.tv_usec = .init((patience - patience.rounded(.down)) * 1e6)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(asking, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    deinit {
        close(asking)
        close(answering)
    }

    /// Tells both ends that one of the runs has ended, though this process still holds them.
    func hangUp() { shutdown(answering, .init(SHUT_RDWR)) }
}

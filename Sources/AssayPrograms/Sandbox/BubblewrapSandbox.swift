// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import CAssayLaunch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Linux namespaces, by bubblewrap.
///
/// ## What a program finds
/// `/usr` to read, `/tmp` to write (in memory, of limited size, gone afterwards), where it starts in `/tmp/run`; no network
/// but an empty loopback; no process but its own; an environment of three variables. It runs under a user id of its own
/// where the caller is root, cannot gain privileges or make namespaces, and is refused the system calls of
/// `assay_system_call_filter`.
///
/// - Cost: about 10 ms a run on an idle machine.
public struct BubblewrapSandbox: Sandbox {
    /// `bubblewrap`.
    public let isolation = "bubblewrap"
    /// bubblewrap's file.
    public let program: String

    /// Finds bubblewrap.
    ///
    /// - Throws: ``CheckError`` with code `unavailable` that says what to install.
    public init() throws(CheckError) {
        guard let program = ProgramFinder.find("bwrap", in: ProgramFinder.systemFolders) else {
            throw CheckError(
                .unavailable,
                "there is no sandbox: bubblewrap is not installed; install it (apt-get install bubblewrap), name a "
                    + "container (ASSAY_SANDBOX=external:COMMAND), or run without one (--unsafe-no-sandbox)")
        }
        self.program = program
    }

    /// Runs a program to its end.
    public func run(_ request: RunRequest) async -> RunResult {
        if let problem = request.problem { return RunResult(.setUpFailed(problem), isolation: isolation) }
        return await RunThread.run { isCancelled in self.run(request, isCancelled) }
    }

    /// The same on the calling thread.
    func run(_ request: RunRequest, _ isCancelled: @escaping @Sendable () -> Bool) -> RunResult {
        let isRoot = geteuid() == 0
        let result = run(request, user: isRoot ? UserID.next() : 0, isCancelled)
        // A container's own user namespace may know few ids.
        if isRoot, case .setUpFailed(let reason) = result.status, reason.hasPrefix("changing the user") {
            return run(request, user: UserID.nobody, isCancelled)
        }
        return result
    }

    private func run(
        _ request: RunRequest, user: UInt32, _ isCancelled: @escaping @Sendable () -> Bool
    ) -> RunResult {
        // What bubblewrap reads from descriptors: the filter first, then the files by name.
        var contents: [[UInt8]] = []
        var names: [String] = []
        var filter: UnsafeRawPointer?
        let length = assay_system_call_filter(&filter)
        if let filter, length > 0 { contents.append(Array(UnsafeRawBufferPointer(start: filter, count: length))) }
        let hasFilter = !contents.isEmpty
        for (name, bytes) in request.files.sorted(by: { $0.key < $1.key }) {
            names.append(name)
            contents.append(bytes)
        }
        let held = contents.compactMap { bytes in Descriptor.file(bytes) }
        guard held.count == contents.count else {
            return RunResult(.setUpFailed("no files can be made in memory"), isolation: isolation)
        }
        let limits = request.limits
        var child = ChildRun(
            command: [program] + arguments(request, names, hasFilter: hasFilter, isDedicated: user != 0),
            request: request, isolation: isolation, isCancelled: isCancelled)
        child.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        child.user = user
        child.hasReport = true
        child.systemLimits = SystemLimits.of(limits)
        // Three are bubblewrap's own.
        if user != 0 { child.systemLimits.append(SystemLimits.processes(limits.processes + 3)) }
        return withExtendedLifetime(held) { child.run(held.map(\.number)) }
    }

    private func arguments(
        _ request: RunRequest, _ names: [String], hasFilter: Bool, isDedicated: Bool
    ) -> [String] {
        var words = [
            "--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--new-session", "--clearenv",
            "--cap-drop", "ALL", "--uid", "1000", "--gid", "1000", "--hostname", "sandbox", "--json-status-fd", "5",
            "--ro-bind", "/usr", "/usr",
        ]
        for name in ["bin", "sbin", "lib", "lib32", "lib64"] {
            switch ProgramFinder.link("/\(name)") {
            case .link(let target): words += ["--symlink", target, "/\(name)"]
            case .folder: words += ["--ro-bind", "/\(name)", "/\(name)"]
            case .nothing: break
            }
        }
        for path in request.readable where !path.hasPrefix("/usr/") { words += ["--ro-bind", path, path] }
        words += [
            "--proc", "/proc", "--dev", "/dev", "--size", String(min(request.limits.scratch, 16 << 20)), "--tmpfs",
            "/dev/shm", "--remount-ro", "/dev", "--size", String(request.limits.scratch), "--tmpfs", "/tmp", "--dir",
            "/tmp/run", "--chdir", "/tmp/run",
        ]
        var next = 6
        if hasFilter {
            words += ["--seccomp", "\(next)"]
            next += 1
        }
        for name in names {
            words += ["--file", "\(next)", "/tmp/run/\(name)"]
            next += 1
        }
        let variables = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/tmp/run", "LANG": "C.UTF-8"]
            .merging(request.environment) { _, own in own }
        for (name, value) in variables.sorted(by: { $0.key < $1.key }) { words += ["--setenv", name, value] }
        words += ["--remount-ro", "/", "--"]
        // Without an id of its own, the number of processes is counted inside the namespace alone.
        if !isDedicated, let limiter = ProgramFinder.find("prlimit", in: ProgramFinder.systemFolders) {
            words += [limiter, "--nproc=\(request.limits.processes)", "--"]
        }
        return words + request.command
    }
}

/// User ids for runs of root: one of its own for each, since the system counts processes by id.
private enum UserID {
    static let nobody: UInt32 = 65534
    private static let count = Atomic<UInt32>(0)

    static func next() -> UInt32 {
        let number = count.wrappingAdd(1, ordering: .relaxed).oldValue % 128
        return 1_200_000_000 + (UInt32(truncatingIfNeeded: getpid()) % (1 << 22)) * 128 + number
    }
}

/// The limits that the operating system keeps.
enum SystemLimits {
    typealias Limit = (resource: Int32, soft: UInt64, hard: UInt64)

    static func of(_ limits: RunLimits) -> [Limit] {
        var result: [Limit] = [
            (number(RLIMIT_CPU), UInt64(limits.processorSeconds), UInt64(limits.processorSeconds) + 1),
            (number(RLIMIT_NOFILE), UInt64(limits.openFiles), UInt64(limits.openFiles)),
            (number(RLIMIT_FSIZE), UInt64(limits.fileSize), UInt64(limits.fileSize)),
            (number(RLIMIT_CORE), 0, 0),
        ]
        if let bytes = limits.addressSpace { result.append((number(RLIMIT_AS), UInt64(bytes), UInt64(bytes))) }
        return result
    }

    static func processes(_ count: Int) -> Limit {
        (assay_limit_of_processes(), UInt64(count), UInt64(count))
    }

    #if canImport(Glibc)
        private static func number(_ resource: __rlimit_resource) -> Int32 { Int32(resource.rawValue) }
    #endif
    private static func number(_ resource: Int32) -> Int32 { resource }
}

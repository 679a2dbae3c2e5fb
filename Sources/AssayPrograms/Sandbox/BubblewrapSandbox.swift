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
/// From the second run on, sandboxes are made by a warm interpreter (`WarmPool`), with the same namespaces, limits and
/// filter; the first is a bubblewrap of its own, so that one alone does not wait for it.
///
/// - Cost: about 15 ms of processor time for a bubblewrap of its own, 3 ms for a warm one.
public struct BubblewrapSandbox: Sandbox {
    /// `bubblewrap`.
    public let isolation = "bubblewrap"
    /// bubblewrap's file.
    public let program: String
    /// Where sandboxes are made quicker from the second on; nil where each is a bubblewrap of its own.
    package let pool: WarmPool?

    /// Finds bubblewrap.
    ///
    /// - Throws: `CheckError` with code `unavailable` that says what to install.
    public init() throws(CheckError) { try self.init(isWarm: true) }

    /// Finds bubblewrap.
    ///
    /// - Parameter isWarm: whether a warm interpreter may make the sandboxes from the second on.
    /// - Throws: `CheckError` with code `unavailable` that says what to install.
    package init(isWarm: Bool) throws(CheckError) {
        guard let program = ProgramFinder.find("bwrap", in: ProgramFinder.systemFolders) else {
            throw CheckError(
                .unavailable,
                "there is no sandbox: bubblewrap is not installed; install it (apt-get install bubblewrap), name a "
                    + "container (ASSAY_SANDBOX=external:COMMAND), or run without one (--unsafe-no-sandbox)")
        }
        self.program = program
        pool = isWarm ? WarmPool(program: program) : nil
    }

    /// Runs a program to its end.
    public func run(_ request: RunRequest) async -> RunResult {
        if let problem = request.problem { return RunResult(.setUpFailed(problem), isolation: isolation) }
        return await RunThread.run { isCancelled in self.run(request, isCancelled) }
    }

    /// The same on the calling thread.
    func run(_ request: RunRequest, _ isCancelled: @escaping @Sendable () -> Bool) -> RunResult {
        if let template = pool?.template(), WarmRun.canRun(request, template) {
            let run = WarmRun(template: template, request: request, isolation: isolation, isCancelled: isCancelled)
            if let result = run.run(), !result.status.isFailureOfTheWorld || result.status == .cancelled {
                return result
            }
            pool?.lose(template)
        }
        return once(request, isCancelled)
    }

    /// Runs a program in a bubblewrap of its own.
    private func once(_ request: RunRequest, _ isCancelled: @escaping @Sendable () -> Bool) -> RunResult {
        let result = once(request, user: UserID.own(), isCancelled)
        // A container's own user namespace may know few ids.
        if geteuid() == 0, case .setUpFailed(let reason) = result.status, reason.hasPrefix("changing the user") {
            return once(request, user: UserID.nobody, isCancelled)
        }
        return result
    }

    private func once(
        _ request: RunRequest, user: UInt32, _ isCancelled: @escaping @Sendable () -> Bool
    ) -> RunResult {
        // What bubblewrap reads from descriptors: the filter first, then the files by name.
        let filter = BubblewrapSandbox.filter
        let files = request.files.sorted { $0.key < $1.key }
        let contents = (filter.isEmpty ? [] : [filter]) + files.map(\.value)
        let held = contents.compactMap { bytes in Descriptor.file(bytes) }
        guard held.count == contents.count else {
            return RunResult(.setUpFailed("no files can be made in memory"), isolation: isolation)
        }
        let limits = request.limits
        var child = ChildRun(
            command: [program]
                + arguments(request, files.map(\.key), hasFilter: !filter.isEmpty, isDedicated: user != 0),
            request: request, isolation: isolation, isCancelled: isCancelled)
        child.environment = BubblewrapSandbox.environment
        child.user = user
        child.hasReport = true
        child.systemLimits = SystemLimits.of(limits)
        // Three are bubblewrap's own.
        if user != 0 { child.systemLimits.append(SystemLimits.processes(limits.processes + 3)) }
        return withExtendedLifetime(held) { child.run(held.map(\.number) + (request.link.map { [$0] } ?? [])) }
    }

    /// The filter of system calls; empty where there is none for this processor.
    static let filter: [UInt8] = {
        var filter: UnsafeRawPointer?
        let length = assay_system_call_filter(&filter)
        guard let filter, length > 0 else { return [] }
        return Array(UnsafeRawBufferPointer(start: filter, count: length))
    }()

    /// bubblewrap's own environment.
    static let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]

    private func arguments(
        _ request: RunRequest, _ names: [String], hasFilter: Bool, isDedicated: Bool
    ) -> [String] {
        var words = ["--disable-userns", "--json-status-fd", "5"]
        words += BubblewrapSandbox.room(readable: request.readable, scratch: request.limits.scratch)
        var next = 6
        if hasFilter {
            words += ["--seccomp", "\(next)"]
            next += 1
        }
        for name in names {
            if request.programs.contains(name) { words += ["--perms", "0755"] }
            words += ["--file", "\(next)", "/tmp/run/\(name)"]
            next += 1
        }
        let variables = BubblewrapSandbox.variables(request.variables(link: next))
        for (name, value) in variables.sorted(by: { $0.key < $1.key }) { words += ["--setenv", name, value] }
        words += ["--remount-ro", "/", "--"]
        // Without an id of its own, the number of processes is counted inside the namespace alone.
        if !isDedicated, let limiter = ProgramFinder.find("prlimit", in: ProgramFinder.systemFolders) {
            words += [limiter, "--nproc=\(request.limits.processes)", "--"]
        }
        return words + request.command
    }

    /// bubblewrap's arguments for the namespaces and what a program finds in them.
    static func room(readable: [String], scratch: Int) -> [String] {
        var words = [
            "--unshare-all", "--unshare-user", "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL",
            "--uid", "1000", "--gid", "1000", "--hostname", "sandbox", "--ro-bind", "/usr", "/usr",
        ]
        for name in ["bin", "sbin", "lib", "lib32", "lib64"] {
            switch ProgramFinder.link("/\(name)") {
            case .link(let target): words += ["--symlink", target, "/\(name)"]
            case .folder: words += ["--ro-bind", "/\(name)", "/\(name)"]
            case .nothing: break
            }
        }
        for path in readable where !path.hasPrefix("/usr/") { words += ["--ro-bind", path, path] }
        return words + [
            "--proc", "/proc", "--dev", "/dev", "--size", String(min(scratch, 16 << 20)), "--tmpfs", "/dev/shm",
            "--remount-ro", "/dev", "--size", String(scratch), "--tmpfs", "/tmp", "--dir", "/tmp/run", "--chdir",
            "/tmp/run",
        ]
    }

    /// A program's environment.
    static func variables(_ own: [String: String]) -> [String: String] {
        ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/tmp/run", "LANG": "C.UTF-8"].merging(own) { _, own in own }
    }
}

/// User ids for runs of root: one of its own for each, since the system counts processes by id.
enum UserID {
    /// The id that every system knows.
    static let nobody: UInt32 = 65534
    private static let count = Atomic<UInt32>(0)

    /// The next id; 0, which stands for the caller's own, where the caller cannot give another.
    static func own() -> UInt32 {
        guard geteuid() == 0 else { return 0 }
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

    /// No file of a process's memory when it is ended.
    static var coreFiles: Limit { (number(RLIMIT_CORE), 0, 0) }

    static func processes(_ count: Int) -> Limit {
        (assay_limit_of_processes(), UInt64(count), UInt64(count))
    }

    #if canImport(Glibc)
        private static func number(_ resource: __rlimit_resource) -> Int32 { Int32(resource.rawValue) }
    #endif
    private static func number(_ resource: Int32) -> Int32 { resource }
}

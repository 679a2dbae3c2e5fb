// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a process and all that came from it use at a moment, from Linux's `/proc`; nothing elsewhere.
struct ProcessTree {
    /// Bytes of memory that is no file's.
    var memory = 0
    /// Seconds of work, with what ended children did.
    var processorSeconds = 0.0
    /// Threads.
    var tasks = 0
    /// The processes, the first one's children before theirs.
    var processes: [Int32] = []

    private static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
    private static let ticks = Double(max(1, sysconf(Int32(_SC_CLK_TCK))))
    /// A tree of more is over every limit of processes anyway.
    private static let most = 4096

    /// Looks at the descendants of `root`, without itself.
    init(below root: Int32) {
        var queue = ProcessTree.children(of: root)
        var next = 0
        while next < queue.count, next < ProcessTree.most {
            let process = queue[next]
            next += 1
            add(process)
            queue += ProcessTree.children(of: process)
        }
        processes = queue
    }

    /// Looks at a process and its descendants.
    init(from process: Int32) {
        self.init(below: process)
        add(process)
        processes.append(process)
    }

    /// The id of a descriptor's process; nil where it has ended.
    static func process(of descriptor: Int32) -> Int32? {
        let key = Array("Pid:".utf8)
        let line = read("/proc/self/fdinfo/\(descriptor)").split(separator: 0x0A).first { $0.starts(with: key) }
        guard let line, let number = numbers(Array(line)).first, !line.contains(UInt8(ascii: "-")) else { return nil }
        return number > 0 ? Int32(truncatingIfNeeded: number) : nil
    }

    private mutating func add(_ process: Int32) {
        let pages = ProcessTree.numbers(ProcessTree.read("/proc/\(process)/statm"))
        if pages.count > 2 { memory += max(0, pages[1] - pages[2]) * ProcessTree.pageSize }
        // The name in parentheses may hold anything: fields are counted from its end.
        let line = ProcessTree.read("/proc/\(process)/stat")
        guard let end = line.lastIndex(of: UInt8(ascii: ")")) else { return }
        let fields = line[line.index(after: end)...].split(separator: UInt8(ascii: " "))
        guard fields.count > 17 else { return }
        let times = fields[11...14].map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
        processorSeconds += Double(times.reduce(0, +)) / ProcessTree.ticks
        tasks += Int(String(decoding: fields[17], as: UTF8.self)) ?? 1
    }

    /// Memory where what processes share is counted once; nil where that cannot be read.
    func sharedMemory() -> Int? {
        var sum = 0
        for process in processes {
            let text = ProcessTree.read("/proc/\(process)/smaps_rollup")
            guard !text.isEmpty else { continue }
            guard let line = text.split(separator: 0x0A).first(where: { $0.starts(with: Array("Pss:".utf8)) }) else {
                return nil
            }
            sum += (ProcessTree.numbers(Array(line)).first ?? 0) << 10
        }
        return sum
    }

    /// Whether the scratch folder of a sandbox whose first process is `process` holds too many entries.
    static func hasTooManyFiles(_ process: Int32) -> Bool {
        let folder = "/proc/\(process)/root/tmp"
        var inside = stat()
        var outside = stat()
        // Until the sandbox has made its own root, the process still sees the host's files.
        guard stat(folder, &inside) == 0, stat("/tmp", &outside) != 0 || inside.st_dev != outside.st_dev else {
            return false
        }
        var system = statvfs()
        guard statvfs(folder, &system) == 0, system.f_files >= system.f_ffree else { return false }
        return Int(clamping: system.f_files - system.f_ffree) > RunLimits.scratchEntries
    }

    /// The children of a process.
    static func children(of process: Int32) -> [Int32] {
        guard let folder = opendir("/proc/\(process)/task") else { return [] }
        defer { closedir(folder) }
        var result: [Int32] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let task = Int32(name) else { continue }
            result += numbers(read("/proc/\(process)/task/\(task)/children")).map { Int32(truncatingIfNeeded: $0) }
        }
        return result
    }

    private static func numbers(_ text: [UInt8]) -> [Int] {
        var result: [Int] = []
        var value: Int?
        for byte in text {
            if (0x30...0x39).contains(byte) {
                value = (value ?? 0) &* 10 &+ Int(byte - 0x30)
            } else if let number = value {
                result.append(number)
                value = nil
            }
        }
        if let value { result.append(value) }
        return result
    }

    private static func read(_ path: String) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = bytes.withUnsafeMutableBytes { buffer in
            #if canImport(Darwin)
                Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
                Musl.read(descriptor, buffer.baseAddress, buffer.count)
            #else
                Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
        }
        return count > 0 ? Array(bytes.prefix(count)) : []
    }
}

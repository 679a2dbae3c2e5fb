// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import CAssayLaunch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What is still to be written to a program.
///
/// A program that does not read is no error.
final class Writer {
    private let descriptor: Descriptor
    private let bytes: [UInt8]
    private var position = 0

    init(_ descriptor: Descriptor, _ bytes: [UInt8]) {
        self.descriptor = descriptor
        self.bytes = bytes
        descriptor.setNonblocking()
    }

    /// Whether something is left.
    var isOpen: Bool { descriptor.number >= 0 }
    /// The descriptor.
    var number: Int32 { descriptor.number }

    /// Writes as much as fits; closes at the end.
    func write() {
        while isOpen {
            guard position < bytes.count else { return descriptor.finish() }
            let count = bytes.withUnsafeBytes { buffer in
                writeBytes(descriptor.number, buffer.baseAddress.map { $0 + position }, buffer.count - position)
            }
            if count > 0 {
                position += count
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                return
            } else if errno != EINTR {
                return descriptor.finish()
            }
        }
    }
}

/// What a program has written so far.
final class Reader {
    private let descriptor: Descriptor
    /// What is kept.
    private(set) var bytes: [UInt8] = []
    /// Whether more was written than is kept.
    private(set) var isOver = false

    init(_ descriptor: Descriptor) {
        self.descriptor = descriptor
        descriptor.setNonblocking()
    }

    /// Whether nobody can write any more.
    var isAtEnd: Bool { descriptor.number < 0 }
    /// The descriptor.
    var number: Int32 { descriptor.number }

    /// Reads what there is, and keeps at most `limit` bytes in all.
    func read(keeping limit: Int) {
        var rounds = 0
        while !isAtEnd, rounds < 16 {
            rounds += 1
            let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
                let count = readBytes(descriptor.number, buffer.baseAddress, buffer.count)
                if count > 0 {
                    let kept = min(count, max(0, limit - bytes.count))
                    bytes.append(contentsOf: buffer.prefix(kept))
                    if kept < count { isOver = true }
                }
                return count
            }
            if count == 0 { return descriptor.finish() }
            if count < 0, errno == EAGAIN || errno == EWOULDBLOCK { return }
            if count < 0, errno != EINTR { return descriptor.finish() }
        }
    }
}

private func writeBytes(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, base, count)
}

private func readBytes(_ descriptor: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, base, count)
}

/// The pipes between a run and its watcher.
struct RunPipes {
    let input: Descriptor.Pipe
    let output: Descriptor.Pipe
    let errors: Descriptor.Pipe
    let results: Descriptor.Pipe
    let control: Descriptor.Pipe
    let report: Descriptor.Pipe
    let usage: Descriptor.Pipe
    /// The program's ends, by its own numbers: 0 to 5.
    let inner: [Int32]
    /// Where the program has no pipe.
    private let nothing: Descriptor

    /// Makes them; nil where the system has none left.
    init?(hasControl: Bool, hasReport: Bool) {
        guard let input = Descriptor.pipe(), let output = Descriptor.pipe(), let errors = Descriptor.pipe(),
            let results = Descriptor.pipe(), let control = Descriptor.pipe(), let report = Descriptor.pipe(),
            let usage = Descriptor.pipe()
        else { return nil }
        nothing = Descriptor.nothing()
        inner = [
            input.read.number, output.write.number, errors.write.number,
            hasControl ? results.write.number : nothing.number, hasControl ? control.read.number : nothing.number,
            hasReport ? report.write.number : nothing.number,
        ]
        (self.input, self.output, self.errors, self.results) = (input, output, errors, results)
        (self.control, self.report, self.usage) = (control, report, usage)
    }

    /// From here on, only the program holds its ends, so that the end of each pipe is seen.
    func closeInnerEnds() {
        for end in [
            input.read, output.write, errors.write, results.write, control.read, report.write, usage.write,
        ] { end.finish() }
    }
}

/// What bubblewrap tells on `--json-status-fd`: a line when the first process is there, one when it has ended.
enum Report {
    /// The id of the first process.
    static func firstProcess(_ bytes: [UInt8]) -> Int32? {
        number(behind: "\"child-pid\":", bytes).map { Int32(truncatingIfNeeded: $0) }
    }

    /// The exit code; 128 and the signal's number where one ended the program.
    static func exitCode(_ bytes: [UInt8]) -> Int? { number(behind: "\"exit-code\":", bytes) }

    /// What the warm interpreter tells of a sandbox that could not be made.
    static func failure(_ bytes: [UInt8]) -> String? {
        guard let line = bytes.split(separator: 0x0A).first, let root = try? JSONDocument(Array(line)).root else {
            return nil
        }
        return root["failure"]?.string
    }

    /// Whether a warm sandbox's first process found more files at the end than a program may make.
    static func hasTooManyFiles(_ bytes: [UInt8]) -> Bool { number(behind: "\"files\":", bytes) != nil }

    /// What the warm interpreter tells of a sandbox's use: microseconds of work, and bytes of the largest process.
    static func usage(_ bytes: [UInt8]) -> (microseconds: Int, bytes: Int) {
        (number(behind: "\"microseconds\":", bytes) ?? 0, (number(behind: "\"kibibytes\":", bytes) ?? 0) << 10)
    }

    private static func number(behind key: String, _ bytes: [UInt8]) -> Int? {
        let key = Array(key.utf8)
        guard bytes.count > key.count else { return nil }
        for start in 0..<(bytes.count - key.count) where bytes[start..<start + key.count].elementsEqual(key) {
            let rest = bytes[(start + key.count)...].drop { $0 == 0x20 }
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            // A number at the very end may go on.
            guard digits.endIndex < bytes.endIndex else { return nil }
            return Int(String(decoding: digits, as: UTF8.self))
        }
        return nil
    }
}

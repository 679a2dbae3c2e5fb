// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CZlib

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file or standard input as a stream of bytes; gzip is recognised by its magic bytes and unpacked.
///
/// A source belongs to one task at a time.
public final class ByteSource {
    /// The path, or `-`.
    public let path: String
    private let descriptor: Int32
    private var inflater: Inflater?
    private var isFirst = true
    private let isRegularFile: Bool
    /// Size of a regular file in bytes, for progress; nil for a pipe.
    public let size: Int?
    /// Bytes taken from the file so far, before unpacking.
    public private(set) var consumed = 0

    /// Opens a file, or standard input for `-`.
    ///
    /// - Throws: ``CheckError`` with code `input` that says why not.
    public init(path: String) throws(CheckError) {
        self.path = path
        if path == "-" {
            descriptor = 0
        } else {
            descriptor = open(System.bytes(of: path), O_RDONLY)
            guard descriptor >= 0 else {
                throw CheckError(.input, "\(path): \(System.lastError)")
            }
        }
        var status = stat()
        fstat(descriptor, &status)
        let kind = status.st_mode & S_IFMT
        guard kind != S_IFDIR else {
            if descriptor > 0 { close(descriptor) }
            throw CheckError(.input, "\(path): is a directory; a file is expected")
        }
        isRegularFile = kind == S_IFREG
        size = isRegularFile ? Int(status.st_size) : nil
    }

    deinit { if descriptor > 0 { close(descriptor) } }

    /// Looks whether a file can be read, without opening it: a named pipe can be opened once only.
    ///
    /// - Returns: the size of a regular file in bytes; nil of all else.
    /// - Throws: ``CheckError`` with code `input` that says why not.
    @discardableResult
    public static func check(path: String) throws(CheckError) -> Int? {
        guard path != "-" else { return nil }
        var status = stat()
        guard stat(System.bytes(of: path), &status) == 0, access(System.bytes(of: path), R_OK) == 0 else {
            throw CheckError(.input, "\(path): \(System.lastError)")
        }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw CheckError(.input, "\(path): is a directory; a file is expected")
        }
        return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    /// Appends up to `limit` bytes to `buffer`; waits until there is at least one.
    ///
    /// - Returns: the number of bytes; 0 at the end, or when the user has asked to stop.
    /// - Throws: ``CheckError`` with code `input` where the file cannot be read or is broken gzip.
    public func read(into buffer: inout [UInt8], limit: Int) throws(CheckError) -> Int {
        if let inflater {
            return try inflater.read(into: &buffer, limit: limit) { (bytes, limit) throws(CheckError) in
                try self.readRaw(into: &bytes, limit: limit)
            }
        }
        let start = buffer.count
        var count = try readRaw(into: &buffer, limit: limit)
        guard isFirst, count > 0 else { return count }
        isFirst = false
        if count == 1, buffer[start] == 0x1F { count += try readRaw(into: &buffer, limit: limit) }
        guard count >= 2, buffer[start] == 0x1F, buffer[start + 1] == 0x8B else { return count }
        let packed = Array(buffer[start...])
        buffer.removeSubrange(start...)
        let inflater = Inflater(path: path, packed: packed)
        self.inflater = inflater
        return try inflater.read(into: &buffer, limit: limit) { (bytes, limit) throws(CheckError) in
            try self.readRaw(into: &bytes, limit: limit)
        }
    }

    private func readRaw(into buffer: inout [UInt8], limit: Int) throws(CheckError) -> Int {
        while true {
            if Interruption.isRequested { return 0 }
            // A signal may reach another thread than the one that waits here, so the wait is short.
            if !isRegularFile {
                var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                let ready = poll(&request, 1, 100)
                if ready == 0 || (ready < 0 && errno == EINTR) { continue }
            }
            let start = buffer.count
            let descriptor = self.descriptor
            buffer.append(contentsOf: repeatElement(0, count: limit))
            let count = buffer.withUnsafeMutableBytes { raw in
                #if canImport(Glibc)
                    Glibc.read(descriptor, raw.baseAddress.map { $0 + start }, limit)
                #elseif canImport(Musl)
                    Musl.read(descriptor, raw.baseAddress.map { $0 + start }, limit)
                #else
                    Darwin.read(descriptor, raw.baseAddress.map { $0 + start }, limit)
                #endif
            }
            let failure = errno
            buffer.removeLast(limit - max(0, count))
            if count >= 0 {
                consumed += count
                return count
            }
            guard failure == EINTR || failure == EAGAIN else {
                throw CheckError(.input, "\(path): \(String(cString: strerror(failure)))")
            }
        }
    }
}

/// Unpacks gzip, one member after the other.
private final class Inflater {
    private let path: String
    private var packed: [UInt8]
    private var position = 0
    private var stream = z_stream()
    private var isOpen = false
    private var atMemberEnd = true
    private var atEnd = false

    init(path: String, packed: [UInt8]) {
        self.path = path
        self.packed = packed
    }

    deinit { if isOpen { inflateEnd(&stream) } }

    func read(
        into buffer: inout [UInt8], limit: Int, refill: (inout [UInt8], Int) throws(CheckError) -> Int
    ) throws(CheckError) -> Int {
        while !atEnd {
            if position == packed.count {
                packed.removeAll(keepingCapacity: true)
                position = 0
                if try refill(&packed, 1 << 18) == 0 {
                    atEnd = true
                    guard atMemberEnd || Interruption.isRequested else {
                        throw CheckError(.input, "\(path): the gzip stream ends before its end; the file is truncated")
                    }
                    return 0
                }
            }
            if atMemberEnd, isOpen {
                // Zeros behind the last member are padding.
                while position < packed.count, packed[position] == 0 { position += 1 }
                if position == packed.count { continue }
            }
            if atMemberEnd {
                // 31: a window of 32 KiB, and a gzip header.
                let ready =
                    isOpen
                    ? inflateReset(&stream)
                    : inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                guard ready == Z_OK else { throw CheckError(.input, "\(path): zlib cannot be started") }
                isOpen = true
                atMemberEnd = false
            }
            let count = try inflateSome(into: &buffer, limit: limit)
            if count > 0 { return count }
        }
        return 0
    }

    private func inflateSome(into buffer: inout [UInt8], limit: Int) throws(CheckError) -> Int {
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: limit))
        var result = Z_OK
        var consumed = 0
        var produced = 0
        packed.withUnsafeMutableBufferPointer { input in
            buffer.withUnsafeMutableBufferPointer { output in
                guard let from = input.baseAddress, let to = output.baseAddress else { return }
                stream.next_in = from + position
                stream.avail_in = UInt32(input.count - position)
                stream.next_out = to + start
                stream.avail_out = UInt32(limit)
                result = inflate(&stream, Z_NO_FLUSH)
                consumed = input.count - position - Int(stream.avail_in)
                produced = limit - Int(stream.avail_out)
            }
        }
        position += consumed
        buffer.removeLast(limit - produced)
        if result == Z_STREAM_END {
            atMemberEnd = true
        } else if result != Z_OK, result != Z_BUF_ERROR {
            throw CheckError(
                .input, "\(path): broken gzip data (\(stream.msg.map { String(cString: $0) } ?? "code \(result)"))")
        }
        return produced
    }
}

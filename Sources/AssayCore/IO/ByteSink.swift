// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CZlib

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file, standard output or standard error to write bytes to; packed with gzip where the name ends in `.gz`.
///
/// A sink belongs to one task at a time. Nothing is held back: what was written stands in the file.
public final class ByteSink {
    /// Why writing stopped.
    public enum Failure: Error {
        /// The reader of the pipe has gone: the end of the work, quietly.
        case closed
        /// The file cannot be written; the message names it.
        case failed(CheckError)
    }

    /// The path, or `-`.
    public let path: String
    private let descriptor: Int32
    private var deflater: Deflater?
    private var isFinished = false

    /// Creates (or empties) a file, or takes standard output for `-`.
    ///
    /// - Throws: ``CheckError`` with code `output` that says why not.
    public init(path: String) throws(CheckError) {
        self.path = path
        if path == "-" {
            descriptor = 1
        } else {
            descriptor = open(System.bytes(of: path), O_WRONLY | O_CREAT | O_TRUNC, 0o666)
            guard descriptor >= 0 else { throw CheckError(.output, "\(path): \(System.lastError)") }
        }
        deflater = path.hasSuffix(".gz") ? Deflater() : nil
    }

    /// Standard output or standard error.
    public init(descriptor: Int32) {
        path = "-"
        self.descriptor = descriptor
    }

    deinit { if descriptor > 2 { close(descriptor) } }

    /// Writes all of `bytes`.
    public func write(_ bytes: [UInt8]) throws(Failure) {
        guard !bytes.isEmpty else { return }
        if let deflater { try writeAll(deflater.pack(bytes, finish: false)) } else { try writeAll(bytes) }
    }

    /// Writes all of `text`.
    public func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

    /// Ends the stream: what gzip still holds is written, and the file closed by the operating system's rules.
    public func finish() throws(Failure) {
        guard !isFinished else { return }
        isFinished = true
        if let deflater { try writeAll(deflater.pack([], finish: true)) }
    }

    private func writeAll(_ bytes: [UInt8]) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let descriptor = self.descriptor
            let count = bytes.withUnsafeBytes { raw in
                #if canImport(Glibc)
                    Glibc.write(descriptor, raw.baseAddress.map { $0 + written }, raw.count - written)
                #elseif canImport(Musl)
                    Musl.write(descriptor, raw.baseAddress.map { $0 + written }, raw.count - written)
                #else
                    Darwin.write(descriptor, raw.baseAddress.map { $0 + written }, raw.count - written)
                #endif
            }
            if count >= 0 {
                written += count
            } else if errno == EPIPE {
                throw .closed
            } else if errno != EINTR {
                let name = path == "-" ? "standard output" : path
                throw .failed(CheckError(.output, "\(name): \(System.lastError)"))
            }
        }
    }
}

/// Packs bytes as one gzip member.
private final class Deflater {
    private var stream = z_stream()
    private var isOpen = false

    deinit { if isOpen { deflateEnd(&stream) } }

    func pack(_ bytes: [UInt8], finish: Bool) -> [UInt8] {
        if !isOpen {
            // 31: a window of 32 KiB, and a gzip header.
            deflateInit2_(
                &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            isOpen = true
        }
        var input = bytes
        var output: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            var result = Z_OK
            repeat {
                let produced = block.withUnsafeMutableBufferPointer { block in
                    stream.next_out = block.baseAddress
                    stream.avail_out = UInt32(block.count)
                    result = deflate(&stream, finish ? Z_FINISH : Z_NO_FLUSH)
                    return block.count - Int(stream.avail_out)
                }
                output.append(contentsOf: block[..<produced])
            } while stream.avail_out == 0 || (finish && result == Z_OK)
        }
        return output
    }
}

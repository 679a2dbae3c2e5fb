// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

/// What a number depends on besides the input, so that two numbers can be held against each other.
public struct Stamp: Sendable {
    /// Assay's version.
    public static let version = "0.1.0"

    /// Catalogs with their versions and references.
    public var catalogs: [String]
    /// The tables for sentences and tags.
    public var tables: String
    /// Strict, loose or both.
    public var verificationProtocol: VerificationProtocol
    /// Reference or corrected.
    public var conformance: Conformance
    /// The command's arguments.
    public var arguments: [String]
    /// CRC-32 of the input's lines; nil where there was no input.
    public var inputChecksum: UInt32?
    /// Length of the input's lines in bytes.
    public var inputBytes: Int

    /// Creates the stamp of a run.
    public init(
        summary: VerificationSummary, options: VerificationOptions, registry: VerifierRegistry, arguments: [String]
    ) {
        catalogs = summary.catalogs.map { name in
            registry.catalog(name)?.identity ?? name
        }
        tables = options.resources.stamp
        verificationProtocol = options.verificationProtocol
        conformance = options.conformance
        self.arguments = arguments
        inputChecksum = summary.inputChecksum
        inputBytes = summary.inputBytes
    }

    /// The stamp as one line for people, without the arguments.
    public var line: String {
        var parts = ["assay \(Stamp.version)"] + catalogs
        parts += [
            "tables \(tables)", "protocol \(verificationProtocol.rawValue)", "conformance \(conformance.rawValue)",
        ]
        if let inputChecksum {
            let digits = String(inputChecksum, radix: 16)
            parts.append(
                "input \(inputBytes) bytes, CRC-32 \(String(repeating: "0", count: 8 - digits.count))\(digits)")
        }
        return parts.joined(separator: "; ")
    }

    /// Writes the stamp as an object.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("assay")
            writer.string(Stamp.version)
            writer.key("catalogs")
            writer.array { writer in for catalog in catalogs { writer.string(catalog) } }
            writer.key("tables")
            writer.string(tables)
            writer.key("protocol")
            writer.string(verificationProtocol.rawValue)
            writer.key("conformance")
            writer.string(conformance.rawValue)
            writer.key("arguments")
            writer.array { writer in for argument in arguments { writer.string(argument) } }
            guard let inputChecksum else { return }
            writer.key("input")
            writer.object { writer in
                writer.key("crc32")
                let digits = String(inputChecksum, radix: 16)
                writer.string(String(repeating: "0", count: 8 - digits.count) + digits)
                writer.key("bytes")
                writer.integer(inputBytes)
            }
        }
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayText

/// The forms of a response that the loose protocol accepts, made when the first rule has failed on the response itself.
///
/// ## Which
/// The response without `*`; without its first line, its last line, or both (stripped); and these three without `*`.
/// Forms that are blank, or the same as one before, are left out: neither can change a decision.
///
/// - Source: Zhou et al., "Instruction-Following Evaluation for Large Language Models", 2023, arXiv:2311.07911.
public final class LooseVariants {
    private let response: Text

    /// Creates the variants of a response.
    public init(of response: Text) { self.response = response }

    /// The forms other than the response itself.
    public private(set) lazy var texts: [Text] = {
        let bytes = response.bytes
        let hasStar = ByteSearch.first(UInt8(ascii: "*"), in: bytes, from: 0, to: bytes.count) != nil
        var forms: [[UInt8]] = []
        func add(_ form: [UInt8]) {
            guard !UnicodeText.strippedRange(of: form, in: 0..<form.count).isEmpty, form != bytes,
                !forms.contains(form)
            else { return }
            forms.append(form)
        }
        if hasStar { add(withoutStars(bytes)) }
        let first = ByteSearch.first(0x0A, in: bytes, from: 0, to: bytes.count)
        guard let first, let last = bytes.lastIndex(of: 0x0A) else { return forms.map(response.derived) }
        let parts = [
            response.strip(first + 1..<bytes.count), response.strip(0..<last),
            first < last ? response.strip(first + 1..<last) : 0..<0,
        ].map { Array(bytes[$0]) }
        for part in parts { add(part) }
        if hasStar {
            for part in parts { add(withoutStars(part)) }
        }
        return forms.map(response.derived)
    }()

    /// The bytes without `*`: what stands between stars is copied run by run.
    private func withoutStars(_ bytes: [UInt8]) -> [UInt8] {
        let star = UInt8(ascii: "*")
        guard var found = ByteSearch.first(star, in: bytes, from: 0, to: bytes.count) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var start = 0
        while true {
            result.append(contentsOf: bytes[start..<found])
            start = found + 1
            // Stars come in twos and threes: look next door before searching.
            if start < bytes.count, bytes[start] == star {
                found = start
                continue
            }
            guard let next = ByteSearch.first(star, in: bytes, from: start, to: bytes.count) else { break }
            found = next
        }
        result.append(contentsOf: bytes[start...])
        return result
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import BigInt

/// A form that is the same for expressions that differ only in notation: the order of terms and factors, quotients
/// against negative powers, how a number is written.
///
/// Nothing is expanded and nothing large is computed, so that `5^{5^{5^{5^5}}}` has a form too. Equal forms prove equal
/// values; different forms prove nothing.
package enum CanonicalForm {
    // MARK: Limits

    /// Numbers longer than this stay factors of their own.
    static let foldedBits = 512

    /// The form of an expression as text.
    package static func key(_ expression: Expression) -> String { CanonicalWriter<CanonicalText>.form(expression).text }

    /// Whether two expressions have the same form: texts are made only where the hashes agree.
    package static func areSame(_ a: Expression, _ b: Expression) -> Bool {
        let hashes = (CanonicalWriter<CanonicalHash>.form(a).bits, CanonicalWriter<CanonicalHash>.form(b).bits)
        return hashes.0 == hashes.1 && key(a) == key(b)
    }

    /// 64 bits that follow from the forms of two expressions, the same in every process.
    static func fingerprint(of a: Expression, and b: Expression) -> UInt64 {
        CanonicalHash.node("=", [CanonicalWriter<CanonicalHash>.form(a), CanonicalWriter<CanonicalHash>.form(b)]).bits
    }
}

/// What a canonical form is put together from: text, or a hash of it.
protocol CanonicalPiece: Sendable {
    /// A name as it stands.
    static func leaf(_ text: String) -> Self
    static func number(_ value: Rational) -> Self
    /// Parts in order.
    static func node(_ name: StaticString, _ parts: [Self]) -> Self
    /// Parts whose order does not matter.
    static func bag(_ name: StaticString, _ parts: [Self]) -> Self
}

/// The form as text: equal texts are equal forms.
struct CanonicalText: CanonicalPiece {
    var text: String

    static func leaf(_ text: String) -> CanonicalText { CanonicalText(text: text) }

    static func number(_ value: Rational) -> CanonicalText {
        if value.bitWidth <= CanonicalForm.foldedBits { return CanonicalText(text: value.description) }
        // Of any size, in a text that takes linear time to write.
        let sign = value.signum < 0 ? "-" : ""
        let words = value.numerator.magnitude.words.map { String($0, radix: 36) }
        return CanonicalText(
            text: sign + words.joined(separator: ".") + "/"
                + value.denominator.magnitude.words.map { String($0, radix: 36) }.joined(separator: "."))
    }

    static func node(_ name: StaticString, _ parts: [CanonicalText]) -> CanonicalText {
        joined(name, parts.map(\.text))
    }

    static func bag(_ name: StaticString, _ parts: [CanonicalText]) -> CanonicalText {
        joined(name, parts.map(\.text).sorted())
    }

    private static func joined(_ name: StaticString, _ parts: [String]) -> CanonicalText {
        CanonicalText(text: "(\(name) " + parts.joined(separator: " ") + ")")
    }
}

/// A hash of the form: different hashes are different forms.
struct CanonicalHash: CanonicalPiece {
    var bits: UInt64

    static func leaf(_ text: String) -> CanonicalHash { CanonicalHash(bits: SeededRandom.hash(text.utf8)) }

    static func number(_ value: Rational) -> CanonicalHash {
        guard value.large != nil else {
            let small = value.small
            return CanonicalHash(
                bits: mixed(mixed(1, UInt64(bitPattern: Int64(small.numerator))), UInt64(small.denominator)))
        }
        var bits: UInt64 = value.signum < 0 ? 3 : 2
        for word in value.numerator.magnitude.words { bits = mixed(bits, UInt64(word)) }
        bits = mixed(bits, 5)
        for word in value.denominator.magnitude.words { bits = mixed(bits, UInt64(word)) }
        return CanonicalHash(bits: bits)
    }

    static func node(_ name: StaticString, _ parts: [CanonicalHash]) -> CanonicalHash {
        CanonicalHash(bits: parts.reduce(tag(name, parts.count)) { mixed($0, $1.bits) })
    }

    static func bag(_ name: StaticString, _ parts: [CanonicalHash]) -> CanonicalHash {
        CanonicalHash(bits: mixed(tag(name, parts.count), parts.reduce(0) { $0 &+ mixed(7, $1.bits) }))
    }

    private static func tag(_ name: StaticString, _ count: Int) -> UInt64 {
        name.withUTF8Buffer { SeededRandom.hash($0) } &+ UInt64(count)
    }

    @inline(__always)
    private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: b ^ 0xBF58_476D_1CE4_E5B9 | 1)
        return product.high ^ product.low &+ a
    }
}

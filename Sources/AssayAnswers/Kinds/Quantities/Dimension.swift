// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The dimension of a unit: powers of the base units, in sixths so that `V/√Hz` and cube roots have one.
///
/// Angles, information and levels have a place of their own beside the seven of the SI. An angle is left out of a
/// comparison with a unit that has none: see ``UnitReading``.
package struct Dimension: Hashable, Sendable {
    /// The base units in their order; the names are those of the unit table.
    static let names = ["m", "kg", "s", "A", "K", "mol", "cd", "rad", "bit", "dB", "dBm", "pH"]

    /// Where the angle stands.
    private static let angleIndex = 7
    /// Parts of a whole power.
    static let unity: Int16 = 6

    private var powers: SIMD16<Int16>

    /// No dimension: a plain number.
    package static let none = Dimension(powers: .zero)

    private init(powers: SIMD16<Int16>) { self.powers = powers }

    /// The dimension of a base unit; nil for an unknown name.
    init?(base: String) {
        guard let index = Self.names.firstIndex(of: base) else { return nil }
        powers = .zero
        powers[index] = Self.unity
    }

    /// Whether it is that of a plain number.
    package var isNone: Bool { powers == .zero }

    /// The power of the angle.
    var angle: Int16 {
        get { powers[Self.angleIndex] }
        set { powers[Self.angleIndex] = newValue }
    }

    /// Whether it is a power of the angle and nothing else, or nothing at all.
    var isAngular: Bool {
        var other = self
        other.angle = 0
        return other.isNone
    }

    /// The dimension of a product of this and `power` sixths of another.
    func multiplied(by other: Dimension, sixths power: Int) -> Dimension {
        var result = powers
        for index in 0..<Self.names.count {
            let change = Int(other.powers[index]) * power / Int(Self.unity)
            result[index] &+= Int16(truncatingIfNeeded: change)
        }
        return Dimension(powers: result)
    }

    /// The sum of two dimensions, for a product of quantities.
    static func + (a: Dimension, b: Dimension) -> Dimension { Dimension(powers: a.powers &+ b.powers) }

    /// The difference of two dimensions, for a quotient of quantities.
    static func - (a: Dimension, b: Dimension) -> Dimension { Dimension(powers: a.powers &- b.powers) }
}

extension Dimension: CustomStringConvertible {
    /// The product of base units: `kg m^2 s^-2`; `1` for a plain number.
    package var description: String {
        let order = [1, 0] + Array(2..<Self.names.count)
        let parts = order.compactMap { index -> String? in
            let power = Int(powers[index])
            switch power {
            case 0: return nil
            case 6: return Self.names[index]
            case _ where power % 6 == 0: return "\(Self.names[index])^\(power / 6)"
            case _ where power % 3 == 0: return "\(Self.names[index])^(\(power / 3)/2)"
            case _ where power % 2 == 0: return "\(Self.names[index])^(\(power / 2)/3)"
            default: return "\(Self.names[index])^(\(power)/6)"
            }
        }
        return parts.isEmpty ? "1" : parts.joined(separator: " ")
    }
}

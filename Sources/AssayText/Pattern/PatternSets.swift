// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The scalars that a leaf of the syntax matches.
enum PatternSets {
    static func set(of leaf: PatternSyntax.Leaf, _ flags: Pattern.Flags) -> ScalarSet {
        let isASCII = flags.contains(.ascii)
        switch leaf {
        case .any:
            return flags.contains(.dotAll) ? ScalarSet(0, ScalarSet.badByte) : ScalarSet.newline.complement
        case .literal(let scalar):
            return flags.contains(.ignoreCase) ? folded(scalar, isASCII) : ScalarSet(scalar)
        case .notLiteral(let scalar):
            return (flags.contains(.ignoreCase) ? folded(scalar, isASCII) : ScalarSet(scalar)).complement
        case .oneOf(let items, let isNegated):
            let set = flags.contains(.ignoreCase) ? folded(items, isASCII) : plain(items, isASCII)
            return isNegated ? set.complement : set
        }
    }

    private static func category(_ category: PatternSyntax.Category, _ isASCII: Bool) -> ScalarSet {
        switch category {
        case .digit: isASCII ? .asciiDigit : .digit
        case .notDigit: (isASCII ? ScalarSet.asciiDigit : .digit).complement
        case .space: isASCII ? .asciiSpace : .space
        case .notSpace: (isASCII ? ScalarSet.asciiSpace : .space).complement
        case .word: isASCII ? .asciiWord : .word
        case .notWord: (isASCII ? ScalarSet.asciiWord : .word).complement
        }
    }

    private static func plain(_ items: [PatternSyntax.ClassItem], _ isASCII: Bool) -> ScalarSet {
        var intervals: [ScalarSet.Interval] = []
        for item in items {
            switch item {
            case .scalar(let scalar): intervals.append(.init(low: scalar, high: scalar))
            case .range(let low, let high): intervals.append(.init(low: low, high: high))
            case .category(let category): intervals.append(contentsOf: Self.category(category, isASCII).intervals)
            }
        }
        return ScalarSet(unsorted: intervals)
    }

    /// The lower-case scalars that one scalar stands for when case is ignored.
    private static func lowered(_ scalar: UInt32, _ isASCII: Bool) -> [UInt32] {
        let lower = PatternCase.lower(scalar, ascii: isASCII)
        return isASCII ? [lower] : PatternCase.siblings[lower] ?? [lower]
    }

    private static func folded(_ scalar: UInt32, _ isASCII: Bool) -> ScalarSet {
        let set = ScalarSet(unsorted: lowered(scalar, isASCII).map { .init(low: $0, high: $0) })
        return PatternCase.preimage(of: set, ascii: isASCII)
    }

    /// A class when case is ignored.
    ///
    /// Beyond U+FFFF it follows Python to the letter: single scalars of a class are
    /// compared with the lower case of the text, ranges with its lower case and the upper case of that.
    private static func folded(_ items: [PatternSyntax.ClassItem], _ isASCII: Bool) -> ScalarSet {
        var intervals: [ScalarSet.Interval] = []
        for item in items {
            switch item {
            case .scalar(let scalar) where scalar > 0xFFFF:
                intervals.append(.init(low: scalar, high: scalar))
            case .scalar(let scalar):
                for lower in lowered(scalar, isASCII) { intervals.append(.init(low: lower, high: lower)) }
            case .range(let low, let high):
                let top = min(high, 0xFFFF)
                if low <= top {
                    for scalar in low...top {
                        for lower in lowered(scalar, isASCII) { intervals.append(.init(low: lower, high: lower)) }
                    }
                }
                if high > 0xFFFF {
                    intervals.append(.init(low: low, high: high))
                    for (scalar, upper) in PatternCase.uppered where upper >= low && upper <= high {
                        intervals.append(.init(low: scalar, high: scalar))
                    }
                }
            case .category(let category): intervals.append(contentsOf: Self.category(category, isASCII).intervals)
            }
        }
        return PatternCase.preimage(of: ScalarSet(unsorted: intervals), ascii: isASCII)
    }
}

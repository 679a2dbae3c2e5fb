// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when brackets are nested deep enough and closed correctly.
///
/// ## How it decides
/// `(`, `[` and `{` open, their counterparts close. A closing bracket that does not fit starts everything anew. As in
/// IFBench's checker, it is enough that `depth` brackets are open at once and one of them then closes; with
/// `closesAll`, `depth` pairs have to stand inside one another.
public struct BracketNesting: Rule {
    /// How many levels.
    public let depth: Int
    /// Whether every level has to be closed.
    public let closesAll: Bool

    /// Creates the rule.
    public init(depth: Int, closesAll: Bool) {
        self.depth = depth
        self.closesAll = closesAll
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let (passed, reached) = closesAll ? closed(input.response.bytes) : opened(input.response.bytes)
        return input.verdict(passed) { [.count("nested brackets", reached, required: "at least \(depth), closed")] }
    }

    private func opened(_ bytes: [UInt8]) -> (Bool, Int) {
        var levels: [UInt8] = []
        var deepest = 0
        var reached = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                levels.append(byte)
                deepest = max(deepest, levels.count)
                reached = max(reached, deepest)
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if let last = levels.last, BracketNesting.fits(last, byte) {
                    levels.removeLast()
                    if deepest >= depth { return (true, reached) }
                } else {
                    levels.removeAll(keepingCapacity: true)
                    deepest = 0
                }
            default: break
            }
        }
        return (false, reached)
    }

    private func closed(_ bytes: [UInt8]) -> (Bool, Int) {
        // Each open bracket with the height of the closed pairs inside it.
        var levels: [(bracket: UInt8, height: Int)] = []
        var reached = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): levels.append((byte, 0))
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard let last = levels.last, BracketNesting.fits(last.bracket, byte) else {
                    levels.removeAll(keepingCapacity: true)
                    continue
                }
                levels.removeLast()
                let height = last.height + 1
                reached = max(reached, height)
                if height >= depth { return (true, reached) }
                if let outer = levels.indices.last { levels[outer].height = max(levels[outer].height, height) }
            default: break
            }
        }
        return (false, reached)
    }

    private static func fits(_ open: UInt8, _ close: UInt8) -> Bool {
        switch (open, close) {
        case (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]")),
            (UInt8(ascii: "{"), UInt8(ascii: "}")):
            true
        default: false
        }
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Finds the name that somebody who mistyped may have meant.
public enum NearestName {
    /// The candidate with the fewest edits (insert, delete, change, swap neighbours) from `name`, if they are few enough
    /// to be a slip: at most a third of the name's length.
    ///
    /// The first of equals.
    public static func find(_ name: String, in candidates: some Sequence<String>) -> String? {
        let typed = Array(name.lowercased().utf8.prefix(200))
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let distance = edits(typed, Array(candidate.lowercased().utf8.prefix(200)))
            if distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        guard let best, best.distance <= max(2, typed.count / 3) else { return nil }
        return best.name
    }

    private static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var before = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            before = previous
            previous = row
        }
        return previous[b.count]
    }
}

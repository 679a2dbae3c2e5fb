// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText

extension SentencePattern {
    /// A match and its groups.
    package struct Match {
        let slots: [Int]
        private let text: ScalarText

        init(slots: [Int], text: ScalarText) {
            self.slots = slots
            self.text = text
        }

        /// Where group `index` stands; 0 is the whole match.
        func range(_ index: Int = 0) -> Range<Int>? {
            guard 2 * index + 1 < slots.count, slots[2 * index] >= 0, slots[2 * index + 1] >= slots[2 * index] else {
                return nil
            }
            return slots[2 * index]..<slots[2 * index + 1]
        }

        /// The text of group `index`; nil where it took no part.
        package subscript(index: Int) -> ScalarText? { range(index).map { text[$0] } }

        /// The end of the whole match.
        var end: Int { slots[1] }
    }

    /// The first match at or after `from`: `re.search`.
    package func first(in text: ScalarText, from: Int = 0) -> Match? {
        guard isValid, from <= text.count else { return nil }
        var search = Search(pattern: self, scalars: text.scalars)
        return first(in: text, from: from, &search)
    }

    private func first(in text: ScalarText, from: Int, _ search: inout Search) -> Match? {
        var start = from
        while start <= text.count {
            if let beginnings {
                // A match that begins with an ASCII scalar: skip what cannot be one.
                while start < text.count, text.scalars[start] >= 128 || !beginnings[Int(text.scalars[start])] {
                    start += 1
                }
                if start == text.count { return nil }
            }
            if let slots = search.run(from: start) { return Match(slots: slots, text: text) }
            start += 1
        }
        return nil
    }

    /// A match that begins where the text does: `re.match`.
    func prefix(of text: ScalarText) -> Match? {
        guard isValid else { return nil }
        var search = Search(pattern: self, scalars: text.scalars)
        return search.run(from: 0).map { Match(slots: $0, text: text) }
    }

    /// Whether there is a match.
    func occurs(in text: ScalarText) -> Bool { first(in: text) != nil }

    /// All matches that do not overlap: `re.finditer`, for patterns that do not match nothing.
    package func all(in text: ScalarText) -> [Match] {
        guard isValid else { return [] }
        var search = Search(pattern: self, scalars: text.scalars)
        var matches: [Match] = []
        var start = 0
        while start <= text.count, let match = first(in: text, from: start, &search) {
            matches.append(match)
            start = max(match.end, start + 1)
            search.forget()
        }
        return matches
    }

    private struct Search {
        let pattern: SentencePattern
        let scalars: [UInt32]
        var visited: [UInt64]
        /// Which words of `visited` hold a bit.
        var touched: [Int] = []
        var slots: [Int]

        /// A place to go on from, or a slot to set back.
        struct Job {
            var pc: Int
            var position: Int
            var slot = -1
        }

        init(pattern: SentencePattern, scalars: [UInt32]) {
            self.pattern = pattern
            self.scalars = scalars
            visited = [UInt64](repeating: 0, count: (pattern.program.count * (scalars.count + 1) + 63) / 64)
            slots = [Int](repeating: -1, count: 2 * pattern.groupCount)
        }

        /// The slots of the preferred match that begins at `start`.
        ///
        /// What failed before, from another start, fails again.
        mutating func run(from start: Int) -> [Int]? {
            for index in slots.indices { slots[index] = -1 }
            return reaches(0, start, isBody: false) ? slots : nil
        }

        private mutating func isFresh(_ pc: Int, _ position: Int) -> Bool {
            let bit = pc * (scalars.count + 1) + position
            let word = visited[bit >> 6]
            if word >> UInt64(bit & 63) & 1 == 1 { return false }
            if word == 0 { touched.append(bit >> 6) }
            visited[bit >> 6] = word | 1 << UInt64(bit & 63)
            return true
        }

        /// What led to a match may do so again.
        ///
        /// Takes as long as what was visited, not as the text.
        mutating func forget() {
            for word in touched { visited[word] = 0 }
            touched.removeAll(keepingCapacity: true)
        }

        private mutating func reaches(_ pc: Int, _ position: Int, isBody: Bool) -> Bool {
            var jobs = [Job(pc: pc, position: position)]
            // The body of a look-ahead may succeed at a place and be asked there again: it keeps its own list.
            var seen = Set<Int>()
            while let job = jobs.popLast() {
                if job.slot >= 0 {
                    slots[job.slot] = job.position
                    continue
                }
                var pc = job.pc
                var position = job.position
                step: while true {
                    let fresh =
                        isBody ? seen.insert(pc * (scalars.count + 1) + position).inserted : isFresh(pc, position)
                    guard fresh else { break step }
                    switch pattern.program[pc] {
                    case .match: return true
                    case .one(let wanted):
                        guard position < scalars.count else { break step }
                        let scalar = scalars[position]
                        guard (pattern.ignoresCase ? CaseKey.of(scalar) : scalar) == wanted else { break step }
                        position += 1
                        pc += 1
                    case .any:
                        guard position < scalars.count, scalars[position] != 0x0A else { break step }
                        position += 1
                        pc += 1
                    case .set(let index):
                        guard position < scalars.count, contains(pattern.sets[index], scalars[position]) else {
                            break step
                        }
                        position += 1
                        pc += 1
                    case .split(let first, let second):
                        jobs.append(Job(pc: second, position: position))
                        pc = first
                    case .jump(let next): pc = next
                    case .save(let slot):
                        jobs.append(Job(pc: 0, position: slots[slot], slot: slot))
                        slots[slot] = position
                        pc += 1
                    case .boundary:
                        guard isWord(position - 1) != isWord(position) else { break step }
                        pc += 1
                    case .start:
                        guard position == 0 else { break step }
                        pc += 1
                    case .end:
                        let isLast = position == scalars.count
                        guard isLast || (position == scalars.count - 1 && scalars[position] == 0x0A) else {
                            break step
                        }
                        pc += 1
                    case .look(let next, let negated):
                        guard reaches(pc + 1, position, isBody: true) != negated else { break step }
                        pc = next
                    }
                }
            }
            return false
        }

        private func contains(_ set: ScalarMembership, _ scalar: UInt32) -> Bool {
            guard pattern.ignoresCase else { return set.contains(scalar) }
            return set.contains(scalar) || set.contains(UnicodeScalars.simpleLowercase(scalar))
        }

        private func isWord(_ index: Int) -> Bool {
            index >= 0 && index < scalars.count && UnicodeScalars.isWord(scalars[index])
        }
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Random walks over the n-grams of a text, from a fixed seed.
///
/// A trial draws n-grams, with replacement, and multiplies the probabilities that each language gives them, until one
/// language has more than 0.99999 of the whole. Its share of many trials is what the reference estimates with seven.
struct LanguageTrials: ~Copyable {
    /// The sum of the trials' probabilities of each language, in units of 2^-24.
    private(set) var totals = [UInt64](repeating: 0, count: LanguageTable.lanes)
    /// How many trials were made.
    private(set) var count = 0

    private let text: LanguageText
    /// The n-grams of the text, once too many places turned out to have none.
    private var grams: [UInt32]?
    private var rejections = 0
    private var scores = [UInt32](repeating: 0, count: LanguageTable.lanes)
    private var counter: UInt64 = 0

    /// Prepares trials over `text`; nil where none of its n-grams is known.
    init?(_ text: LanguageText) {
        self.text = text
        if text.placeCount <= Self.listedPlaceLimit, !listGrams() { return nil }
        // A long text without n-grams is found out by the first trial's rejections.
        if grams == nil, draw() == nil { return nil }
    }

    // MARK: Limits

    /// The most steps of one trial, as in the reference.
    private static let stepLimit = 1000
    /// A text of at most so many places gets its n-grams listed at once.
    private static let listedPlaceLimit = 256
    /// After so many places without an n-gram the n-grams are listed.
    private static let rejectionLimit = 2048
    /// ln(100,000): a rival that is nearer keeps a trial going.
    private static let rivalDistance = UInt32(11.5129 * Double(LanguageTable.unitsPerNat))
    /// What all rivals together may have at the end, relative to the leader, in units of 2^-24.
    private static let rivalShare: UInt64 = 167

    /// The language with the largest total.
    var leader: Int {
        var best = 0
        for language in 1..<LanguageTable.count where totals[language] > totals[best] { best = language }
        return best
    }

    /// How far the leader is ahead of the next language, in trials.
    var lead: Double {
        let best = leader
        var second: UInt64 = 0
        for language in 0..<LanguageTable.count where language != best { second = max(second, totals[language]) }
        return Double(totals[best] - second) / 16_777_216
    }

    /// Makes one trial.
    mutating func run() {
        for lane in 0..<LanguageTable.lanes { scores[lane] = 0 }
        var step = 0
        while true {
            guard let gram = draw() else { return }
            scores.withUnsafeMutableBufferPointer { buffer in
                if let base = buffer.baseAddress { LanguageTable.add(gram, to: base) }
            }
            if step % 5 == 0, hasConverged() || step >= Self.stepLimit { break }
            step += 1
        }
        addShares()
        count += 1
    }

    // MARK: Details

    /// Whether one language has more than 0.99999 of the probability.
    private func hasConverged() -> Bool {
        scores.withUnsafeBufferPointer { scores in
            var best: UInt32 = 0
            for lane in 0..<56 { best = max(best, scores[lane]) }
            let bound = best > Self.rivalDistance ? best - Self.rivalDistance : 0
            var near: UInt32 = 0
            for lane in 0..<55 { near &+= scores[lane] >= bound ? 1 : 0 }
            if near > 1 { return false }
            var rivals: UInt64 = 0
            for lane in 0..<55 where scores[lane] != best { rivals += LanguageTable.exponential(best - scores[lane]) }
            return rivals <= Self.rivalShare
        }
    }

    private mutating func addShares() {
        var best: UInt32 = 0
        for lane in 0..<LanguageTable.count { best = max(best, scores[lane]) }
        var whole: UInt64 = 0
        for lane in 0..<LanguageTable.count { whole += LanguageTable.exponential(best - scores[lane]) }
        for lane in 0..<LanguageTable.count {
            totals[lane] += (LanguageTable.exponential(best - scores[lane]) << 24) / whole
        }
    }

    /// An n-gram of the text, each with the same probability; nil if there is none.
    @inline(__always) private mutating func draw() -> UInt32? {
        while true {
            counter &+= 1
            let random = Self.mixed(counter)
            if let grams {
                if grams.isEmpty { return nil }
                return grams[Int(random.multipliedFullWidth(by: UInt64(grams.count)).high)]
            }
            let place = Int(random.multipliedFullWidth(by: UInt64(text.placeCount)).high)
            let gram = text.gram(at: place)
            if gram != 0 { return gram }
            rejections += 1
            if rejections > Self.rejectionLimit, !listGrams() { return nil }
        }
    }

    /// Lists the n-grams; false if there is none.
    private mutating func listGrams() -> Bool {
        var list: [UInt32] = []
        list.reserveCapacity(text.placeCount)
        for place in 0..<text.placeCount {
            let gram = text.gram(at: place)
            if gram != 0 { list.append(gram) }
        }
        grams = list
        return !list.isEmpty
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood, 2014) over a counter.
    @inline(__always) private static func mixed(_ counter: UInt64) -> UInt64 {
        var value = counter &* 0x9E37_79B9_7F4A_7C15
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

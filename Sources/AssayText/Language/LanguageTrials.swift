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
    /// The n-grams of the text, once they are listed.
    private var grams: [UInt32] = []
    private var isListed = false
    private var rejections = 0
    private var counter: UInt64 = 0

    /// Prepares trials over `text`; nil where none of its n-grams is known.
    init?(_ text: LanguageText) {
        self.text = text
        // In a long text places are drawn first and looked up then, unless most of them have no n-gram.
        if text.characters.count > Self.listedLength {
            _ = text.characters.withUnsafeBufferPointer { draw($0) }
            counter = 0
        } else {
            listGrams()
        }
        if isListed, grams.isEmpty { return nil }
    }

    // MARK: Limits

    /// The most steps of one trial, as in the reference.
    private static let stepLimit = 1000
    /// A text of at most so many characters gets its n-grams listed at once.
    private static let listedLength = 64
    /// After so many places without an n-gram the n-grams are listed.
    private static let rejectionLimit = 1024
    /// ln(100,000): a rival that is nearer keeps a trial going.
    private static let rivalDistance = Int32(11.5129 * Double(LanguageTable.unitsPerNat))
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

    /// Makes `number` trials.
    mutating func run(_ number: Int) {
        text.characters.withUnsafeBufferPointer { characters in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: LanguageTable.lanes) { scores in
                guard let base = scores.baseAddress else { return }
                for _ in 0..<number {
                    scores.initialize(repeating: 0)
                    walk(characters, base)
                    addShares(base)
                    count += 1
                }
            }
        }
    }

    // MARK: Details

    /// Draws n-grams and adds their weights to `scores` until one language has more than 0.99999 of the probability.
    @inline(__always)
    private mutating func walk(_ characters: UnsafeBufferPointer<UInt16>, _ scores: UnsafeMutablePointer<Int32>) {
        var step = 0
        while true {
            guard let gram = draw(characters) else { return }
            LanguageTable.add(gram, to: scores)
            if step % 5 == 0, Self.hasConverged(scores) || step >= Self.stepLimit { return }
            step += 1
        }
    }

    @inline(__always)
    private static func hasConverged(_ scores: UnsafeMutablePointer<Int32>) -> Bool {
        var best: Int32 = 0
        for lane in 0..<56 { best = max(best, scores[lane]) }
        // The lane that fills up the vector has 0 and is no rival.
        if best < rivalDistance { return false }
        let bound = best - rivalDistance
        var near: Int32 = 0
        for lane in 0..<56 { near &+= scores[lane] > bound ? 1 : 0 }
        if near > 1 { return false }
        var rivals: UInt64 = 0
        for lane in 0..<55 where scores[lane] != best { rivals += LanguageTable.exponential(best - scores[lane]) }
        return rivals <= rivalShare
    }

    /// Adds the probabilities at the end of a trial to the totals.
    private mutating func addShares(_ scores: UnsafeMutablePointer<Int32>) {
        var best: Int32 = 0
        for lane in 0..<LanguageTable.count { best = max(best, scores[lane]) }
        var whole: UInt64 = 0
        for lane in 0..<LanguageTable.count { whole += LanguageTable.exponential(best - scores[lane]) }
        for lane in 0..<LanguageTable.count {
            let share = LanguageTable.exponential(best - scores[lane])
            if share != 0 { totals[lane] += (share << 24) / whole }
        }
    }

    /// An n-gram of the text, each with the same probability; nil if there is none.
    @inline(__always)
    private mutating func draw(_ characters: UnsafeBufferPointer<UInt16>) -> UInt32? {
        let places = UInt64(characters.count - 1)
        while !isListed {
            counter &+= 1
            let random = Self.mixed(counter)
            let index = 1 + Int((random >> 32 &* places) >> 32)
            let length = Int(((random & 0xFFFF_FFFF) &* 3) >> 32)
            let gram = LanguageText.gram(of: characters, endingAt: index, length: length + 1)
            if gram != 0 { return gram }
            rejections += 1
            if rejections > Self.rejectionLimit { listGrams() }
        }
        if grams.isEmpty { return nil }
        counter &+= 1
        return grams[Int((Self.mixed(counter) >> 32 &* UInt64(grams.count)) >> 32)]
    }

    /// Lists the n-grams.
    private mutating func listGrams() {
        grams = text.grams
        isListed = true
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood, 2014) over a counter.
    @inline(__always) private static func mixed(_ counter: UInt64) -> UInt64 {
        var value = counter &* 0x9E37_79B9_7F4A_7C15
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

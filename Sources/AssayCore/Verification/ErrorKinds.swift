// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Errors that say the same, counted: each kind once, with its first place.
public struct ErrorKinds: Sendable {
    /// One kind of error.
    public struct Kind: Sendable {
        /// File and line of the first.
        public let place: String
        /// What it says.
        public let error: CheckError
        /// How many records have it.
        public fileprivate(set) var count: Int
    }

    /// The kinds, in the order of their first places.
    public private(set) var kinds: [Kind] = []
    /// Errors of other kinds, of which there were too many to keep.
    public private(set) var others = 0
    private var places: [String: Int] = [:]
    private let limit: Int

    /// Creates a list without errors that keeps `limit` kinds.
    package init(limit: Int = .max) { self.limit = limit }

    /// Adds errors of one kind.
    package mutating func add(_ place: String, _ error: CheckError, count: Int = 1) {
        let key = "\(error.code)\u{0}\(error.field ?? "")\u{0}\(error.message)"
        if let index = places[key] {
            kinds[index].count += count
        } else if kinds.count < limit {
            places[key] = kinds.count
            kinds.append(Kind(place: place, error: error, count: count))
        } else {
            others += count
        }
    }

    /// Adds what came behind.
    package static func += (a: inout ErrorKinds, b: ErrorKinds) {
        for kind in b.kinds { a.add(kind.place, kind.error, count: kind.count) }
        a.others += b.others
    }

    /// A line for each kind, and one for the others.
    public var lines: [String] {
        func records(_ count: Int) -> String { "\(count) more \(count == 1 ? "record" : "records")" }
        let named = kinds.map { kind in
            "\(kind.place): \(kind.error.field.map { "\($0): " } ?? "")\(kind.error.message)"
                + (kind.count > 1 ? " (and \(records(kind.count - 1)))" : "")
        }
        return named + (others > 0 && !kinds.isEmpty ? ["\(records(others)) ended in error"] : [])
    }
}

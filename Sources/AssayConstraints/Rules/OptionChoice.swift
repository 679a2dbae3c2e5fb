// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response gives one of several fixed answers.
///
///     {"verifier": "option", "options": ["My answer is yes.", "My answer is no."]}
///
/// Exactly one of the options has to stand in the response, literally; with ``allowsSeveral``, at least one. An option
/// that stands only inside a longer one that is found does not count beside it.
public struct OptionChoice: Rule {
    /// The options.
    public let options: [String]
    /// Whether several may stand there.
    public let allowsSeveral: Bool
    private let forms: [[UInt8]]

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` where there is no option.
    public init(_ options: [String], allowsSeveral: Bool = false, argument: String = "options") throws(CheckError) {
        guard !options.isEmpty, !options.contains("") else {
            throw .argument(argument, found: "empty", expected: "a list of answers")
        }
        self.options = options
        self.allowsSeveral = allowsSeveral
        forms = options.map { Array($0.utf8) }
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let bytes = input.response.bytes
        if allowsSeveral, forms.contains(where: { ByteSearch.contains($0, in: bytes) }) {
            return input.verdict(true) { evidence(found(in: bytes)) }
        }
        let places = found(in: bytes)
        return input.verdict(places.count == 1) { evidence(places) }
    }

    private func evidence(_ places: [(option: Int, place: Range<Int>)]) -> [Evidence] {
        let required = "\(allowsSeveral ? "at least" : "exactly") one of \(options.count)"
        return [.count("options found", places.count, required: required)]
            + places.prefix(5).map { .place("option \"\(options[$0.option])\"", $0.place) }
    }

    private func found(in bytes: [UInt8]) -> [(option: Int, place: Range<Int>)] {
        var places: [(option: Int, place: Range<Int>)] = []
        for (index, form) in forms.enumerated() {
            var start = 0
            while let place = ByteSearch.first(form, in: bytes, from: start) {
                let range = place..<place + form.count
                start = range.upperBound
                let isInside = forms.contains { longer in
                    longer.count > form.count && stands(longer, around: range, in: bytes)
                }
                if !isInside {
                    places.append((index, range))
                    break
                }
            }
        }
        return places
    }

    /// Whether an occurrence of `longer` covers `range`.
    private func stands(_ longer: [UInt8], around range: Range<Int>, in bytes: [UInt8]) -> Bool {
        for start in max(0, range.upperBound - longer.count)...range.lowerBound
        where start + longer.count <= bytes.count && bytes[start..<start + longer.count].elementsEqual(longer) {
            return true
        }
        return false
    }
}

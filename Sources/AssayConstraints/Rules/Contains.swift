// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when texts stand in the response, literally and in their own case.
///
///     {"verifier": "contains", "text": ["alpha", "beta"], "min": 1}
///
/// The number of different texts that are found has to lie within the bound: all of them where none is given.
/// The score is how near it comes.
public struct Contains: Rule {
    /// The texts.
    public let texts: [String]
    /// The bound on how many of them are found.
    public let bound: Bound
    private let forms: [[UInt8]]

    /// Creates the rule.
    ///
    /// - Throws: `CheckError` where there is no text, or one that is empty.
    public init(_ texts: [String], bound: Bound? = nil, argument: String = "text") throws(CheckError) {
        guard !texts.isEmpty else { throw .argument(argument, found: "empty", expected: "a text") }
        if let place = texts.firstIndex(of: "") {
            throw .argument("\(argument)[\(place)]", found: "empty", expected: "a text")
        }
        self.texts = texts
        self.bound = bound ?? Bound(minimum: texts.count)
        forms = texts.map { Array($0.utf8) }
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let bytes = input.response.bytes
        var found = 0
        for form in forms where ByteSearch.contains(form, in: bytes) { found += 1 }
        return input.verdict(bound.contains(found), score: bound.credit(found)) {
            var evidence = [Evidence.count("texts found of \(texts.count)", found, required: bound.described)]
            for (text, form) in zip(texts, forms) where evidence.count < 6 {
                let label = "\"\(text)\""
                if let place = ByteSearch.first(form, in: bytes) {
                    evidence.append(.place(label, place..<place + form.count))
                } else {
                    evidence.append(Evidence(label, found: "none"))
                }
            }
            return evidence
        }
    }
}

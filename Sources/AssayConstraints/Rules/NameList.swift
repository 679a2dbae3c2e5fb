// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore
import AssayText

/// Passes when the response is a given list of names, in order, with commas between them.
///
/// ## How it decides
/// The response is decomposed (NFKD) and all but ASCII left out, so that accents do not count; items without white space
/// at their ends have to be the names, capitals included. Blank items are passed over.
public struct NameList: Rule {
    /// The names.
    public let names: [String]
    private let bytes: [[UInt8]]

    /// Creates the rule.
    public init(_ names: [String]) {
        self.names = names
        bytes = names.map { Array($0.utf8) }
    }

    /// Decides on one response.
    public func decide(_ input: borrowing RuleInput) -> Verdict {
        let response = input.response
        let text =
            response.isASCII
            ? response : response.derived(UnicodeText.nfkd(response.bytes).filter { $0 < 0x80 })
        let items = text.split(by: [UInt8(ascii: ",")]).map(text.strip).filter { !$0.isEmpty }
        let wrong = zip(items, bytes).enumerated().first { !text.bytes[$0.element.0].elementsEqual($0.element.1) }
        return input.verdict(items.count == names.count && wrong == nil) {
            if items.count != names.count { return [.count("names", items.count, required: "exactly \(names.count)")] }
            guard let wrong else { return [] }
            let item = wrong.element.0
            let shown = text.string(item.lowerBound..<min(item.upperBound, item.lowerBound + 60))
            return [Evidence("name \(wrong.offset + 1)", found: .string(shown), required: "\"\(names[wrong.offset])\"")]
        }
    }
}

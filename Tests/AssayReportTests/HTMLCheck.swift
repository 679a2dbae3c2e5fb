// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation

/// A strict reader of the pages that are written here: every element that has an end tag is closed in its turn.
struct HTMLCheck {
    /// The first thing that is wrong; nil for a sound page.
    private(set) var problem: String?
    /// Names of all elements, in order.
    private(set) var elements: [String] = []

    private static let void: Set<String> = ["meta", "wbr", "br", "link", "input", "hr", "img"]

    init(_ page: String) {
        var rest = Substring(page)
        var open: [String] = []
        while let start = rest.firstIndex(of: "<") {
            rest = rest[start...].dropFirst()
            if rest.hasPrefix("!") {
                guard rest.lowercased().hasPrefix("!doctype") else {
                    problem = "a comment"
                    return
                }
            }
            guard let (tag, after) = HTMLCheck.tag(rest) else {
                problem = "a tag that does not end"
                return
            }
            rest = after
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                let name = String(tag.dropFirst())
                guard open.popLast() == name else {
                    problem = "</\(name)> inside <\(open.last ?? "")>"
                    return
                }
                continue
            }
            let name = String(tag.prefix { $0.isLetter || $0.isNumber })
            elements.append(name)
            if HTMLCheck.void.contains(name) { continue }
            if name == "script" || name == "style" {
                guard let end = rest.range(of: "</\(name)") else {
                    problem = "<\(name)> that does not end"
                    return
                }
                rest = rest[end.lowerBound...]
            }
            open.append(name)
        }
        if !open.isEmpty { problem = "open at the end: \(open)" }
    }

    /// The text of a tag up to its `>`, quotes respected, and what follows it.
    private static func tag(_ text: Substring) -> (tag: Substring, after: Substring)? {
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ">", !isQuoted { return (text[..<index], text[index...].dropFirst()) }
        }
        return nil
    }
}

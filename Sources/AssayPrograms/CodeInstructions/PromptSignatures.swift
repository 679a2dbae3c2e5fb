// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// Names that the prompt gives: a response that takes them over is not to blame for them.
///
/// A function is given where `def NAME(` stands in a message of the user's or the system's, a class where `class NAME`
/// does. A function's parameters are the names between its parentheses.
struct PromptSignatures: Hashable, Sendable {
    /// Functions.
    private(set) var functions: Set<String> = []
    /// Classes.
    private(set) var classes: Set<String> = []
    /// Parameters of the functions.
    private(set) var parameters: Set<String> = []

    /// Reads the messages that are not the model's.
    init(_ messages: [Message]) {
        for message in messages where message.role != "assistant" { read(Array(message.text.utf8)) }
    }

    private mutating func read(_ bytes: [UInt8]) {
        var place = 0
        while place < bytes.count {
            guard CodeExtractor.isNameByte(bytes[place]) else {
                place += 1
                continue
            }
            let word = PromptSignatures.name(bytes, &place)
            let isFunction = word.elementsEqual("def".utf8)
            guard isFunction || word.elementsEqual("class".utf8) else { continue }
            var next = place
            while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
            guard next > place, next < bytes.count, CodeExtractor.isNameByte(bytes[next]) else { continue }
            let name = String(decoding: PromptSignatures.name(bytes, &next), as: UTF8.self)
            place = next
            if !isFunction {
                if next < bytes.count, bytes[next] == UInt8(ascii: ":") || bytes[next] == UInt8(ascii: "(") {
                    classes.insert(name)
                }
            } else if next < bytes.count, bytes[next] == UInt8(ascii: "(") {
                functions.insert(name)
                readParameters(bytes, &place)
            }
        }
    }

    /// Names up to the parenthesis that closes; those inside brackets belong to types and values.
    private mutating func readParameters(_ bytes: [UInt8], _ place: inout Int) {
        var depth = 0
        var isExpected = false
        let end = min(bytes.count, place + PromptSignatures.longest)
        while place < end {
            let byte = bytes[place]
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                isExpected = depth == 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return }
            case UInt8(ascii: ","): isExpected = depth == 1
            case UInt8(ascii: "*"), 0x20, 0x09, 0x0A, 0x0D: break
            default:
                if isExpected, CodeExtractor.isNameByte(byte) {
                    let name = PromptSignatures.name(bytes, &place)
                    parameters.insert(String(decoding: name, as: UTF8.self))
                    isExpected = false
                    continue
                }
                isExpected = false
            }
            place += 1
        }
    }

    /// Bytes of the longest signature that is read.
    private static let longest = 4096

    private static func name(_ bytes: [UInt8], _ place: inout Int) -> ArraySlice<UInt8> {
        let start = place
        while place < bytes.count, CodeExtractor.isNameByte(bytes[place]) { place += 1 }
        return bytes[start..<place]
    }

    /// Whether the prompt itself gives what a violation is about.
    ///
    /// - Parameters:
    ///   - violation: of a rule on names or on the number of arguments.
    ///   - text: what stands at its place.
    /// - Returns: whether it is the prompt's.
    func excuse(_ violation: Violation, _ text: String) -> Bool {
        switch violation.rule {
        case "N801": classes.contains(violation.name ?? text)
        case "N802", "PLR0913": functions.contains(violation.name ?? text)
        case "N803": parameters.contains(violation.name ?? text)
        default: false
        }
    }
}

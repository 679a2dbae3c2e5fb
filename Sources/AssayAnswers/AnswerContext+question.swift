// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

extension AnswerContext {
    /// Whether the question is about an angle: degrees and radians may then stand for each other.
    var asksForAngle: Bool { mentions(["angle", "degree", "radian", "\\theta", "polar"]) }

    /// Whether the question asks for a base other than ten, or is not known.
    var mayAskForBase: Bool {
        question == nil || mentions(["base", "binary", "ternary", "octal", "hexadecimal", "bits", "system", "digits"])
    }

    /// Whether the question asks for a factored form.
    var asksForFactors: Bool { mentions(["factor "]) && !mentions(["factor of", "factors of"]) }

    /// Whether the question holds one of the words, which are in lower case.
    func mentions(_ words: [String]) -> Bool {
        guard let question else { return false }
        let text = question.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        return words.contains { word in
            let word = Array(word.utf8)
            guard text.count >= word.count, let first = word.first else { return false }
            for start in 0...(text.count - word.count)
            where text[start] == first && text[start..<start + word.count].elementsEqual(word) {
                return true
            }
            return false
        }
    }
}

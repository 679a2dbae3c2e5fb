// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension Check {
    /// Reads a check as it is given on the command line: a JSON object, or `words min=300 max=400`.
    ///
    /// In the short form, a value is JSON where it reads as such (`min=300`, `words=["a","b"]`) and a text otherwise;
    /// quotes keep a value with blanks together (`keyword text="solar power"`).
    ///
    /// - Throws: ``CheckError`` that shows the part that cannot be read.
    public init(commandLine text: String) throws(CheckError) {
        if text.unicodeScalars.first(where: { $0 != " " }) == "{" {
            let document: JSONDocument
            do {
                document = try JSONDocument(Array(text.utf8))
            } catch {
                throw CheckError(.argument, field: "--check", "not JSON: \(error)")
            }
            try self.init(json: document.root.value)
            return
        }
        let words = try Check.words(text)
        guard let name = words.first else {
            throw CheckError(.argument, field: "--check", "the check is empty; a verifier's id is expected")
        }
        var object = JSONObject([("verifier", .string(name))])
        for word in words.dropFirst() {
            guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
                throw CheckError(
                    .argument, field: "--check", "\"\(word)\" has no \"=\"; name=value is expected after \"\(name)\"")
            }
            let value = String(word[word.index(after: equals)...])
            object[String(word[..<equals])] = (try? JSONDocument(Array(value.utf8)))?.root.value ?? .string(value)
        }
        try self.init(json: .object(object))
    }

    /// Splits at blanks that stand neither in quotes nor in brackets.
    ///
    /// Quotes around a whole value are dropped.
    private static func words(_ text: String) throws(CheckError) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        var depth = 0
        var isStarted = false
        for character in text {
            if let open = quote {
                if character == open {
                    quote = nil
                    if depth == 0 { continue }
                }
                word.append(character)
                continue
            }
            switch character {
            case "\"" where depth > 0, "'" where depth > 0:
                quote = character
                word.append(character)
            case "\"", "'":
                quote = character
                isStarted = true
            case "[", "{":
                depth += 1
                word.append(character)
            case "]", "}":
                depth -= 1
                word.append(character)
            case " " where depth <= 0, "\t" where depth <= 0, "\n" where depth <= 0:
                if !word.isEmpty || isStarted { words.append(word) }
                word = ""
                isStarted = false
            default: word.append(character)
            }
        }
        guard quote == nil else {
            throw CheckError(.argument, field: "--check", "a quote is not closed in: \(text)")
        }
        if !word.isEmpty || isStarted { words.append(word) }
        return words
    }
}

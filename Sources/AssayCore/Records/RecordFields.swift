// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reading of the fields that all shapes share: id, prompt or messages, and responses in their many forms.
public struct RecordFields {
    /// The record.
    public let root: JSONNode
    /// Names that the user has given.
    public let names: FieldNames

    /// Creates a reader.
    public init(_ root: JSONNode, names: FieldNames) {
        self.root = root
        self.names = names
    }

    /// A record with the fields that all shapes share.
    ///
    /// - Parameters:
    ///   - part: what has to be there.
    ///   - checksField: the field that holds the checks, for messages; see ``SampleRecord/checksField``.
    ///   - id: the id's node, where the shape has found one itself.
    ///   - checks: reads the checks; not asked for a record of responses alone.
    /// - Returns: the sample with its checks.
    /// - Throws: ``CheckError`` where the prompt or the responses cannot be read, and what `checks` throws.
    public func record(
        _ part: RecordPart, checksField: String, id: JSONNode? = nil,
        checks: () throws(CheckError) -> [PreparedCheck]
    ) throws(CheckError) -> SampleRecord {
        var sample = Sample()
        let id = id ?? self.id()
        sample.id = id?.text
        sample.messages = try messages()
        if part != .checks { sample.responses = try responses() }
        let prepared = part == .responses ? [] : try checks()
        sample.checks = prepared.map(\.check)
        return SampleRecord(
            sample: sample, idJSON: id.map { Array($0.raw) }, checks: prepared, checksField: checksField)
    }

    /// The id: `id`, `key`, or the field that the user named.
    public func id() -> JSONNode? {
        let node = names.id.map { root[path: $0] } ?? (root["id"] ?? root["key"])
        guard let node, node.kind == .string || node.kind == .number else { return nil }
        return node
    }

    /// The prompt and the messages: `prompt` as a text or as a list of messages, `messages`, `conversations`, or a text in
    /// `question` or `problem`.
    public func messages() throws(CheckError) -> [Message] {
        if let name = names.prompt {
            guard let node = root[path: name] else {
                throw CheckError(.record, field: name, "there is no field \"\(name)\"; it was given as the prompt's")
            }
            return try messages(node, field: name)
        }
        if let node = root["prompt"], node.kind != .null { return try messages(node, field: "prompt") }
        if let node = root["messages"] { return try messages(node, field: "messages") }
        if let node = root["conversations"] { return try messages(node, field: "conversations") }
        // What benchmarks of answers call it; other kinds of values under these names are something else.
        for name in ["question", "problem"] {
            if let text = root[named: name]?.string { return [Message(role: "user", text: text)] }
        }
        return []
    }

    private func messages(_ node: JSONNode, field: String) throws(CheckError) -> [Message] {
        if let text = node.string { return [Message(role: "user", text: text)] }
        guard node.kind == .array else {
            throw CheckError(
                .record, field: field,
                "\"\(field)\" is \(node.kind.described); a string or a list of messages is expected")
        }
        var result: [Message] = []
        for (index, element) in node.elements.enumerated() {
            guard let content = element["content"] ?? element["value"] else {
                throw CheckError(
                    .record, field: "\(field)[\(index)]",
                    "\"\(field)[\(index)]\" is \(element.kind.described) without \"content\"; a message is expected")
            }
            let role = (element["role"] ?? element["from"])?.string ?? "user"
            result.append(
                Message(
                    role: role == "human" ? "user" : role, text: try text(content, field: "\(field)[\(index)].content"))
            )
        }
        return result
    }

    /// The responses: one text, one message, a list of messages (the last one's text), or a list of these.
    ///
    /// - Throws: ``CheckError`` with code `response` where there is none, or it is null or a number.
    public func responses() throws(CheckError) -> [Response] {
        var responses = try texts()
        // Beside one response, why it ended; beside several it could mean any.
        if responses.count == 1, responses[0].finish == nil { responses[0].finish = RecordFields.finish(root) }
        return responses
    }

    private static func finish(_ node: JSONNode) -> FinishReason? {
        let word = (node["finish_reason"] ?? node["finish"])?.string
        return word == "max_tokens" ? .length : word.flatMap(FinishReason.init)
    }

    private func texts() throws(CheckError) -> [Response] {
        if let name = names.response {
            guard let node = root[path: name] else {
                throw CheckError(
                    .response, field: name, "there is no field \"\(name)\"; it was given as the response's")
            }
            return try responses(node, field: name)
        }
        for name in RecordFields.responseNames {
            if let node = root[named: name] { return try responses(node, field: name) }
        }
        for name in ["messages", "conversations"] {
            if let last = root[named: name]?.elements.last, (last["role"] ?? last["from"])?.string == "assistant",
                let content = last["content"] ?? last["value"]
            {
                return [Response(try text(content, field: name))]
            }
        }
        throw CheckError(
            .response, field: "response",
            "there is no response; expected one of the fields \(RecordFields.responseNames.joined(separator: ", ")), "
                + "or --response-field NAME")
    }

    /// The fields in which a response is looked for, the first that is there wins.
    public static let responseNames = [
        "response", "responses", "completion", "completions", "filtered_resps", "resps", "output", "generation",
    ]

    private func responses(_ node: JSONNode, field: String) throws(CheckError) -> [Response] {
        guard node.kind == .array else { return [try response(node, field: field)] }
        let elements = node.elements
        guard let first = elements.first else {
            throw CheckError(
                .response, field: field, "\"\(field)\" is an empty list; at least one response is expected")
        }
        // A list of messages is one response: what its last message says.
        if first["role"] != nil, let last = elements.last { return [try response(last, field: field)] }
        var result: [Response] = []
        for (index, element) in elements.enumerated() {
            let place = "\(field)[\(index)]"
            if element.kind == .array {
                result += try responses(element, field: place)
            } else {
                result.append(try response(element, field: place))
            }
        }
        return result
    }

    private func response(_ node: JSONNode, field: String) throws(CheckError) -> Response {
        if node.kind == .object {
            guard let content = node["content"] ?? node["text"] else {
                throw CheckError(
                    .response, field: field,
                    "\"\(field)\" is an object without \"content\" or \"text\"; a response is expected")
            }
            var response = Response(try text(content, field: field))
            response.reasoning = (node["reasoning"] ?? node["reasoning_content"])?.string
            response.model = node["model"]?.string
            response.finish = RecordFields.finish(node)
            return response
        }
        guard node.kind == .string else {
            throw CheckError(
                .response, field: field,
                "\"\(field)\" is \(node.kind == .number ? node.number?.lexeme ?? "a number" : node.kind.described); a string is expected"
            )
        }
        return Response(node.string ?? "")
    }

    /// A text, or the text parts of a list of content parts.
    private func text(_ node: JSONNode, field: String) throws(CheckError) -> String {
        if let text = node.string { return text }
        if node.kind == .array {
            return node.elements.compactMap { $0.string ?? $0["text"]?.string }.joined()
        }
        throw CheckError(.record, field: field, "\"\(field)\" is \(node.kind.described); a string is expected")
    }
}

extension JSONNode {
    /// The value at a path of keys joined by dots: `metadata.model`.
    ///
    /// A key that contains dots itself is found first.
    public subscript(path path: String) -> JSONNode? {
        if let found = self[named: path] { return found }
        guard let dot = path.firstIndex(of: ".") else { return nil }
        return self[named: String(path[..<dot])]?[path: String(path[path.index(after: dot)...])]
    }
}

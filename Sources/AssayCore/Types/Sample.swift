// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// One thing to judge: the messages so far, one or several responses, and the checks that apply.
public struct Sample: Sendable, Hashable {
    /// The sample's name in its source, as text.
    public var id: String?
    /// The conversation that the responses answer.
    public var messages: [Message]
    /// The responses to judge, each on its own.
    public var responses: [Response]
    /// What is claimed about each response.
    public var checks: [Check]
    /// Texts that the responses may have to agree with.
    public var documents: [Document]
    /// Samples of one group are compared with each other.
    public var group: String?
    /// Whatever else the record carries; handed through.
    public var metadata: JSONObject

    /// Creates a sample.
    public init(
        id: String? = nil, messages: [Message] = [], responses: [Response] = [], checks: [Check] = [],
        documents: [Document] = [], group: String? = nil, metadata: JSONObject = [:]
    ) {
        self.id = id
        self.messages = messages
        self.responses = responses
        self.checks = checks
        self.documents = documents
        self.group = group
        self.metadata = metadata
    }

    /// Creates a sample of one prompt and one response.
    public init(id: String? = nil, prompt: String, response: String, checks: [Check]) {
        self.init(
            id: id, messages: [Message(role: "user", text: prompt)], responses: [Response(response)], checks: checks)
    }

    /// The text of the first user message: what the sample asks for.
    public var prompt: String? { messages.first { $0.role == "user" }?.text }
}

/// One turn of a conversation.
public struct Message: Sendable, Hashable {
    /// Who speaks: `system`, `user`, `assistant` or `tool`.
    public var role: String
    /// What is said.
    public var content: [Content]

    /// Creates a message.
    public init(role: String, content: [Content]) {
        self.role = role
        self.content = content
    }

    /// Creates a message of text.
    public init(role: String, text: String) { self.init(role: role, content: [.text(text)]) }

    /// The text parts, joined.
    public var text: String { Content.text(of: content) }
}

/// A part of a message or a response.
public enum Content: Sendable, Hashable {
    /// Text.
    case text(String)
    /// An image, by its address (a URL or a data URL).
    case image(String)
    /// A call of a tool: its name and its arguments as JSON.
    case toolCall(name: String, arguments: JSONValue)
    /// What a tool answered.
    case toolResult(String)

    /// The text parts of `content`, joined without a separator.
    public static func text(of content: [Content]) -> String {
        if content.count == 1, case .text(let text) = content[0] { return text }
        return content.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
    }
}

/// A text that responses are held against.
public struct Document: Sendable, Hashable {
    /// Its name.
    public var id: String
    /// Its text.
    public var text: String

    /// Creates a document.
    public init(id: String, text: String) {
        self.id = id
        self.text = text
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What a model answered.
public struct Response: Sendable, Hashable {
    /// The answer's parts.
    public var content: [Content]
    /// The model's reasoning, where it came in a field of its own.
    ///
    /// No verifier of the answer looks at it.
    public var reasoning: String?
    /// Steps of the answer, where the source marks them.
    public var steps: [Step]?
    /// Why the model stopped.
    public var finish: FinishReason?
    /// Who answered.
    public var model: String?
    /// What the answer cost.
    public var cost: Cost?
    /// Whatever else is known of it.
    public var metadata: JSONObject

    /// Creates a response.
    public init(
        content: [Content], reasoning: String? = nil, steps: [Step]? = nil, finish: FinishReason? = nil,
        model: String? = nil, cost: Cost? = nil, metadata: JSONObject = [:]
    ) {
        self.content = content
        self.reasoning = reasoning
        self.steps = steps
        self.finish = finish
        self.model = model
        self.cost = cost
        self.metadata = metadata
    }

    /// Creates a response of text.
    public init(_ text: String) { self.init(content: [.text(text)]) }

    /// The text parts, joined.
    public var text: String { Content.text(of: content) }
}

/// Why a model stopped.
public enum FinishReason: String, Sendable, Hashable {
    case stop, length, toolCalls = "tool_calls", contentFilter = "content_filter"
}

/// A part of a response that is judged on its own: a reasoning step, an action, a sentence.
public struct Step: Sendable, Hashable {
    /// Where it stands in the response.
    public var span: Span?
    /// What it says.
    public var content: [Content]
    /// A score that came with the data.
    public var priorScore: Double?

    /// Creates a step.
    public init(span: Span? = nil, content: [Content], priorScore: Double? = nil) {
        self.span = span
        self.content = content
        self.priorScore = priorScore
    }
}

/// What a decision or an answer cost in model calls.
public struct Cost: Sendable, Hashable {
    /// Model calls.
    public var calls: Int
    /// Tokens read by models.
    public var promptTokens: Int
    /// Tokens written by models.
    public var completionTokens: Int
    /// Money in US dollars, where known.
    public var dollars: Double?

    /// Creates a cost; without arguments, none.
    public init(calls: Int = 0, promptTokens: Int = 0, completionTokens: Int = 0, dollars: Double? = nil) {
        self.calls = calls
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
        self.dollars = dollars
    }
}

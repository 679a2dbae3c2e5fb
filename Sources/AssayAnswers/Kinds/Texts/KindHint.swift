// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What the option `type` says about a kind of answer.
package enum KindHint: Sendable, Hashable {
    /// The type is not given, or does not speak about this kind.
    case open
    /// The type names this kind: a gold that only could be of it, is.
    case named
    /// The type names another kind.
    case other

    /// Reads the option `type` for a kind with these names; `wider` types include the kind without naming it.
    package init(_ options: AnswerOptions, names: [String], wider: [String] = ["any", "auto", "text"]) {
        guard let type = options.type, !type.isEmpty else {
            self = .open
            return
        }
        if names.contains(type) {
            self = .named
        } else {
            self = wider.contains(type) ? .open : .other
        }
    }
}

/// Bounds on hostile input, shared by the kinds that read words.
package enum TextLimits {
    /// Longer answers and golds are left to other kinds, in bytes.
    package static let answerBytes = 65_536
    /// Longer questions are not searched for options, in bytes.
    package static let questionBytes = 262_144
}

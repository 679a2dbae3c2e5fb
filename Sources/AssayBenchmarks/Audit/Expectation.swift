// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// What a response really is, as its label says.
public enum ResponseClass: Int, Sendable, Hashable, CaseIterable {
    /// It meets the requirement; CompassVerifier's A.
    case correct
    /// It does not; B.
    case incorrect
    /// It cannot be judged, by its own fault: cut off, repetitive, refused; C.
    case invalid

    /// The class as it stands in output.
    public var name: String {
        switch self {
        case .correct: "correct"
        case .incorrect: "incorrect"
        case .invalid: "invalid"
        }
    }

    /// Reads a class as data sets write it: its name, or the letter A, B or C.
    init?(word: String) {
        switch word {
        case "correct", "A": self = .correct
        case "incorrect", "B": self = .incorrect
        case "invalid", "C": self = .invalid
        default: return nil
        }
    }
}

/// The label of a response, and how finely it was given.
public struct Expectation: Sendable, Hashable {
    /// What the response is.
    public var response: ResponseClass
    /// Whether the labels tell `invalid` from `incorrect`.
    ///
    /// Where they do not, a verdict `invalid` is as good as `fail`: both mean that the response did not pass.
    public var tellsInvalid: Bool

    /// Creates an expectation.
    public init(_ response: ResponseClass, tellsInvalid: Bool = false) {
        self.response = response
        self.tellsInvalid = tellsInvalid
    }

    /// Right or wrong.
    public init(passes: Bool) { self.init(passes ? .correct : .incorrect) }

    /// The class that a verdict takes the response for; nil where it abstains.
    public func predicted(by label: Label) -> ResponseClass? {
        switch label {
        case .pass: .correct
        case .fail: .incorrect
        case .invalid: tellsInvalid ? .invalid : .incorrect
        case .abstain: nil
        }
    }

    /// Whether a verdict agrees with the label; abstaining does not.
    public func agrees(with label: Label) -> Bool { predicted(by: label) == response }
}

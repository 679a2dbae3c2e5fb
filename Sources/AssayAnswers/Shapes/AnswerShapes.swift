// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

/// The shapes of records whose check is an answer.
public enum AnswerShapes {
    /// In the order in which records are tried: what names its gold most plainly comes first.
    public static let all: [any RecordShape] = [
        GoldShape(), HarnessAnswerShape(), VerlShape(), GSM8KShape(), MATHShape(), TRLShape(),
    ]
}

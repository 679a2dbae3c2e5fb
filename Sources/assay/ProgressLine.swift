// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

/// A line on a terminal that says how far a run is: records done, rate, and time left where the total is known.
final class ProgressLine {
    private let isShown: Bool
    private let start = System.monotonicSeconds()
    private var lastShown = 0.0
    private var isVisible = false

    init(isShown: Bool) { self.isShown = isShown }

    /// Shows the state, at most five times a second.
    func update(records: Int, bytes: Int, total: Int?) {
        guard isShown else { return }
        let now = System.monotonicSeconds()
        guard now - lastShown > 0.2, now - start > 0.5 else { return }
        lastShown = now
        let elapsed = now - start
        var line = "\(records) records, \(Int(Double(records) / elapsed)) a second"
        if let total, total > 0, bytes > 0 {
            let left = elapsed * Double(max(0, total - bytes)) / Double(bytes)
            line += ", \(min(100, 100 * bytes / total)) %, \(Int(left.rounded(.up))) s left"
        }
        isVisible = true
        write("\r\u{1B}[K" + line)
    }

    /// Takes the line away.
    func clear() {
        guard isVisible else { return }
        isVisible = false
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) { try? ByteSink(descriptor: 2).write(text) }
}

/// Words as a shell reads them.
enum ShellWord {
    /// The word in quotes where it needs them.
    static func quote(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789._-/+:@%".unicodeScalars.contains($0))
        }
        return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A value that its owner uses from one thread at a time, which ``OrderedWork`` guarantees for `next` and for `consume`.
package final class Exclusive<Value>: @unchecked Sendable {
    /// The value.
    package let value: Value

    /// Wraps a value.
    package init(_ value: Value) { self.value = value }
}

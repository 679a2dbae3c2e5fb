// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Testing

import AssayAnswers

@Suite struct ExpressionTests {
    @Test func literals() { #expect(NumberLiteral(3).value.numerator == 3) }
}

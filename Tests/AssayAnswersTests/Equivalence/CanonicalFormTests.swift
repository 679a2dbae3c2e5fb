// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

/// The hash of a canonical form and its text say the same.
@Suite struct CanonicalFormTests {
    private static let texts = [
        "x+1", "1+x", "2x", "x\\cdot2", "\\frac{2x}{1}", "x^{1/2}", "\\sqrt{x}", "-(a+b)", "-b-a", "b+a", "25\\%",
        "\\frac14", "0.25", "\\{1,2\\}", "\\{2,1\\}", "(1,2)", "[1,2]", "(2,1)", "\\emptyset", "x_1", "\\sin x",
        "\\sum_{i=1}^n i", "\\sum_{k=1}^n k", "5^{5^{5^5}}", "2^{600}", "1/2^{600}", "\\frac{1}{x}", "x^{-1}",
        "\\begin{pmatrix}1&2\\end{pmatrix}", "1<x", "x>1", "3:4", "4:3", "f(x)", "\\pi r^2", "r^2\\pi", "1.50", "3/2",
    ]

    @Test func hashAndTextAgree() throws {
        let trees = try Self.texts.map { try MathParser().parse($0).get() }
        for a in trees {
            for b in trees {
                #expect(CanonicalForm.areSame(a, b) == (CanonicalForm.key(a) == CanonicalForm.key(b)))
            }
        }
    }

    @Test(arguments: [
        ("x+1", "1+x"), ("2x", "x\\cdot2"), ("\\sqrt{x}", "x^{1/2}"), ("25\\%", "\\frac14"), ("-(a+b)", "-(b+a)"),
        ("\\{1,2\\}", "\\{2,1\\}"), ("\\sum_{i=1}^n i", "\\sum_{k=1}^n k"), ("\\frac1x", "x^{-1}"),
    ])
    func same(a: String, b: String) throws {
        #expect(CanonicalForm.areSame(try MathParser().parse(a).get(), try MathParser().parse(b).get()))
    }
}

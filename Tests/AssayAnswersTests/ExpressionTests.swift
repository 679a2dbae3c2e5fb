// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayAnswers
import Testing

@Suite struct ExpressionTests {
    private func read(_ text: String) throws -> Expression { try MathParser().parse(text).get() }

    @Test func renamingSparesBoundNames() throws {
        let sum = try read("\\sum_{i=1}^{n} i x")
        #expect(sum.renaming(["n": "m", "i": "j", "x": "y"]) == (try read("\\sum_{i=1}^{m} i y")))
    }

    @Test func substitution() throws {
        #expect(try read("x^2+y").substituting(["x": .integer(3)]).printed == (try read("3^2+y")).printed)
    }

    @Test func childrenAndTheirReplacement() throws {
        for text in ["x^2+1", "\\frac{a}{b}", "\\{1,2\\}", "(0,1]", "|x|", "x<3", "\\binom{n}{k}", "\\sqrt[3]{x}"] {
            let tree = try read(text)
            #expect(!tree.children.isEmpty)
            #expect(tree.mapChildren { $0 } == tree)
        }
    }

    @Test func literals() throws {
        #expect(try read("-2.50").literal?.decimals == 2)
        #expect(try read("-2.50").literal?.value == Rational(-5) / Rational(2))
        #expect(try read("x").literal == nil)
    }
}

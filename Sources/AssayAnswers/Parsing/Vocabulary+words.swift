// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension Vocabulary {
    /// What a run of letters outside of LaTeX commands is.
    static let words: [String: Token.Kind] = {
        var table: [String: Token.Kind] = [
            "pi": .constant(.pi), "Pi": .constant(.pi), "PI": .constant(.pi), "infinity": .constant(.infinity),
            "inf": .constant(.infinity), "Infinity": .constant(.infinity), "infty": .constant(.infinity),
            "oo": .constant(.infinity), "sqrt": .construct(.squareRoot), "cbrt": .construct(.cubeRoot),
            "and": .and, "or": .or, "And": .and, "Or": .or, "AND": .and, "OR": .or, "if": .condition, "for": .condition,
            "where": .condition, "when": .condition, "with": .condition, "If": .condition, "otherwise": .otherwise,
            "else": .otherwise, "mod": .mod, "in": .relation(.element), "notin": .relation(.notElement),
            "equals": .relation(.equal), "union": .union, "cup": .union, "cap": .intersection,
            "intersect": .intersection, "setminus": .difference, "subset": .relation(.subset), "percent": .percent,
            "pct": .percent, "percentage": .percent, "degrees": .degree, "degree": .degree, "deg": .degree,
            "choose": .construct(.choose), "frac": .construct(.fraction), "times": .times,
        ]
        for (name, function) in functions where name != "sh" && name != "ch" && name != "th" && name != "arg" {
            table[name] = .function(function)
        }
        return table
    }()

    /// Greek names in plain text.
    static let plainGreek: Set<String> = Set(greek.filter { $0 != "Pi" })

    /// Names of printed constructs, in front of a parenthesis.
    static let plainConstructs: [String: Token.Plain] = [
        "root": .root, "nthroot": .root, "binomial": .binomial, "binom": .binomial, "nCr": .binomial, "comb": .binomial,
        "matrix": .matrix, "Matrix": .matrix, "piecewise": .piecewise, "Piecewise": .piecewise, "integral": .integral,
        "limit": .limit, "derivative": .derivative, "sum": .sum, "product": .product, "prod": .product,
    ]

    /// Names that are cut out of a run of letters: `xsinx`, `2pir`.
    static let embedded: [String] = [
        "arcsin", "arccos", "arctan", "sqrt", "sin", "cos", "tan", "cot", "sec", "csc", "log", "exp", "ln", "pi",
    ]

    /// Phrases that are a value, in lower case.
    static let phrases: [String: Token.Kind] = [
        "no solution": .emptySet, "no solutions": .emptySet, "no real solution": .emptySet,
        "no real solutions": .emptySet, "empty set": .emptySet, "the empty set": .emptySet,
        "there are no solutions": .emptySet, "there is no solution": .emptySet, "none exist": .emptySet,
        "infinity": .constant(.infinity), "positive infinity": .constant(.infinity),
    ]

    /// Phrases for a set of numbers, in lower case.
    static let numberSets: [String: String] = [
        "all real numbers": "R", "all reals": "R", "all real": "R", "all real values": "R", "all real values of x": "R",
        "any real number": "R", "the real numbers": "R", "real numbers": "R", "the set of real numbers": "R",
        "the set of all real numbers": "R", "every real number": "R", "all real x": "R", "all integers": "Z",
        "the integers": "Z", "all rational numbers": "Q", "all natural numbers": "N", "all complex numbers": "C",
        "all positive integers": "Z+", "positive integers": "Z+", "all positive real numbers": "R+",
    ]

    /// Words that never belong to a phrase of text, in lower case.
    static let joining: Set<String> = ["and", "or", "percent", "pct", "percentage"]

    /// Words that introduce a condition, in lower case.
    static let conditions: Set<String> = ["if", "for", "where", "when", "with", "whenever"]
}

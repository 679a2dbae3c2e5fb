// Part of Assay. SPDX-License-Identifier: Apache-2.0

public import AssayCore

extension AnswerOptions {
    /// A switch as an argument of a check: its name and kind, and what it sets.
    struct Switch: Sendable {
        let parameter: Parameter
        let set: @Sendable (inout AnswerOptions, Arguments) -> Void

        init(
            _ name: String, _ kind: Parameter.Kind, _ summary: String,
            _ set: @escaping @Sendable (inout AnswerOptions, Arguments) -> Void
        ) {
            parameter = .optional(name, kind, summary)
            self.set = set
        }

        static func bool(
            _ name: String, _ summary: String, _ set: @escaping @Sendable (inout AnswerOptions, Bool) -> Void
        ) -> Switch {
            Switch(name, .bool, summary) { options, arguments in
                if let value = arguments.bool(ifGiven: name) { set(&options, value) }
            }
        }

        static func number(
            _ name: String, _ summary: String, _ set: @escaping @Sendable (inout AnswerOptions, Double) -> Void
        ) -> Switch {
            Switch(name, .number(0...Double.greatestFiniteMagnitude), summary) { options, arguments in
                if let value = arguments.number(ifGiven: name) { set(&options, value) }
            }
        }

        static func integer(
            _ name: String, _ range: ClosedRange<Int>, _ summary: String,
            _ set: @escaping @Sendable (inout AnswerOptions, Int) -> Void
        ) -> Switch {
            Switch(name, .integer(range), summary) { options, arguments in
                if let value = arguments.integer(ifGiven: name) { set(&options, value) }
            }
        }

        static func choice<Value: RawRepresentable<String> & CaseIterable>(
            _ name: String, _ summary: String, _ type: Value.Type,
            _ set: @escaping @Sendable (inout AnswerOptions, Value) -> Void
        ) -> Switch where Value: Sendable {
            Switch(name, .choice(Value.allCases.map(\.rawValue)), summary) { options, arguments in
                if let value = arguments.string(ifGiven: name).flatMap(Value.init) { set(&options, value) }
            }
        }
    }

    /// Every switch, in the order of the documentation; `preset` first, since it sets several.
    static let switches: [Switch] = [
        .choice("preset", "sets several options at once", Preset.self) { $0 = AnswerOptions(preset: $1) },
        .choice("extract", "which places of a response may hold the answer", Extraction.self) { $0.extract = $1 },
        Switch("type", .choice(AnswerKinds.names), "the kind of the gold, where its text does not tell") {
            if let value = $1.string(ifGiven: "type") { $0.type = value }
        },
        .number("rel_tol", "largest relative difference of decimals; 1e-6") { $0.relativeTolerance = $1 },
        .number("abs_tol", "largest absolute difference of decimals; 0") { $0.absoluteTolerance = $1 },
        .bool("rounding_as_stated", "0.333 equals 1/3: a decimal equals what rounds to it; true") {
            $0.roundingAsStated = $1
        },
        .bool("tolerance_for_integers", "the tolerances hold for whole numbers too") { $0.toleranceForIntegers = $1 },
        .integer("rounding", 1...100, "numbers are equal when rounded to so many significant digits") {
            $0.rounding = $1
        },
        .integer("precision", 0...100, "numbers are equal when rounded to so many decimals") { $0.precision = $1 },
        .bool("percent_equals_fraction", "25% equals 0.25; by default where exactly one side has the sign") {
            $0.percentEqualsFraction = $1
        },
        .bool("unit_conversion", "quantities in different units are converted; true") { $0.unitConversion = $1 },
        .bool("unit_required", "an answer needs a unit where the gold has one") { $0.unitRequired = $1 },
        .bool("physical_constants", "named physical constants equal their values") { $0.physicalConstants = $1 },
        .bool("strict_latex", "10^12 reads as LaTeX has it: 10¹·2") { $0.strictLatex = $1 },
        .bool("ordered_lists", "the order of a list without brackets matters") { $0.orderedLists = $1 },
        .bool("lenient", "a set may be answered by a tuple in the same order, and the like") { $0.lenient = $1 },
        .bool("vector_orientation_free", "a row equals a column with the same entries") {
            $0.vectorOrientationFree = $1
        },
        .choice("require_form", "the form that the answer must have", Form.self) { $0.requireForm = $1 },
        .bool("require_constant", "a constant of integration in the gold must be in the answer; true") {
            $0.requireConstant = $1
        },
        .bool("cross_base", "1011_2 equals 11") { $0.crossBase = $1 },
        .bool("check_invalid", "truncated, repetitive and refused responses are invalid; true") {
            $0.checkInvalid = $1
        },
        Switch(
            "junk_after_answer", .choice(["allowed", "invalid"]),
            "what becomes of a response that degenerates after its answer; allowed"
        ) {
            if let value = $1.string(ifGiven: "junk_after_answer") { $0.junkAfterAnswerIsInvalid = value == "invalid" }
        },
        Switch("salt", .string, "mixed into the random points; a secret keeps an adversary from knowing them") {
            if let value = $1.string(ifGiven: "salt") { $0.salt = value }
        },
    ]

    private static let named = Dictionary(uniqueKeysWithValues: switches.map { ($0.parameter.name, $0) })

    /// The arguments that ``init(arguments:)`` reads.
    public static let parameters: [Parameter] = switches.map(\.parameter)

    /// Reads options from arguments: the preset first, then each switch, then those of the object `options`, which win.
    ///
    /// - Throws: `CheckError` for a name or a value in `options` that is not known; it names the nearest.
    public init(arguments: Arguments) throws(CheckError) {
        self.init()
        var inner: Arguments?
        if case .object(let object) = arguments.value("options") {
            do {
                inner = try Arguments(object, parameters: AnswerOptions.parameters)
            } catch {
                throw error.below("options")
            }
        }
        // A preset replaces everything, so the one that counts comes before any other switch.
        if let name = inner?.string(ifGiven: "preset") ?? arguments.string(ifGiven: "preset"),
            let preset = Preset(rawValue: name)
        {
            self = AnswerOptions(preset: preset)
        }
        for source in [arguments, inner] {
            guard let source else { continue }
            for name in source.names where name != "preset" { AnswerOptions.named[name]?.set(&self, source) }
        }
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayBenchmarks
import AssayCore
import Testing

struct VibeCheckerTests {
    private static let slugs = ["quotes", "naming", "complexity", "module_docstring", "no_print"]

    private static func checks(_ kept: [Bool], tests: Bool? = nil) -> [(id: String, label: Label?)] {
        var checks: [(id: String, label: Label?)] = zip(slugs, kept).map { ("vericode:\($0)", $1 ? .pass : .fail) }
        if let tests { checks.append(("tests", tests ? .pass : .fail)) }
        return checks
    }

    @Test func oneTask() throws {
        var scores = VibeCheckerScores()
        scores.add(model: "m", mode: "single", checks: Self.checks([true, true, false, true, true]))
        let cell = try #require(scores.cells[.init("m", instructions: 5)])
        #expect(cell.instructions.value == 0.8)
        #expect(cell.tasks.value == 0)
        #expect(cell.functional.value == nil)
        #expect(cell.categories["style"]?.value == 1)
        #expect(cell.categories["logic"]?.value == 0)
        #expect(cell.positions[3]?.value == 0)
    }

    @Test func regression() throws {
        var scores = VibeCheckerScores()
        for index in 0..<100 {
            scores.add(model: "m", mode: "single", checks: Self.checks([], tests: index < 50))
            let all = [Bool](repeating: true, count: 5)
            scores.add(model: "m", mode: "multi", checks: Self.checks(all, tests: index < 47))
            scores.add(model: "none", mode: "single", checks: Self.checks([], tests: false))
            scores.add(model: "none", mode: "single", checks: Self.checks(all, tests: index < 47))
        }
        let value = try #require(scores.regression(.init("m", mode: "multi", instructions: 5)))
        #expect(abs(value - 0.06) < 1e-12)
        #expect(scores.regression(.init("none", instructions: 5)) == nil)
        #expect(scores.regression(.init("other", instructions: 5)) == nil)
    }

    @Test func errorsAndAbstentionsStandBeside() throws {
        var scores = VibeCheckerScores()
        let quotes = "vericode:quotes"
        scores.add(model: "m", mode: "single", checks: [(quotes, nil), ("tests", nil)])
        scores.add(model: "m", mode: "single", checks: [(quotes, .abstain)])
        scores.add(model: "m", mode: "single", checks: [(quotes, .invalid), ("tests", .invalid)])
        scores.add(model: "m", mode: "single", checks: [(quotes, .pass)])
        let cell = try #require(scores.cells[.init("m", instructions: 1)])
        #expect(cell.records == 4)
        #expect(cell.undecided == 2)
        #expect(cell.instructions == cell.tasks)
        #expect(cell.tasks.value == 0.5)
        #expect(cell.functional.value == 0)
    }

    /// Instructions that are kept independently with probability p: a task of k is kept with p to the k.
    @Test(arguments: [0.95, 0.8, 0.5]) func tasksOfIndependentInstructions(p: Double) throws {
        var generator = SeededRandom(seed: 11)
        var scores = VibeCheckerScores()
        let count = 20_000
        for k in 1...5 {
            for _ in 0..<count {
                let kept = (0..<k).map { _ in Double.random(in: 0..<1, using: &generator) < p }
                scores.add(model: "m", mode: "single", checks: Self.checks(kept))
            }
            let share = try #require(scores.cells[.init("m", instructions: k)]?.tasks.value)
            var expected = 1.0
            for _ in 0..<k { expected *= p }
            // Five standard errors.
            #expect(abs(share - expected) < 5 * (expected * (1 - expected) / Double(count)).squareRoot())
        }
    }

    @Test func compositePeaksWhereThePreferencesDo() throws {
        let pairs: [(model: String, instruction: Double, functional: Double)] = [
            ("a", 0.9, 0.5), ("b", 0.2, 0.9), ("c", 0.6, 0.3), ("d", 0.4, 0.7), ("e", 0.8, 0.1), ("f", 0.1, 0.4),
        ]
        var preferences: [String: Double] = ["unknown": 1]
        for pair in pairs { preferences[pair.model] = 1000 + 400 * (0.4 * pair.instruction + 0.6 * pair.functional) }
        let composite = CompositeScore(pairs, preferences: preferences)
        #expect(composite.models == 6)
        #expect(composite.points.map(\.weight) == (0...10).map { Double($0) / 10 })
        let best = try #require(composite.best(\.pearson))
        #expect(best.weight == 0.4)
        #expect(abs(try #require(best.pearson) - 1) < 1e-12)
        #expect(composite.points[4].spearman.map { abs($0 - 1) < 1e-12 } == true)
        #expect(CompositeScore([], preferences: preferences).best(\.pearson) == nil)
    }

    @Test func fromRecords() throws {
        var scores = VibeCheckerScores()
        for (model, kept, works) in [("a", 9, 5), ("b", 2, 9), ("c", 6, 3)] {
            for index in 0..<10 {
                scores.add(model: model, mode: "single", checks: Self.checks([], tests: index < works))
                scores.add(model: model, mode: "single", checks: Self.checks([index < kept], tests: true))
            }
        }
        #expect(scores.pairs.map(\.model) == ["a", "b", "c"])
        #expect(scores.pairs.map(\.instruction) == [0.9, 0.2, 0.6])
        #expect(scores.pairs.map(\.functional) == [0.5, 0.9, 0.3])
        let elo = ["a": 1100.0, "b": 1000, "c": 900]
        let report = VibeCheckerReport(scores, composite: CompositeScore(scores.pairs, preferences: elo))
        #expect(report.table().contains("best α by Pearson"))
        #expect(try JSONDocument(report.json()).root["figures"]?.elements.count == 6)
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Whether ruff can be asked on this machine.
private enum Linter {
    static let works: Bool = {
        let works = (try? Tool.run(["doctor"]).output.contains(" works in the sandbox (")) ?? false
        if !works { print("Tests of lint are skipped; assay doctor says what to install.") }
        return works
    }()
}

/// `lint`, `vericode` and `assay eval vibe-checker` by the tool; skipped where ruff cannot be asked.
@Suite(.enabled(if: Linter.works))
struct LintCommandTests {
    private static let record = #"""
        {"id":1,"prompt":"Write f.","response":"```python\nimport os\ndef f(): return 'a', os.getcwd()\n```","checks":[{"verifier":"lint","rules":["F401","PTH"]},{"verifier":"vericode:quotes","kind":"single"},{"verifier":"vericode:line_length"}]}
        """#

    /// Settings of the host's, in the folder and above scratch files, are not seen, in a sandbox or without one.
    @Test(arguments: [nil, "none"])
    func settingsOfTheHostAreIgnored(sandbox: String?) throws {
        try Tool.withFolder { folder in
            for (name, text) in [
                ("ruff.toml", "line-length = 5\nexclude = [\"*\"]\n[lint]\nignore = [\"ALL\"]\n"),
                ("pyproject.toml", "[tool.ruff]\nline-length = 5\n[tool.ruff.lint]\nignore = [\"ALL\"]\n"),
            ] {
                try Data(text.utf8).write(to: folder.appendingPathComponent(name))
            }
            var environment = ["TMPDIR": folder.path, "XDG_CONFIG_HOME": folder.path, "RUFF_OUTPUT_FORMAT": "sarif"]
            environment["ASSAY_SANDBOX"] = sandbox
            let result = try Tool.run(
                ["verify", "-", "--quiet"], input: Data(Self.record.utf8), environment: environment, folder: folder)
            #expect(result.output.contains("PTH109"), "\(result.output)\(result.messages)")
            #expect(!result.output.contains("F401,"))
            #expect(result.output.contains(#"{"check":"vericode:quotes","label":"pass""#))
            #expect(result.output.contains(#"{"check":"vericode:line_length","label":"pass""#))
        }
    }

    @Test func missingLinterIsAnError() throws {
        let result = try Tool.run(
            ["verify", "-", "--quiet"], input: Data(Self.record.utf8), environment: ["ASSAY_RUFF": "/nowhere/ruff"])
        #expect(result.status == 2)
        #expect(result.output.contains("pip install ruff==0.17.6"), "\(result.output)")
        #expect(!result.output.contains(#""label":"fail""#) && !result.output.contains(#""label":"pass""#))
    }

    @Test func sameBytesForAnyNumberOfJobs() throws {
        func output(_ jobs: Int) throws -> String {
            try Tool.run(["verify", "Examples/code-instructions.jsonl", "--out", "-", "--quiet", "--jobs", "\(jobs)"])
                .output
        }
        let one = try output(1)
        #expect(one.split(separator: "\n").count == 10)
        #expect(try output(3) == one)
    }

    @Test func vibeChecker() throws {
        let result = try Tool.run(
            [
                "eval", "vibe-checker", "Examples/code-instructions.jsonl", "--preferences",
                "Examples/preferences.json",
                "--format", "json",
            ])
        #expect(result.status == 0, "\(result.messages)")
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let figures = try #require(root["figures"] as? [[String: Any]])
        func figure(_ model: String, _ k: Int, _ name: String) -> Double? {
            figures.first { $0["model"] as? String == model && $0["k"] as? Int == k }?[name] as? Double
        }
        #expect(figure("careful", 5, "if_task") == 1)
        #expect(figure("careful", 5, "functional") == 1)
        #expect(figure("hasty", 5, "if_instruction") == 0.4)
        #expect(figure("hasty", 1, "if_task") == 0)
        #expect(figure("wrong", 0, "functional") == 0)
        #expect(figure("wrong", 5, "regression") == nil)
        #expect((root["composite"] as? [[String: Any]])?.count == 11)
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What `--help` and the shells' completions show.
struct HelpTests {
    /// Help is wrapped at 80 columns; an example that is longer would break inside a command.
    @Test(arguments: [[], ["verify"], ["explain"], ["audit"], ["list"], ["data"], ["data", "import"], ["doctor"]])
    func examplesStayOnOneLine(verb: [String]) throws {
        let help = try Tool.run(verb + ["--help"], environment: ["COLUMNS": "80"])
        #expect(help.status == 0)
        let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false)
        for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("  assay ") {
            #expect(next.isEmpty || next.hasPrefix("  "), "\(line)\n\(next)")
        }
    }

    /// Every recognised shape is one of those that the help of `verify` names.
    @Test func helpNamesEveryShape() throws {
        let help = try Tool.run(["verify", "--help"]).output
        let shapes = try Tool.run(["list", "shapes"]).output.split(separator: "\n")
        #expect(!shapes.isEmpty)
        for shape in shapes {
            let name = String(shape.prefix { $0 != " " })
            #expect(help.contains(name), "\(name)")
        }
    }

    /// A line as it is typed, and what a tab after it offers.
    static let completions: [(line: String, offers: [String])] = [
        ("assay verify quick", ["quickstart.jsonl"]),
        ("assay explain quick", ["quickstart.jsonl"]),
        ("assay audit audit-w", ["audit-words.jsonl"]),
        ("assay verify --data prom", ["prompts.jsonl"]),
        ("assay verify --out prom", ["prompts.jsonl"]),
        ("assay verify --as lm", ["lm-eval", "lm-eval-math"]),
        ("assay audit --as verif", ["verifierbench", "verifybench"]),
        ("assay verify --keep in", ["invalid"]),
        ("assay verify --format m", ["markdown"]),
        ("assay verify --protocol l", ["loose"]),
        ("assay list verifiers --catalog m-", ["m-ifeval"]),
        ("assay verify --check execution", ["execution-agreement"]),
        ("assay data import nltk ans", ["answers"]),
    ]

    /// The script that `assay --generate-completion-script bash` prints, asked as bash asks it.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"), "bash is not installed"))
    func bashOffersFilesAndNames() throws {
        let script = try Tool.run(["--generate-completion-script", "bash"])
        #expect(script.status == 0)
        try Tool.withFolder { folder in
            // The words are completed among the examples; what a run leaves behind stays out of them.
            try FileManager.default.copyItem(
                at: Tool.root.appendingPathComponent("Examples"), to: folder.appendingPathComponent("Examples"))
            let file = folder.appendingPathComponent("assay.bash")
            try script.output.write(to: file, atomically: true, encoding: .utf8)
            for (line, offers) in Self.completions {
                let words = line.split(separator: " ").map { $0 == "assay" ? Tool.path.path : String($0) }
                let ask = """
                    source \(file.path); COMP_WORDS=(\(words.joined(separator: " "))); COMP_CWORD=\(words.count - 1)
                    COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
                    _assay assay "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"; printf '%s\\n' "${COMPREPLY[@]}"
                    """
                let asked = try Tool.shell(ask, folder: folder.appendingPathComponent("Examples"))
                #expect(asked.output.split(separator: "\n").map(String.init) == offers, "\(line): \(asked.messages)")
            }
        }
    }
}

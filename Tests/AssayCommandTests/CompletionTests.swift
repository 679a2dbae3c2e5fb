// Part of Assay. SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What shells offer: the scripts are run as a shell runs them, without a terminal where that is possible.
struct CompletionTests {
    /// What bash puts in place of the last word, for a line with the cursor at its end; bash's own words.
    private static func bash(_ line: String, breaks: String = #" \t\n"'><=;|&(:"#) throws -> [String] {
        try Tool.withFolder { folder in
            for name in ["models.json", "in.jsonl"] {
                try Data("{}".utf8).write(to: folder.appendingPathComponent(name))
            }
            // Words as readline makes them: broken at each of the break characters that are no white space.
            let script = """
                export PATH="$(dirname "$ASSAY"):$PATH"; source <("$ASSAY" --generate-completion-script bash)
                COMP_WORDBREAKS=$'\(breaks.replacing("'", with: #"\'"#))'; COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=()
                while IFS= read -r word; do COMP_WORDS+=("$word"); done < words
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); compopt() { :; }
                _assay_whole_words assay "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """
            var words: [String] = []
            for part in line.components(separatedBy: " ") {
                var word = ""
                for sign in part {
                    if sign == ":" || sign == "=", breaks.contains(sign) {
                        if !word.isEmpty { words.append(word) }
                        words.append(String(sign))
                        word = ""
                    } else {
                        word.append(sign)
                    }
                }
                if !word.isEmpty || part.isEmpty { words.append(word) }
            }
            try Data((words.joined(separator: "\n") + "\n").utf8).write(to: folder.appendingPathComponent("words"))
            let result = try Tool.shell(script, folder: folder)
            #expect(result.messages == "")
            return result.output.split(separator: "\n").map(String.init)
        }
    }

    @Test(arguments: [
        ("assay verify in --check keywords:ex", ["exclude_word_harder", "existence"]),
        ("assay verify in --check=keywords:ex", ["exclude_word_harder", "existence"]),
        ("assay verify in --check keywords:existe", ["existence"]),
        ("assay verify in --format=ma", ["markdown"]),
        ("assay verify in --format ma", ["markdown"]),
        ("assay verify in --format=", ["table", "json", "markdown", "csv"]),
        ("assay verify in --keep pass,", ["pass,fail", "pass,invalid", "pass,abstain", "pass,error"]),
        ("assay verify in --keep=pass,fa", ["pass,fail"]),
        ("assay eval vibe-checker in", ["in.jsonl"]),
        ("assay eval vibe-checker in --preferences mod", ["models.json"]),
        ("assay ver", ["verify"]),
    ])
    func bashOffers(line: String, offers: [String]) throws {
        #expect(try Self.bash(line).sorted() == offers.sorted(), "\(line)")
    }

    /// Where bash is told not to break words, the whole word is offered.
    @Test func bashWithoutBreaks() throws {
        let breaks = #" \t\n"'"#
        #expect(
            try Self.bash("assay verify in --check=keywords:existe", breaks: breaks) == ["--check=keywords:existence"])
        #expect(try Self.bash("assay verify in --check keywords:existe", breaks: breaks) == ["keywords:existence"])
    }

    /// The script for zsh splits what it gets at colons.
    @Test func zshGetsColonsEscaped() throws {
        let words = ["assay", "verify", "--check", "keywords:exi"]
        for (shell, expected) in [("zsh", "keywords\\:existence"), ("bash", "keywords:existence")] {
            let result = try Tool.run(
                ["---completion", "verify", "--", "--check", "3", "12"] + words,
                environment: ["SAP_SHELL": shell, "SAP_SHELL_VERSION": "5.9"])
            #expect(result.output.split(separator: "\n").contains(Substring(expected)), "\(shell): \(result.output)")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func scriptsAreWhole(shell: String) throws {
        for arguments in [["--generate-completion-script", shell], ["--generate-completion-script=\(shell)"]] {
            let result = try Tool.run(arguments)
            #expect(result.status == 0)
            #expect(result.output.contains("vibe-checker"))
            #expect(result.output.contains("_assay_whole_words") == (shell == "bash"))
            if shell == "zsh" {
                #expect(result.output.contains("'*--check=["))
                #expect(result.output.contains("{--prompt-field=,--question-field=}'["))
                #expect(result.output.contains("'--summary["))
            }
        }
    }
}

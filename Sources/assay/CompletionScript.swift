// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Completion scripts with what the generated ones lack.
///
/// Bash breaks words at `:` and `=`, so that the value of `--check keywords:ex` and `--check=key` never arrives whole; the
/// script for zsh knows values in a word of their own alone.
enum CompletionScript {
    /// The script, if `text` is a generated one for bash or zsh; nil of any other text.
    static func mended(_ text: String) -> String? {
        if text.hasPrefix("#compdef assay\n") {
            return text.split(separator: "\n", omittingEmptySubsequences: false).map { withEquals(String($0)) }
                .joined(separator: "\n")
        }
        guard text.hasPrefix("#!/bin/bash\n"), text.contains(generated) else { return nil }
        return text.replacing(generated, with: wholeWords)
    }

    /// A line that describes an option with a value to zsh's `_arguments`, such that it may also stand behind `=`.
    private static func withEquals(_ line: String) -> String {
        guard let start = line.firstIndex(of: "'"), line[..<start].allSatisfy({ $0 == " " }), line.contains("]:"),
            let bracket = line.firstIndex(of: "[")
        else { return line }
        let names = line[start..<bracket]
        guard names.contains("--") else { return line }
        guard let open = names.firstIndex(of: "{") else {
            return String(line[..<bracket] + "=" + line[bracket...])
        }
        let several = names[open...].replacing(",", with: "=,").replacing("}", with: "=}")
        return String(line[..<open] + several + line[bracket...])
    }

    private static let generated = "complete -o filenames -F _assay assay"

    private static let wholeWords = #"""
        # Bash breaks words at : and =, which ids and --option=value hold. Here they are whole again, and what bash leaves
        # standing before the last break is taken off what is offered.
        _assay_whole_words() {
            local rest="${COMP_LINE::COMP_POINT}" word space
            local -a whole=()
            local -i index
            for ((index = 0; index <= COMP_CWORD; index++)); do
                word="${COMP_WORDS[index]}"
                space="${rest%%[![:space:]]*}"
                rest="${rest#"${space}"}"
                ((index == COMP_CWORD)) && word="${rest}"
                rest="${rest#"${word}"}"
                if ((index > 0)) && [[ -z "${space}" ]]; then
                    whole[${#whole[@]} - 1]+="${word}"
                else
                    whole+=("${word}")
                fi
            done

            local typed="${whole[${#whole[@]} - 1]}"
            local value="${typed}" option='' breaks='' kept=''
            if [[ "${typed}" == --*=* ]]; then
                option="${typed%%=*}="
                value="${typed#*=}"
                whole[${#whole[@]} - 1]="${typed%%=*}"
                whole+=("${value}")
            fi
            [[ "${COMP_WORDBREAKS}" == *:* ]] && breaks+=':'
            [[ "${COMP_WORDBREAKS}" == *=* ]] && breaks+='='
            [[ -n "${breaks}" && "${typed}" != *[\'\"\\]* ]] && kept="${typed%"${typed##*[${breaks}]}"}"
            value="${value//\\:/:}"

            local COMP_LINE="${whole[*]}"
            local -i COMP_POINT="${#COMP_LINE}" COMP_CWORD="$((${#whole[@]} - 1))"
            local -a COMP_WORDS=("${whole[@]}")
            _assay "${1}" "${value}" "${whole[${#whole[@]} - 2]}"

            # Only names of files are to be quoted as such.
            local reply are_files=false
            for reply in "${COMPREPLY[@]}"; do
                [[ -e "${reply}" ]] && are_files=true && break
            done
            "${are_files}" || compopt +o filenames 2>/dev/null
            for index in "${!COMPREPLY[@]}"; do
                reply="${option}${COMPREPLY[index]}"
                COMPREPLY[index]="${reply#"${kept}"}"
            done
        }

        complete -o filenames -F _assay_whole_words assay
        """#
}

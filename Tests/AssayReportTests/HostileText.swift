// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Texts that try to be more than text.
enum HostileText {
    static let script = "</script><script>document.title='owned'</script>"
    static let image = "<img src=x onerror=\"document.title='owned'\">"
    static let comment = "<!--<script>"
    static let attribute = "\" onmouseover=\"document.title='owned'\" x='"
    static let bidirectional = "user\u{202E}txt.exe\u{2066}\u{200F}"
    static let control = "bell\u{7} escape\u{1B}[31m null\u{0} c1\u{9B} line\u{2028}"
    static let formula = "=HYPERLINK(\"http://example.invalid\")"
    static let markdown = "a|b *c* `d` [e](f) <g> \\"

    static let all = [script, image, comment, attribute, bidirectional, control, formula, markdown]
}

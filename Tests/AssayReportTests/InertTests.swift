// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayReport
import Testing

struct InertTests {
    @Test(arguments: [
        ("plain ä 日本 🙂", "plain ä 日本 🙂"),
        ("a\u{1B}[31mb", "a⟨U+001B⟩[31mb"),
        ("a\u{202E}b\u{2066}", "a⟨U+202E⟩b⟨U+2066⟩"),
        ("nul\u{0}del\u{7F}c1\u{9B}", "nul⟨U+0000⟩del⟨U+007F⟩c1⟨U+009B⟩"),
        ("zero\u{200B}width\u{FEFF}", "zero⟨U+200B⟩width⟨U+FEFF⟩"),
        ("tag\u{E0041}", "tag⟨U+E0041⟩"),
        ("soft\u{AD}hyphen", "soft⟨U+00AD⟩hyphen"),
        // A joiner between emoji is part of the picture; between letters of ASCII it hides.
        ("👩\u{200D}🍳", "👩\u{200D}🍳"), ("a\u{200D}b", "a⟨U+200D⟩b"),
    ])
    func hiddenCharactersAreNamed(text: String, shown: String) {
        #expect(Inert.terminal(text) == shown)
        #expect(Inert.line(text) == shown)
    }

    @Test func linesStayWhereThereIsRoomForThem() {
        #expect(Inert.terminal("a\n\tb\r") == "a\n\tb⟨U+000D⟩")
        #expect(Inert.line("a\n\tb") == "a⟨U+000A⟩⟨U+0009⟩b")
    }

    @Test func htmlHasNoMarkup() {
        #expect(Inert.html("<b a=\"1\" c='2'>&") == "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;")
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+x", "'+x"), ("@SUM(A1)", "'@SUM(A1)"), ("-x", "'-x"), ("-1.5", "-1.5"),
        ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("=A1,\"x\"", "\"'=A1,\"\"x\"\"\""), ("", ""),
        ("a\nb", "a⟨U+000A⟩b"), ("\t=1", "⟨U+0009⟩=1"),
    ])
    func csvFieldsComputeNothing(text: String, field: String) { #expect(Inert.csv(text) == field) }

    @Test(arguments: [
        ("a|b", "a\\|b"), ("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`"), ("[a](b)", "\\[a\\](b)"), ("<i>", "\\<i>"),
        ("a\nb", "a⟨U+000A⟩b"),
    ])
    func markdownCellsStayCells(text: String, cell: String) { #expect(Inert.markdown(text) == cell) }

    @Test(arguments: HostileText.all)
    func nothingHostileIsLeft(text: String) {
        let html = Inert.html(text)
        #expect(!html.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) })
        for shown in [html, Inert.terminal(text), Inert.csv(text), Inert.markdown(text)] {
            #expect(!shown.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
            #expect(!shown.unicodeScalars.contains { (0x2028...0x202E).contains($0.value) })
        }
    }
}

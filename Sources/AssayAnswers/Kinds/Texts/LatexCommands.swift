// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What LaTeX commands are to a reader of words.
package enum LatexCommands {
    package enum Role: Sendable, Hashable {
        /// A font or a wrapper: its braces go too.
        case font
        /// White space.
        case space
        /// Without meaning: sizes, styles, `\left`.
        case nothing
        /// Stands for this text.
        case replaced(String)
    }

    /// The roles by name, without the backslash.
    package static let roles: [String: Role] = {
        var roles: [String: Role] = [:]
        let fonts =
            "text textbf textit textrm textsf texttt textup textnormal textmd textsc mathrm mathbf mathit mathsf "
            + "mathtt mathnormal operatorname mbox hbox emph underline uline boxed fbox framebox bm "
            + "boldsymbol ensuremath ce mathop mathord"
        let spaces = "quad qquad enspace thinspace enskip newline linebreak par space nobreakspace"
        let nothing =
            "left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle rm bf it "
            + "sf tt sl limits nolimits centering noindent relax"
        for name in fonts.split(separator: " ") { roles[String(name)] = .font }
        for name in spaces.split(separator: " ") { roles[String(name)] = .space }
        for name in nothing.split(separator: " ") { roles[String(name)] = .nothing }
        roles["ldots"] = .replaced("...")
        roles["dots"] = .replaced("...")
        roles["textquotesingle"] = .replaced("'")
        roles["lbrace"] = .replaced("{")
        roles["rbrace"] = .replaced("}")
        roles["degree"] = .replaced("°")
        roles["textdegree"] = .replaced("°")
        roles["checkmark"] = .replaced(" ")
        return roles
    }()
}

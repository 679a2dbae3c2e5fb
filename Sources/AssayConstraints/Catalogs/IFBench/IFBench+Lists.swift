// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension IFBench {
    /// English coordinating conjunctions.
    static let conjunctions = ["and", "but", "for", "nor", "or", "so", "yet"]

    /// The names that the prompts of `count:person_names` list.
    static let personNames = split(
        """
        Abigail Alexander Amelia Andrew Aria Audrey Ava Benjamin Charlotte Chloe Christopher Claire Daniel David Elijah
        Ella Emma Ethan Gabriel Grace Hannah Harper Isabella Jackson Jacob Jonathan Joseph Layla Leo Liam Lily Lucas
        Mason Matthew Mia Nathan Nicholas Noah Nora Olivia Owen Penelope Ryan Samuel Scarlett Sophia Stella Thomas
        Victoria Zoe
        """)

    /// What counts as a pronoun for `count:pronouns`.
    static let pronouns = split(
        """
        i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
        herself it its itself they them their theirs themselves
        this that these those
        who whom whose which what whoever whomever whatever whichever
        anybody anyone anything everybody everyone everything nobody nothing somebody someone something
        all any both each either neither none some
        """)

    /// Capitals of Europe from north to south, as the prompt of `custom:european_capitals_sort` asks for them.
    static let capitals = split(
        """
        Reykjavik Helsinki Oslo Tallinn Stockholm Riga Moscow Copenhagen Vilnius Minsk Dublin Berlin Amsterdam Warsaw
        London Brussels Prague Luxembourg Paris Vienna Bratislava Budapest Vaduz Chisinau Bern Ljubljana Zagreb
        """)

    private static func split(_ words: String) -> [String] {
        words.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}

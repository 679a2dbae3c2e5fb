// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore

extension IFBench {
    /// `custom:*`: constraints that belong to one prompt each.
    static let custom: [VerifierDefinition] = [
        VerifierDefinition(
            "custom:multiples", "the numbers are the multiples of 7 from 10 to 50"
        ) { _, _ throws(CheckError) in
            NumberSequence([14, 21, 28, 35, 42, 49])
        },
        VerifierDefinition(
            "custom:mcq_count_length", "four multiple-choice questions with five options, each longer than the last"
        ) { _, _ throws(CheckError) in
            MultipleChoiceQuiz(questions: 4, options: 5)
        },
        VerifierDefinition(
            "custom:reverse_newline", "52 or more lines from Zimbabwe on in reverse alphabetical order"
        ) { _, _ throws(CheckError) in
            DescendingLines(from: "Zimbabwe", minimum: 52)
        },
        VerifierDefinition(
            "custom:word_reverse", "the words in reverse order contain \"bald eagle\""
        ) { _, _ throws(CheckError) in
            ReversedPhrase("bald", "eagle")
        },
        VerifierDefinition(
            "custom:character_reverse", "the response contains \"bald eagle\" backwards"
        ) { _, _ throws(CheckError) in
            KeywordRule([try Keyword("elgae dlab")])
        },
        VerifierDefinition(
            "custom:sentence_alphabet", "26 sentences begin with a, b, c … z"
        ) { _, context throws(CheckError) in
            SentenceAlphabet(skipsPunctuation: context.isCorrected)
        },
        VerifierDefinition(
            "custom:european_capitals_sort", "27 capitals of Europe from north to south"
        ) { _, _ throws(CheckError) in
            NameList(capitals)
        },
        VerifierDefinition(
            "custom:csv_city", "a table of cities with five columns and seven rows"
        ) { _, context throws(CheckError) in
            CSVTable(
                columns: ["ID", "Country", "City", "Year", "Count"], rows: 7, quoting: .free,
                isLenient: context.isCorrected)
        },
        VerifierDefinition(
            "custom:csv_special_character", "a table of products with 14 rows and a quoted special character"
        ) { _, context throws(CheckError) in
            CSVTable(
                columns: ["ProductID", "Category", "Brand", "Price", "Stock"], rows: 14, quoting: .someSpecial,
                isLenient: context.isCorrected)
        },
        VerifierDefinition(
            "custom:csv_quotes", "a tab-separated table of students with three rows and every field in quotes"
        ) { _, context throws(CheckError) in
            CSVTable(
                columns: ["StudentID", "Subject", "Grade", "Semester", "Score"], rows: 3, delimiter: 0x09,
                quoting: .all, isLenient: context.isCorrected)
        },
        VerifierDefinition(
            "custom:date_format_list", "dates from 1769 to 1821 as YYYY-MM-DD with commas between them"
        ) { _, context throws(CheckError) in
            DateList(years: 1769...1821, checksCalendar: context.isCorrected)
        },
    ]
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension PunktModel {
    /// Reads NLTK's model of one language from its `punkt_tab` folder, four text files in UTF-8.
    ///
    /// - Throws: ``NLTKDataError`` that names file and line if one is missing or malformed.
    public init(languageFolder folder: String) throws {
        let abbreviations = try NLTKData.lines("\(folder)/abbrev_types.txt")
        let starters = try NLTKData.lines("\(folder)/sent_starters.txt")
        let pairs = try NLTKData.lines("\(folder)/collocations.tab")
        let contexts = try NLTKData.lines("\(folder)/ortho_context.tab")
        self.init(
            types: ByteStringTable(capacity: contexts.count + abbreviations.count + starters.count),
            collocations: ByteStringTable(capacity: pairs.count))

        for type in abbreviations { insert(type, bits: Mark.abbreviation) }
        for type in starters { insert(type, bits: Mark.starter) }
        for (number, line) in pairs.enumerated() {
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
            guard fields.count == 2 else {
                throw NLTKDataError(
                    .malformed, path: "\(folder)/collocations.tab", line: number + 1,
                    "\(fields.count) fields found; two word types with a tab between them are expected")
            }
            insertCollocation(fields[0], fields[1])
        }
        for (number, line) in contexts.enumerated() {
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
            guard fields.count == 2, let value = UInt16(String(decoding: fields[1], as: UTF8.self)), value < 128 else {
                throw NLTKDataError(
                    .malformed, path: "\(folder)/ortho_context.tab", line: number + 1,
                    "a word type, a tab and a number below 128 are expected")
            }
            insert(fields[0], bits: Orthography(rawValue: value).intersection(.all).rawValue)
        }
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// An `nltk_data` folder, for verdicts that equal those of checkers that call NLTK.
///
///     let data = try NLTKData(folder: "/home/me/nltk_data")
///     let english = try data.punktModel("english")
///     let tagger = try data.perceptronTagger()
///
/// The folder may be `nltk_data` itself or a folder that holds one. Packed packages have to be unpacked first.
/// NLTK's models are not part of Assay; a user who has them copies the files that ``files`` lists to a folder of Assay's
/// own, with the same layout, and opens that.
public struct NLTKData: Sendable {
    /// A file that Assay can use.
    public struct File: Sendable, Hashable {
        /// The path inside the data folder, with `/`: `tokenizers/punkt_tab/english/abbrev_types.txt`.
        public let path: String
        /// The size in bytes.
        public let size: Int
    }

    /// The data folder: the one that holds `tokenizers` or `taggers`.
    public let folder: String
    /// The languages with a complete Punkt model, sorted.
    public let languages: [String]
    /// Whether the English tagger is there.
    public let hasTagger: Bool
    /// Every file that Assay can use, sorted by path.
    public let files: [File]

    /// The four files of a Punkt model.
    static let punktFiles = ["abbrev_types.txt", "collocations.tab", "ortho_context.tab", "sent_starters.txt"]
    static let punktFolder = "tokenizers/punkt_tab"
    static let taggerFolder = "taggers/averaged_perceptron_tagger_eng"
    /// The three files of the tagger.
    static let taggerFiles = ["classes", "tagdict", "weights"].map { "averaged_perceptron_tagger_eng.\($0).json" }

    /// Looks at a folder.
    ///
    /// - Throws: ``NLTKDataError`` if there is no such folder, if it holds neither Punkt tables nor the tagger, if they are
    ///   still packed, or if a language lacks some of its four files.
    public init(folder path: String) throws {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
            throw NLTKDataError(.missing, path: path, "no such folder; an nltk_data folder is expected")
        }
        let candidates = [path, path + "/nltk_data"]
        var chosen: (folder: String, languages: [String], hasTagger: Bool)?
        for candidate in candidates {
            let languages = try Self.languages(in: candidate)
            let hasTagger = try Self.findsTagger(in: candidate)
            if !languages.isEmpty || hasTagger {
                chosen = (candidate, languages, hasTagger)
                break
            }
        }
        guard let chosen else {
            for candidate in candidates {
                for package in [Self.punktFolder, Self.taggerFolder]
                where FileManager.default.fileExists(atPath: "\(candidate)/\(package).zip") {
                    throw NLTKDataError(
                        .zipped, path: "\(candidate)/\(package).zip", "is still packed; unzip it in its folder first")
                }
            }
            throw NLTKDataError(
                .missing, path: path, "holds neither \(Self.punktFolder)/<language> nor \(Self.taggerFolder)")
        }
        folder = chosen.folder
        languages = chosen.languages
        hasTagger = chosen.hasTagger
        var paths = chosen.languages.flatMap { language in
            Self.punktFiles.map { "\(Self.punktFolder)/\(language)/\($0)" }
        }
        if chosen.hasTagger { paths += Self.taggerFiles.map { "\(Self.taggerFolder)/\($0)" } }
        files = try paths.sorted().map { File(path: $0, size: try Self.read("\(chosen.folder)/\($0)").count) }
    }

    /// The Punkt model of a language, named as NLTK names it: `english`, `french`.
    ///
    /// - Throws: ``NLTKDataError`` if the language is not there or a file is malformed.
    public func punktModel(_ language: String) throws -> PunktModel {
        guard languages.contains(language) else {
            let known = languages.joined(separator: ", ")
            throw NLTKDataError(
                .missing, path: "\(folder)/\(Self.punktFolder)/\(language)", "no such Punkt model; there are: \(known)")
        }
        return try PunktModel(languageFolder: "\(folder)/\(Self.punktFolder)/\(language)")
    }

    /// The English tagger.
    ///
    /// - Throws: ``NLTKDataError`` if it is not there or a file is malformed.
    public func perceptronTagger() throws -> PerceptronTagger {
        try PerceptronTagger(folder: "\(folder)/\(Self.taggerFolder)")
    }

    /// What names the content in a stamp: `nltk-` and 16 hexadecimal digits of a hash over all files and their paths.
    ///
    /// - Throws: ``NLTKDataError`` if a file cannot be read any more.
    public func stamp() throws -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        for file in files {
            add(file.path.utf8)
            add([0])
            let content = try Self.read("\(folder)/\(file.path)")
            add(content)
            add([0])
        }
        let digits = String(hash, radix: 16)
        return "nltk-" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    // MARK: Files

    private static func languages(in folder: String) throws -> [String] {
        let root = "\(folder)/\(punktFolder)"
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: root) else { return [] }
        var result: [String] = []
        for entry in entries.sorted() {
            let present = punktFiles.filter { FileManager.default.fileExists(atPath: "\(root)/\(entry)/\($0)") }
            if present.isEmpty { continue }
            if let missing = punktFiles.first(where: { !present.contains($0) }) {
                throw NLTKDataError(
                    .missing, path: "\(root)/\(entry)/\(missing)", "one of the four files of a Punkt model is missing")
            }
            result.append(entry)
        }
        return result
    }

    private static func findsTagger(in folder: String) throws -> Bool {
        let root = "\(folder)/\(taggerFolder)"
        let present = taggerFiles.filter { FileManager.default.fileExists(atPath: "\(root)/\($0)") }
        if present.isEmpty { return false }
        if let missing = taggerFiles.first(where: { !present.contains($0) }) {
            throw NLTKDataError(
                .missing, path: "\(root)/\(missing)", "one of the three files of the tagger is missing")
        }
        return true
    }

    /// The bytes of a file.
    static func read(_ path: String) throws(NLTKDataError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw NLTKDataError(.unreadable, path: path, "the file cannot be read")
        }
        return [UInt8](data)
    }

    /// The lines of a file as Python's text mode gives them: `\n`, `\r\n` and `\r` end a line.
    static func lines(_ path: String) throws(NLTKDataError) -> [ArraySlice<UInt8>] {
        let bytes = try read(path)
        var result: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            result.append(bytes[start..<index - 1])
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
            start = index
        }
        if start < bytes.count { result.append(bytes[start...]) }
        return result
    }
}

// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayReport
import Foundation
import Testing

/// The page in a real browser.
///
/// Chromium is looked for under its usual names; on Debian: `apt-get install chromium`.
enum Browser {
    static let path: String? = {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        let mac = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]
        return (folders.flatMap { folder in names.map { "\(folder)/\($0)" } } + mac)
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// The document after its script has run.
    static func document(_ page: String, fragment: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("page.html")
        try Data(page.utf8).write(to: file)
        let process = Process()
        // A browser that hangs must not hold up the tests.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "timeout", "60", path ?? "chromium", "--headless", "--no-sandbox", "--disable-gpu",
            "--user-data-dir=\(folder.path)/profile", "--virtual-time-budget=2000", "--dump-dom",
            "file://\(file.path)\(fragment)",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}

@Suite(
    .serialized, .enabled(if: Browser.path != nil, "needs Chromium: apt-get install chromium"))
struct ReportBrowserTests {
    private func document(_ fragment: String) throws -> String {
        try Browser.document(ReportPageTests.page(ReportPageTests.records()), fragment: fragment)
    }

    /// Number of rows in the table of samples.
    private func rows(_ document: String) -> Int { document.components(separatedBy: "<tr class=\"row").count - 1 }

    @Test func nothingFromAResponseRuns() throws {
        let document = try document("")
        #expect(document.contains("17 of 17 samples"))
        #expect(rows(document) == 17)
        #expect(document.contains("<title>responses &lt;/script&gt;"))
        #expect(!document.contains("<title>owned"))
        #expect(document.components(separatedBy: "<script").count - 1 == 2)
        #expect(!document.contains("<img"))
    }

    @Test(arguments: [
        ("#label=fail", 12), ("#label=pass", 1), ("#label=invalid", 1), ("#label=abstain", 1), ("#label=error", 2),
        ("#label=loose-only", 1), ("#check=length:words", 2), ("#check=format:json&label=pass", 2),
        ("#value=a", 2), ("#id=s1", 2), ("#q=SAID", 1), ("#q=%3Cimg", 1), ("#check=no%3Asuch&label=error", 1),
        ("#label=fail&check=format:json", 0), ("#samples", 17), ("#label=%", 17), ("#__proto__=x&label=pass", 1),
    ])
    func fragmentsFilter(fragment: String, count: Int) throws {
        let document = try document(fragment)
        #expect(rows(document) == count)
        #expect(document.contains("\(count) of 17 samples"))
    }

    @Test func aSampleShowsItsReasons() throws {
        let document = try document("#id=f1")
        #expect(document.contains("wärm</mark>"))
        #expect(document.contains("words: 12"))
        #expect(document.contains("at least 300 required"))
        #expect(document.contains("strict fail"))
        #expect(document.contains("loose pass"))
        #expect(document.contains("&lt;b&gt;glüht&lt;/b&gt;"))
    }

    @Test(arguments: HostileText.all.indices)
    func hostileSamplesStayText(index: Int) throws {
        let document = try document("#q=h\(index)%20")
        #expect(rows(document) == 1)
        #expect(document.contains("<div class=\"sheet\">"))
        #expect(!document.contains("<title>owned"))
        #expect(!document.contains("<img"))
        #expect(document.components(separatedBy: "<script").count - 1 == 2)
    }

    @Test func hiddenCharactersAreSeen() throws {
        #expect(try document("#q=txt.exe").contains("<span class=\"hidden-sign\">U+202E</span>"))
    }
}

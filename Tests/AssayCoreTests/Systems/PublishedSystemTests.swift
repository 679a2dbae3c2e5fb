// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import Foundation
import Testing

struct PublishedSystemTests {
    /// `docs/systems.md` of this checkout.
    private static let page = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/systems.md")

    @Test func rowsAreNumberedFromOneToFifty() {
        #expect(PublishedSystem.all.map(\.number) == Array(1...50))
    }

    @Test func namesTitlesAndIdsAreDistinct() {
        let rows = PublishedSystem.all
        #expect(Set(rows.map(\.name)).count == rows.count)
        #expect(Set(rows.map(\.title)).count == rows.count)
        let ids = rows.compactMap(\.arXiv)
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: 0..<50)
    func everyRowIsComplete(index: Int) {
        let row = PublishedSystem.all[index]
        #expect(!row.name.isEmpty)
        #expect(!row.title.isEmpty)
        #expect(!row.becomes.isEmpty)
        #expect(!row.title.contains("\n") && !row.becomes.contains("\n"))
        #expect((row.command == nil) == (row.state == .planned))
        #expect(row.command?.hasPrefix("assay ") ?? true)
        #expect(row.citation.hasSuffix("\(row.year)"))
    }

    /// An arXiv id begins with the year and month of the first version.
    @Test(arguments: 0..<50)
    func yearAgreesWithArXivID(index: Int) throws {
        let row = PublishedSystem.all[index]
        let id = try #require(row.arXiv)
        let parts = id.split(separator: ".")
        #expect(parts.count == 2 && parts[0].count == 4 && parts[1].count == 5)
        #expect(id.utf8.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) })
        let year = try #require(Int(parts[0].prefix(2)))
        #expect(2000 + year == row.year)
        #expect(row.link == "https://arxiv.org/abs/\(id)")
    }

    @Test func statesAreAsTheyStand() {
        #expect(PublishedSystem.all.filter { $0.state == .part }.map(\.number) == [4, 5, 20, 21, 31, 34, 43, 45, 49])
        #expect(PublishedSystem.all.allSatisfy { $0.state != .works })
    }

    /// The page's table is the rows' table.
    ///
    /// `ASSAY_UPDATE_DOCS=1` writes it instead.
    @Test func pageHoldsTheTable() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let table = PublishedSystem.markdownTable()
        let start = try #require(text.range(of: "<!-- table:begin -->\n"))
        let end = try #require(text.range(of: "<!-- table:end -->"))
        let found = String(text[start.upperBound..<end.lowerBound])
        if ProcessInfo.processInfo.environment["ASSAY_UPDATE_DOCS"] == "1", found != table {
            let updated = text[..<start.upperBound] + table + text[end.lowerBound...]
            try Data(updated.utf8).write(to: Self.page)
            return
        }
        #expect(found == table, "run ASSAY_UPDATE_DOCS=1 swift test -c release --filter PublishedSystemTests")
    }
}

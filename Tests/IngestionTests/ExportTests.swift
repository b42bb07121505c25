import Foundation
import Ingestion
import Testing
import Vocabulary

struct ExportTests {
  /// A download that breaks off in the first cell of a row has no footer there.
  @Test func aLastRowThatBreaksOffIsToldOf() throws {
    func notes(_ end: String) throws -> [String] {
      try Sample("Campaign,Day,Currency code,Cost,Impr.,Clicks\nA,2026-01-01,EUR,1.50,9,1\n" + end).read().summary.notes
    }
    let words = "its last row has too few cells, as where a download was cut short: if so, download it again"
    #expect(try notes("A,2026-01-02,EUR") == [words])
    #expect(try notes("A,2026-01-02,EUR,1.50,9,1\n").isEmpty)
    #expect(try notes("A,2026-01-02,EUR,1.50,9,1\nBra") == [words])
    // A footer's line has its end, or stands apart, or says when it was written.
    for footer in ["Sample Shop\n", "\nSample Shop", "Made on 2026-01-03 10:15"] {
      #expect(try notes("A,2026-01-02,EUR,1.50,9,1\n" + footer).isEmpty)
    }
    // Rows that are all of another width are cut by nobody.
    #expect(try notes("A,2026-01-02,EUR\nA,2026-01-03,EUR\n").isEmpty)
  }

  @Test(arguments: ["2026-03", "18788", "12/0"])
  func aCutRowIsNoFooter(end: String) throws {
    let reading = try Sample("Day,Campaign name,Amount spent (EUR)\n2026-03-01,A,1.5\n\(end)").read()
    #expect(reading.all.skippedRows.isEmpty && reading.all.rejectedRows.map(\.found) == ["1 cells"])
  }

  /// When a report was written, or its page.
  @Test(arguments: ["31.10.2026 10:15", "(1234)"])
  func aFooterWithoutWords(end: String) throws {
    let reading = try Sample("Day,Campaign name,Amount spent (EUR)\n2026-03-01,A,1.5\n\(end)\n").read()
    #expect(reading.all.skippedRows.map(\.reason) == [.footer])
  }

  @Test func workbooksOfOtherPrograms() throws {
    let open = StoredZip.bytes([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>"),
      ("META-INF/manifest.xml", "<a/>"),
    ])
    let failure = try #require(try Sample(open, name: "a.ods").failure())
    #expect("\(failure)".contains("an OpenDocument file (.ods)") && "\(failure)".contains("save it as .xlsx"))
    let numbers = try #require(try Sample(StoredZip.bytes([("Index/Document.iwa", "x")]), name: "a.numbers").failure())
    #expect("\(numbers)".contains("a file of Numbers"))
  }

  @Test func batchesHoldAboutAThousandRecords() throws {
    let rows = (0..<2_500).map { "A,2026-03-\($0 % 28 < 9 ? "0" : "")\($0 % 28 + 1),1.5" }
    let reading = try Sample("Campaign name,Day,Amount spent (EUR)\n" + rows.joined(separator: "\n")).read()
    #expect(reading.batches == 3)
    #expect(reading.summary.rowsRead == 2_500)
    #expect(reading.total(.spend) == "3750")
  }

  @Test func theClosuresErrorComesOut() throws {
    struct Stop: Error {}
    let export = try Sample("Campaign name,Day,Amount spent (EUR)\nA,2026-03-01,1.5\n").export()
    let recognition = try export.recognise()
    #expect(throws: Stop.self) { _ = try export.read(recognition) { _ in throw Stop() } }
    #expect(throws: Stop.self) { _ = try export.rawRows { _ in throw Stop() } }
  }

  @Test func blankLinesRepeatedHeadersAndFootersAreSkipped() throws {
    let reading = try Sample(
      """
      Campaign name,Day,Amount spent (EUR)
      A,2026-03-01,1.5

      Campaign name,Day,Amount spent (EUR)
      B,2026-03-01,2
      Exported by the agency
      """
    ).read()
    #expect(reading.all.skippedRows.map(\.reason) == [.blank, .repeatedHeader, .footer])
    #expect(reading.summary.rowsRead == 5)
  }

  @Test func whatIsKnownOfTheFile() throws {
    let reading = try Sample("Campaign name,Day,Amount spent (EUR)\nA,2026-03-01,1.5\n", name: "meta-2026-03-02.csv")
      .read()
    #expect(reading.summary.sourceFile.exportedDay?.description == "2026-03-02")
    #expect(reading.summary.sourceFile.name == "meta-2026-03-02.csv")
    #expect(reading.summary.sourceFile.format == "MetaAdsReport")
    #expect(reading.recognition.columns.map(\.meaning) == ["campaign", "day", "spend"])
    #expect(reading.recognition.reason.contains("Amount spent (EUR)"))
  }

  @Test func tablesOfAFile() throws {
    let sample = try Sample("# Start date: 20260101\n# End date: 20260101\nA,B\n1,2\n\n# x\nC\n3\n")
    let tables = try sample.export().tables()
    #expect(tables.map(\.header) == [["A", "B"], ["C"]])
    #expect(tables.map(\.rows) == [1, 1])
    #expect(throws: IngestionError.noSuchTable(file: "sample.csv", table: 3, count: 2)) {
      _ = try sample.export().rawRows(table: 3) { _ in }
    }
  }

  /// Four lines of settings, two cells each, above a table of three lines.
  @Test func settingsAboveASmallTableAreNoHeader() throws {
    let sample = try Sample(
      "Report\nGenerated,11/1/26\nTime zone,Europe/Berlin\nAccount,1\nRange,10/1/26 - 10/31/26\n\nFields\n"
        + "Date,Site,Placement,Clicks,Cost\n2026-10-01,s,p,20,55.50\n2026-10-02,s,p,10,5.50\n")
    #expect(try sample.export().tables().map(\.header) == [["Date", "Site", "Placement", "Clicks", "Cost"]])
  }

  /// A spreadsheet has filled them up with empty cells, so that they are as wide as the table.
  @Test(arguments: [
    "Spend 2026,,,\n,,,\nDate,Campaign,Cost,Clicks\n2026-03-01,A,1.50,\n2026-03-02,B,2,\nTotal,,3.50,\n",
    "Acme,,,\nUpdated 3 March,,,\nDate,Campaign,Cost,Clicks\n2026-03-01,A,1.50,3\n",
    "Acme,,,,,\nDate,Campaign,Cost,Clicks,,\n2026-03-01,A,1.50,3,,\n2026-03-02,A,1.50,3,,\n",
    "sep=,\nAcme,,,\nDate,Campaign,Cost,Clicks\n2026-03-01,A,1.50,3\n",
  ])
  func paddedTitlesAreNoHeader(text: String) throws {
    let table = try #require(try Sample(text).export().tables().first)
    #expect(table.header.prefix(4) == ["Date", "Campaign", "Cost", "Clicks"])
    var rows: [[String]] = []
    let summary = try Sample(text).export().rawRows { rows.append($0) }
    #expect(rows.first == table.header && summary.rows == table.rows && summary.rowsRejected == 0)
  }

  /// Below it stand rows, not names: nothing but words, figures, words that come twice, or columns of both.
  @Test(arguments: [
    "Name,,\nAnn,Rome,A\nBob,Bern,B\n", "Day,,\n2026-03-01,A,1\n2026-03-02,B,2\n", "Name,,\nAnn,Ann,x\nBob,5,y\n",
    "Note,,\nfirst,open,\nsecond,12,\nthird,late,\n", "Note,,\n,,\nonly,,\n",
  ])
  func aHeaderOfOneNameStaysOne(text: String) throws {
    let table = try #require(try Sample(text).export().tables().first)
    #expect(table.line == 1 && table.header.first == text.split(separator: ",").first.map(String.init))
  }

  @Test func unknownTablesAreUnrecognisedButCanBeRead() throws {
    let sample = try Sample("order,amount\n1,2\n")
    #expect(sample.failure() == .unrecognised(file: "sample.csv", kind: nil))
    #expect(try sample.export().tables().first?.header == ["order", "amount"])
  }

  @Test func undeclaredLocalesAreRefused() throws {
    #expect(
      try Sample("a,b\n").failure(ReadOptions(locale: "klingon"))
        == .unknownLocale(file: "sample.csv", locale: "klingon"))
  }

  /// Every damaged or hostile file gives facts or one error line, and never a trap. The long suite measures time and
  /// memory; here each must only come to its end.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"), .timeLimit(.minutes(5)))
  func everyHostileFileComesToAnEnd() throws {
    var files = 0
    for folder in ["bad-input", "exports"] {
      let names = try FileManager.default.subpathsOfDirectory(atPath: Shared.root + "/" + folder).sorted()
      for name in names {
        let path = "\(Shared.root)/\(folder)/\(name)"
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        var isFolder: ObjCBool = false
        // Large and strongly packed files take long without optimisation; the long suite reads them too.
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue, size < 30_000,
          !name.contains("field__"), !name.contains("comment-11MB")
        else { continue }
        files += 1
        do {
          for export in try ExportOpener.open(path: path, options: ReadOptions()) {
            do { _ = try Reading(export) } catch { #expect(error is IngestionError, "\(name): \(error)") }
          }
        } catch { #expect("\(error)".contains("; expected "), "\(name)") }
      }
    }
    #expect(files > 800)
  }
}

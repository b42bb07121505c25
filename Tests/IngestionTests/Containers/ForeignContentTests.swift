import Testing

@testable import Ingestion

struct ForeignContentTests {
  private func kind(_ bytes: [UInt8], name: String) -> String? {
    bytes.withUnsafeBufferPointer { prefix in
      if case .foreign(let kind, _) = ContentKind.of(prefix, name: name) { kind } else { nil }
    }
  }

  @Test(arguments: [
    ("BEGIN:VCALENDAR\nVERSION:2.0\n", "calendar"), ("BEGIN:VCARD\nFN:Ann\n", "address cards"),
    ("Return-Path: <a@b.example>\nSubject: Report\n", "e-mail"), ("-- MySQL dump 10.13\n", "database"),
    ("[InternetShortcut]\nURL=https://x.example\n", "link"), ("{\"error\": {\"code\": 401}}", "error message"),
    ("<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code></Error>", "error message"),
    ("\u{0}\u{0}\u{0}\u{18}ftypheic", "picture"), ("bplist00\u{D1}", "settings"),
    ("RIFFR\u{0}\u{0}\u{0}WEBPVP8 ", "image"), ("8BPS\u{0}\u{1}", "image"), ("OTTO\u{0}\u{b}", "font"),
    ("\u{0}\u{1}\u{0}\u{0}Standard ACE DB\u{0}", "Access"), ("\u{0}\u{1}\u{0}\u{0}\u{0}\u{f}", "font"),
    ("Received: from x\nFrom: Ann <a@b.example>\nTo: c@d.example\nSubject: Report\n\nHello\n", "e-mail"),
    ("From a@b.example Mon Mar  2 10:00:00 2026\nFrom: a@b.example\nSubject: Hi\n\nHello\n", "e-mail"),
    ("<?xml version=\"1.0\"?>\n<!-- made today --><rss version=\"2.0\"><channel/></rss>", "feed"),
    ("<urlset><url><loc>https://x.example</loc></url></urlset>", "pages"),
    ("<?xml version=\"1.0\"?><!DOCTYPE plist><plist version=\"1.0\"/>", "link"),
    ("{\"\":\"WARNING\",\"doc_id\":\"1\",\"resource_key\":\"\",\"email\":\"a@b.example\"}", "cloud"),
    ("{\"type\":\"x\",\"private_key\":\"-----BEGIN PRIVATE KEY-----\\nM\"}", "secret"),
    ("-----BEGIN RSA PRIVATE KEY-----\nM\n", "secret"), ("{\"message\": \"Unauthorized\"}", "error message"),
    (",ann,host,24.11.2026 09:12,file:///home/ann/.config;", "lock file"), ("No data available\n", "no data"),
    ("Keine Daten vorhanden.", "no data"),
    ("From: Ann <a@b.example>\nTo: c@d.example\nMIME-Version: 1.0\n\nHello\n", "e-mail"),
  ])
  func whatIsNoExportIsCalledByName(text: String, name: String) throws {
    #expect(try #require(kind(Array(text.utf8), name: "report.csv")).contains(name))
  }

  @Test(arguments: [
    "Received,Campaign,Cost\n1,2,3\n", "Error,Count\n404,3\n", "{\"message\": \"GET /\", \"status\": 200}\n",
    "ID3,Name\n1,2\n", "{\"error\": false, \"data\": [{\"a\": 1}]}", "{\"errors\": [], \"data\": []}",
    "{\"error\":\"x\",\"a\":1}\n{\"error\":\"y\",\"a\":2}\n", "Received: 2026-05-01\n",
    "From: 2026-05-01\nTo: 2026-05-31\nSubject,Sent\nSpring,3\n", "RIFF,Note\n1,WEBP\n", "BMW,Cost\nA,1\n",
    "OTTO,Cost\nA,1\n", "{\"message\":\"Sent\",\"to\":\"ann\"}", "No data,Cost\n1,2\n",
    "From: a@b.example\nDay,Cost\n1,2\n",
    "<results><rss>1</rss></results>", "{\"doc_id\":1,\"clicks\":3}",
  ])
  func tablesStayTables(text: String) { #expect(kind(Array(text.utf8), name: "report.csv") == nil) }

  /// Some of them are archives and texts by their bytes.
  @Test(arguments: [
    ("report.csv.crdownload", "unfinished"), ("report.csv.part", "unfinished"), ("Dashboard.pbix", "dashboard"),
    ("Sales.TWB", "dashboard"), ("mail.pst", "mailbox"),
  ])
  func someAreToldByTheirNames(name: String, expected: String) throws {
    #expect(try #require(kind([0x50, 0x4B, 3, 4, 0, 0], name: name)).contains(expected))
  }

  /// Text in a code page keeps its hint, be a stray control character in it or a mark of control between its cells.
  @Test func bytesWithoutASignatureAreToldFromText() {
    let bytes = (0..<256).map { UInt8($0) }
    #expect(ForeignContent.isBinary(bytes))
    let text: [UInt8] = Array("Datum;Kosten\n".utf8) + [0xE4, 0xF6, 0xFC, 0x0A]
    #expect(!ForeignContent.isBinary(text))
    #expect(!ForeignContent.isBinary(text + [1, 2, 3, 4] + [UInt8](repeating: 0x41, count: 400)))
    #expect(!ForeignContent.isBinary([0xE4, 1, 0xE4, 1, 0xE4, 1, 0x41, 0x0A]))
  }

  /// 55 bytes for a name in a code page, then the name in UTF-16.
  @Test func whatExcelLeavesBesideAnOpenWorkbookIsNoWorkbook() throws {
    let name = Array("Anna".utf8)
    var bytes: [UInt8] = [4]
    bytes += name
    bytes += [UInt8](repeating: 0x20, count: 50)
    for byte in [4] + name + [UInt8](repeating: 0x20, count: 50) { bytes += [byte, 0] }
    #expect(bytes.count == 165)
    #expect(try #require(kind(bytes, name: "~$plan.xlsx")).contains("lock file"))
  }

  /// The same bytes begin Excel's old workbooks and all other documents of their time.
  @Test func anOldDocumentIsNoWorkbook() throws {
    let bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(try #require(kind(bytes, name: "report.xls")).contains("Excel 97"))
    #expect(try #require(kind(bytes, name: "letter.doc")).contains("no table"))
  }
}

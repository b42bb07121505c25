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
  ])
  func whatIsNoExportIsCalledByName(text: String, name: String) throws {
    #expect(try #require(kind(Array(text.utf8), name: "report.csv")).contains(name))
  }

  @Test(arguments: [
    "Received,Campaign,Cost\n1,2,3\n", "Error,Count\n404,3\n", "{\"message\": \"GET /\", \"status\": 200}\n",
    "ID3,Name\n1,2\n", "{\"error\": false, \"data\": [{\"a\": 1}]}", "{\"errors\": [], \"data\": []}",
    "{\"error\":\"x\",\"a\":1}\n{\"error\":\"y\",\"a\":2}\n", "Received: 2026-05-01\n",
  ])
  func tablesStayTables(text: String) { #expect(kind(Array(text.utf8), name: "report.csv") == nil) }

  /// The same bytes begin Excel's old workbooks and all other documents of their time.
  @Test func anOldDocumentIsNoWorkbook() throws {
    let bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(try #require(kind(bytes, name: "report.xls")).contains("Excel 97"))
    #expect(try #require(kind(bytes, name: "letter.doc")).contains("no table"))
  }
}

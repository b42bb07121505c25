import Ingestion
import Testing
import Vocabulary

struct JSONReaderTests {
  private func read(_ text: String, name: String = "x.json", _ options: ReadOptions = ReadOptions()) throws
    -> (rows: [[String]], summary: TableSummary)
  {
    var rows: [[String]] = []
    let summary = try Sample(text, name: name).export(options).mendedRows { rows.append($0) }
    return (rows, summary)
  }

  private func rows(_ text: String, name: String = "x.json") throws -> [[String]] { try read(text, name: name).rows }

  private func failure(_ text: String, _ options: ReadOptions = ReadOptions()) -> IngestionError? {
    do {
      _ = try read(text, options)
      return nil
    } catch { return error as? IngestionError }
  }

  private func read(_ text: String, _ options: ReadOptions) throws -> [[String]] {
    try read(text, name: "x.json", options).rows
  }

  @Test func anArrayOfObjects() throws {
    #expect(
      try rows("[{\"a\": \"x\", \"b\": 1.50}, {\"b\": 9007199254740993, \"c\": true}, {}]")
        == [["a", "b", "c"], ["x", "1.50", ""], ["", "9007199254740993", "true"], ["", "", ""]])
  }

  @Test func nestedMembersAreNamedByTheirPath() throws {
    #expect(
      try rows("[{\"d\": {\"e\": {\"f\": 1}, \"g\": null}, \"h\": [2, {\"i\": 3}], \"j\": [], \"k\": {}}]")
        == [["d.e.f", "d.g", "h.0", "h.1.i"], ["1", "", "2", "3"]])
  }

  @Test func parametersAreNamedByTheirKeys() throws {
    let event = """
      {"name": "buy", "event_params": [{"key": "ga_session_id", "value": {"int_value": "123456789012345678"}},
      {"key": "page", "value": {"string_value": "/a", "int_value": null, "double_value": null}},
      {"key": "none", "value": {"string_value": null}}, {"key": "plain", "value": 7},
      {"key": "page", "value": {"string_value": "/a"}}],
      "user_properties": [{"key": "tier", "value": {"string_value": "gold", "set_timestamp_micros": "17"}}]}
      """
    let (found, summary) = try read("[" + event + "]")
    #expect(
      found == [
        [
          "name", "event_params.ga_session_id", "event_params.page", "event_params.none", "event_params.plain",
          "user_properties.tier", "user_properties.tier.set_timestamp_micros",
        ],
        ["buy", "123456789012345678", "/a", "", "7", "gold", "17"],
      ])
    #expect(summary.rowsMended == 0)
  }

  @Test func whatIsNoListOfParametersIsCounted() throws {
    #expect(
      try rows("[{\"p\": [{\"key\": \"a\", \"value\": 1, \"x\": 2}, {\"value\": 3}, {\"key\": {}, \"value\": 4}]}]")
        == [["p.0.key", "p.0.value", "p.0.x", "p.1.value", "p.2.value"], ["a", "1", "2", "3", "4"]])
  }

  @Test func oneObjectALine() throws {
    for end in ["\n", "\r\n", "\r", "\n\n"] {
      #expect(try rows(["{\"a\":1}", "{\"a\":2}", ""].joined(separator: end)) == [["a"], ["1"], ["2"]])
    }
    #expect(try read("{\"a\":1}\n{\"a\":2}").summary.dialect == "JSON, one object a line")
    #expect(try read("{\"data\":[{\"a\":1}]}", name: "x.ndjson").rows == [["data.0.a"], ["1"]])
  }

  @Test func aDamagedLineIsOneRowsMatter() throws {
    let text = "{\"a\":1}\n{\"a\":2\n{\"a\":3} x\n[4]\n{\"a\":NaN}\n{\"a\":\"\\ud800\"}\n\n{\"a\":7}\n"
    let (found, summary) = try read(text)
    #expect(found == [["a"], ["1"], ["7"]])
    #expect(summary.problems.map(\.line) == [2, 3, 4, 5, 6])
    #expect(
      summary.problems.map(\.found) == [
        "the end of the line inside a value", "more text after the end of the value", "a line that holds no object",
        "a character that has no place there", "half of a character (a surrogate without its partner)",
      ])
    // The first line too, where the next one shows what the file is.
    #expect(try read("{\"a\":NaN}\n{\"a\":2}\n").rows == [["a"], ["2"]])
    #expect(try read("{\"a\":NaN}\n{\"a\":2}\n").summary.rowsRejected == 1)
  }

  @Test func anObjectThatHoldsItsRecords() throws {
    let text =
      "{\"meta\": {\"n\": 2, \"k\": [{\"z\": 0}]}, \"result\": {\"rows\": [{\"a\": 1, \"b\": 5}, {\"a\": 2}]}, \"more\": null}"
    let (found, summary) = try read(text)
    #expect(found == [["a", "b"], ["1", "5"], ["2", ""]])
    #expect(summary.dialect == "JSON, the records in \"result.rows\"")
  }

  @Test func anObjectThatIsARecord() throws {
    #expect(
      try rows("{\"id\": 1, \"day\": \"2026-10-01\", \"value\": 3, \"items\": [{\"sku\": \"A\"}]}")
        == [["id", "day", "value", "items.0.sku"], ["1", "2026-10-01", "3", "A"]])
    #expect(try rows("{\"day\": [\"2026-10-01\"], \"cost\": [2]}") == [["day.0", "cost.0"], ["2026-10-01", "2"]])
    #expect(
      try rows("{\"p\": [{\"key\": \"a\", \"value\": 1}, {\"key\": \"b\", \"value\": 2}]}") == [
        ["p.a", "p.b"], ["1", "2"],
      ])
  }

  @Test func anObjectByPeriod() throws {
    let text = "{\"2026-10\": [{\"n\": 1}, {\"n\": 2}], \"2026-11\": [], \"2026-12-01,2026-12-07\": {\"n\": 3}}"
    let (found, summary) = try read(text)
    #expect(found == [["@date", "n"], ["2026-10", "1"], ["2026-10", "2"], ["2026-12-01,2026-12-07", "3"]])
    #expect(summary.dialect == "JSON, records by period")
  }

  @Test func arraysOfArrays() throws {
    #expect(
      try rows("[[{\"a\": 1}, {\"a\": 2}], [], [{\"b\": 3}], {\"c\": 4}]")
        == [
          ["@index", "a", "b", "c"], ["0", "1", "", ""], ["0", "2", "", ""], ["2", "", "3", ""], ["", "", "", "4"],
        ])
    #expect(try rows("[[\"day\", \"n\"], [\"2026-10-01\", 4]]") == [["0", "1"], ["day", "n"], ["2026-10-01", "4"]])
    #expect(try rows("[7, null, \"x\"]") == [["value"], ["7"], [""], ["x"]])
    #expect(try rows("[]") == [[]])
    #expect(try rows(" 4 ") == [["value"], ["4"]])
  }

  @Test func strings() throws {
    #expect(
      try rows(#"["\"\\\/\b\f\n\r\t", "\u00e9\u20AC\ud83d\ude39", "é€😹", "a/*b*/", ""]"#)
        == [["value"], ["\"\\/\u{8}\u{C}\n\r\t"], ["é€😹"], ["é€😹"], ["a/*b*/"], [""]])
  }

  @Test func halvesOfCharacters() throws {
    for text in [#"["\ud800"]"#, #"["\ud800x"]"#, #"["\udc00"]"#, #"["\ud800\n"]"#, #"["\ud800\ud800\udc00"]"#] {
      #expect(try read(text).summary.rowsRejected == 1)
    }
  }

  @Test func namesThatOccurTwiceAreToldOf() throws {
    let (found, summary) = try read("[{\"a\": 1, \"a\": 2}, {\"b.c\": 3, \"b\": {\"c\": 4}}, {\"a\": 5}]")
    #expect(
      found == [["a", "a (2)", "b.c", "b.c (2)"], ["1", "2", "", ""], ["", "", "3", "4"], ["5", "", "", ""]])
    #expect(summary.mendedLines == [1, 2])
    var strict: [[String]] = []
    let refused = try Sample("[{\"a\": 1, \"a\": 2}, {\"a\": 5}]", name: "x.json").export().rawRows {
      strict.append($0)
    }
    #expect(strict == [["a", "a (2)"], ["5", ""]])
    #expect(refused.problems.map(\.found) == ["a name that occurs twice in one object"])
    #expect(
      failure("{\"data\": [{\"a\": 1}], \"data\": [{\"a\": 2}]}")
        == .malformedJSON(file: "x.json", line: 1, byte: 28, fault: .repeatedName))
  }

  @Test func zeroBytesAreNoText() throws {
    let (found, summary) = try read(#"[{"a\u0000": "x\u0000y"}]"#)
    #expect(found == [["a"], ["xy"]])
    #expect(summary.rowsMended == 1)
  }

  @Test(
    arguments: [
      ("[1,]", 1, 3, .misplaced), ("[\n1,\n2", 3, 6, .cut), ("{\"a\" 1}", 1, 5, .misplaced), ("[01]", 1, 3, .number),
      ("[1.]", 1, 3, .number), ("[-]", 1, 2, .number), ("[1e]", 1, 3, .number), ("[+1]", 1, 1, .misplaced),
      ("[tru]", 1, 4, .misplaced), ("[\"a\tb\"]", 1, 3, .control), ("[\"\\x\"]", 1, 3, .escape),
      ("[\"\\u00g0\"]", 1, 6, .escape), ("[\"a", 1, 3, .cut), ("[] []", 1, 3, .further), ("{'a':1}", 1, 1, .misplaced),
      ("{\"a\":1}}", 1, 7, .further), ("[1 2]", 1, 3, .misplaced), ("{\"a\":1,}", 1, 7, .misplaced),
    ] as [(String, Int, Int, JSONFault)])
  func damageIsNamedByLineAndByte(text: String, line: Int, byte: Int, fault: JSONFault) {
    #expect(failure(text) == .malformedJSON(file: "x.json", line: line, byte: byte, fault: fault))
  }

  @Test func oneSentenceSaysWhatIsWrong() {
    #expect(
      failure("[1,]")?.description
        == "x.json:1: a character that has no place there, byte 3 of the file; expected JSON (RFC 8259); "
        + "export it again, the file is cut or damaged")
  }

  @Test func whatIsNoUTF8IsRefused() throws {
    let sample = try Sample(Array("[\n\"".utf8) + [0xE9] + Array("\"]".utf8), name: "x.json")
    #expect(throws: IngestionError.undecodable(file: "x.json", line: 2, byte: 3)) {
      _ = try sample.export().mendedRows { _ in }
    }
  }

  @Test func encodingsOtherThanUTF8() throws {
    let text = "[{\"a\":\"é\"}]"
    let little = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let files: [[UInt8]] = [[0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little, big]
    for bytes in files {
      var rows: [[String]] = []
      _ = try Sample(bytes, name: "x.json").export().mendedRows { rows.append($0) }
      #expect(rows == [["a"], ["é"]])
    }
  }

  @Test func limitsHold() throws {
    let deep = String(repeating: "[", count: 300) + String(repeating: "]", count: 300)
    #expect(failure(deep) == .beyondLimit(file: "x.json", found: "values nested deeper than 256", limit: "256"))
    var limits = Limits.standard
    limits.columns = 3
    let wide = IngestionError.beyondLimit(file: "x.json", found: "more than 3 columns", limit: "3")
    #expect(failure("[{\"a\":1,\"b\":2,\"c\":3,\"d\":4}]", ReadOptions(limits: limits)) == wide)
    #expect(failure("[{\"a\":1},{\"b\":2},{\"c\":3},{\"d\":4}]", ReadOptions(limits: limits)) == wide)
    limits = .standard
    limits.recordBytes = 100
    #expect(failure("[[" + String(repeating: "1,", count: 100) + "1]]", ReadOptions(limits: limits)) != nil)
    limits = .standard
    limits.fieldBytes = 10
    let (found, summary) = try read(
      "{\"a\":\"0123456789\"}\n{\"a\":\"0123456789x\"}\n", name: "x.json", ReadOptions(limits: limits))
    #expect(found == [["a"], ["0123456789"]])
    #expect(summary.rowsRejected == 1)
    let sparse = (0..<1_200).map { "{\"k\($0)\":1}" }.joined(separator: "\n")
    #expect(
      failure(sparse)?.description.contains("more than 100 empty cells for each filled one") == true)
  }

  @Test func theNameDoesNotDecide() throws {
    #expect(try rows("day,cost\n2026-10-01,1\n") == [["day", "cost"], ["2026-10-01", "1"]])
    #expect(try rows("[{\"a\":1}]", name: "x.csv") == [["a"], ["1"]])
    #expect(failure("nonsense") != nil)
  }

  /// Records in one line are counted, so that a problem still names one of them.
  @Test func recordsAreTracedByLineOrNumber() throws {
    let lines = try read("[\n{\"a\":1},\n\n{\"a\":\"\\ud800\"}]").summary
    #expect(lines.problems.map(\.line) == [4])
    let numbers = try read("[{\"a\":1},{\"a\":2},\n{\"a\":\"\\ud800\"}]").summary
    #expect(numbers.problems.map(\.line) == [3])
  }

  @Test func namesOfTwoKindsAreToldOf() throws {
    let (found, summary) = try read("{\"a\":1,\"b\":null}\n{\"a\":[2],\"b\":{\"c\":3}}\n")
    #expect(found == [["a", "b", "a.0", "b.c"], ["1", "", "", ""], ["", "", "2", "3"]])
    #expect(summary.notes.map(\.column) == ["a"])
    #expect(summary.notes.map(\.line) == [2])
  }

  /// Any report's columns may come as members: order and gaps do not matter.
  @Test func aReportThatIsKnownByItsColumns() throws {
    let reading = try Sample(
      """
      [{"Campaign name": "A", "Day": "2026-03-01", "Amount spent (EUR)": 1.5},
      {"Amount spent (EUR)": "2.25", "Day": "2026-03-02", "Campaign name": "B"},
      {"Amount spent (EUR)": 1, "Amount spent (EUR)": 2, "Day": "2026-03-02", "Campaign name": "B"}]
      """, name: "x.json"
    ).read()
    #expect(reading.summary.rowsRead == 3)
    #expect(reading.summary.rowsRejected == 1)
    #expect(reading.total(.spend) == "3.75")
    #expect(reading.recognition.dialect == "JSON, an array of records")
  }

  /// What lists hold besides the records is told of where it is records, too: no error, total or description of columns.
  @Test func furtherListsOfRecordsAreNamed() throws {
    func row(_ day: Int, _ spend: Int) -> String {
      "{\"Campaign name\": \"A\", \"Day\": \"2026-03-0\(day)\", \"Amount spent (EUR)\": \(spend)}"
    }
    let march = (1...4).map { row($0, $0) }.joined(separator: ",")
    func notes(_ others: String) throws -> [String] {
      let reading = try Sample("{\"march\": [\(march)], \(others)}", name: "x.json").read()
      #expect(reading.total(.spend) == "10")
      return reading.recognition.notes.filter { $0.contains("left out") }
    }
    let april = "\"april\": [\(row(5, 1)), \(row(6, 1))]"
    #expect(
      try notes("\"errors\": [], " + april) == [
        "list \"april\" is left out, with records much like those that are read; put it into a file of its own"
      ])
    #expect(
      try notes(
        "\"errors\": [], \"totals\": [\(row(5, 10))], "
          + "\"columns\": [{\"name\": \"Day\", \"type\": \"d\"}, {\"name\": \"Cost\", \"type\": \"m\"}]"
      ).isEmpty)
  }
}

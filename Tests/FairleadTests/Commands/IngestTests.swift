import Ingestion
import Testing
import Vocabulary
import Warehouse

@testable import fairlead

struct IngestTests {
  private func load(_ paths: [String], _ options: ReadOptions, into warehouse: Warehouse) throws -> [FileReport] {
    try Loading(warehouse: warehouse, options: options, limit: .standard).load(paths, quiet: true)
  }

  /// The second file names its currency itself, the third was loaded with one.
  @Test func aCurrencyThatIsNamedTooLateIsSaid() throws {
    let folder = try Folder()
    let warehouse = try Warehouse(path: folder.path + "/warehouse.sqlite")
    let header = "Date,Order #,Status,Product(s),Items sold,N. Revenue"
    let files = [
      try folder.write(header + "\n2026-03-02,77,completed,Cap,1,1.50\n", to: "one.csv"),
      try folder.write(header + " (EUR)\n2026-03-02,78,completed,Cap,1,1.50\n", to: "two.csv"),
    ]
    let third = try folder.write(header + "\n2026-03-02,79,completed,Cap,1,1.50\n", to: "three.csv")
    _ = try load(files, ReadOptions(), into: warehouse)
    let dollars = ReadOptions(currency: Currency("USD"))
    _ = try load([third], dollars, into: warehouse)
    let command = try Ingest.parse(["--currency", "USD"])
    let again = try load(files + [third], dollars, into: warehouse).map { try command.told($0, isIn: warehouse) }
    #expect(again.map(\.status) == [.unchanged, .unchanged, .unchanged])
    #expect(again.map(\.problems.count) == [1, 0, 0])
    #expect(again[0].problems[0].found == "the file is loaded already, without a currency, and stays so")
    let silent = try Ingest.parse([])
    #expect(try again.map { try silent.told($0, isIn: warehouse).problems.count } == again.map(\.problems.count))
  }

  /// 3 June and 6 March are both days.
  @Test func anOrderOfDatesThatIsNamedTooLateIsSaid() throws {
    let folder = try Folder()
    let warehouse = try Warehouse(path: folder.path + "/warehouse.sqlite")
    let file = try folder.write(
      "Campaign,Day,Currency code,Cost,Impr.,Clicks\nA,03/06/2026,EUR,1.50,9,1\n", to: "ads.csv")
    _ = try load([file], ReadOptions(dateOrder: .monthDayYear), into: warehouse)
    let command = try Ingest.parse(["--date-order", "dmy"])
    let again = try load([file], ReadOptions(dateOrder: .dayMonthYear), into: warehouse)
      .map { try command.told($0, isIn: warehouse) }
    #expect(
      again[0].problems.map(\.found) == [
        "the file is loaded already, with days from 2026-03-06 to 2026-03-06, and stays so"
      ])
  }
}

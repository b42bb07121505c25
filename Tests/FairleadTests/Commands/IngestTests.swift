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
    let again = try load(files + [third], dollars, into: warehouse).map { try Ingest.told($0, isIn: warehouse) }
    #expect(again.map(\.status) == [.unchanged, .unchanged, .unchanged])
    #expect(again.map(\.problems.count) == [1, 0, 0])
    #expect(again[0].problems[0].found == "the file is loaded already, without a currency, and stays so")
  }
}

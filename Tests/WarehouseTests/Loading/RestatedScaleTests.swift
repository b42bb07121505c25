import Testing
import Vocabulary

@testable import Warehouse

struct RestatedScaleTests {
  /// Against 100 a day in the other file.
  @Test(
    "less than half or more than twice, over two settled days at least",
    arguments: [
      ([50, 49], true), ([50, 50], false), ([200, 201], true), ([200, 200], false), ([0, 0], true), ([1], false),
    ] as [([Int64], Bool)])
  func bounds(own: [Int64], isFar: Bool) {
    var scale = RestatedScale()
    for (day, figure) in own.enumerated() { scale.add(figure, instead: 100, day: Int64(day)) }
    #expect(scale.isFar(end: 9) == isFar)
  }

  @Test("the last three days of the file that ends first are not settled")
  func unsettledDays() {
    var scale = RestatedScale()
    for day in 0..<5 as Range<Int64> { scale.add(10, instead: 100, day: day) }
    #expect([3, 4].map { scale.isFar(end: $0) } == [false, true])
  }

  private let week = (1...7).map { "2026-09-0\($0)" }

  private func export(_ name: String, _ figure: Int64, last: String, exported: String? = nil) -> Export {
    Export(
      name, window: "2026-09-01…" + last, exported: exported,
      ads: week.map { ad("Brand", $0, spend: figure, impressions: figure * 10) })
  }

  @Test("an export of another account that nothing names is asked about, whichever comes first")
  func twoAccounts() throws {
    let (large, small) = (export("large.csv", 100, last: "2026-09-07"), export("small.csv", 5, last: "2026-09-08"))
    for (first, second) in [(large, small), (small, large)] {
      let scratch = try Scratch()
      try scratch.load(first)
      let error = #expect(throws: WarehouseError.self) { try scratch.load(second) }
      #expect(error == .farFigures(first: second.file.name, second: first.file.name))
      #expect(error?.description.contains("ingest each account's files with --account and its name") == true)
      #expect(try scratch.count("sourceFile") == 1)
    }
  }

  @Test("what is restated within bounds, or says that it was made on a later day, is loaded")
  func restatements() throws {
    let scratch = try Scratch()
    try scratch.load(export("a.csv", 100, last: "2026-09-07"))
    #expect(try scratch.load(export("b.csv", 51, last: "2026-09-08")).rowsUpdated == 7)
    let dated = export("c-2026-09-12.csv", 5, last: "2026-09-09", exported: "2026-09-12")
    #expect(try scratch.load(dated).rowsUpdated == 7)
  }

  @Test("orders with the same numbers of other buyers on other days are another shop's")
  func twoShops() throws {
    let scratch = try Scratch()
    try scratch.load(Export("uk.csv", orders: [order("1001", "2026-09-01", email: "a@b.de", subtotal: 40)]))
    let other = Export("de.csv", orders: [order("1001", "2026-09-03", email: "c@d.de", subtotal: 70)])
    let error = #expect(throws: WarehouseError.self) { try scratch.load(other) }
    #expect(error == .differentThings(table: "customerOrder", first: "de.csv", second: "uk.csv"))
    #expect(error?.description.contains("ingest the files of each with --account and its name") == true)
    var dollars = order("1001", "2026-09-03", email: nil, subtotal: 70)
    dollars.currency = Currency("USD")
    #expect(throws: WarehouseError.self) { try scratch.load(Export("us.csv", orders: [dollars])) }
    // An address may be put right, and a day may lie on the other side of midnight.
    let corrected = Export(
      "later.csv", exported: "2026-09-30", orders: [order("1001", "2026-09-01", email: "c@d.de", subtotal: 40)])
    #expect(try scratch.load(corrected).rowsUpdated == 1)
  }
}

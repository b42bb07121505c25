import Computation
import Modeling
import Testing

@Suite("TableEncoder")
struct TableEncoderTests {
  let days = Feature("days", unit: .days, missing: .median)
  let channel = Feature("channel", unit: .category, missing: .ownLevel)

  func table(_ days: [Double?], _ channels: [String?]) throws -> FeatureTable {
    var table = FeatureTable(rowCount: days.count)
    // Categorical first: numeric columns still come first in the matrix.
    try table.append(channel, .categorical(channels))
    try table.append(self.days, .numeric(days))
    return table
  }

  @Test("numbers first, standardised; then levels; sources name each column")
  func encoding() throws {
    let train = try table([1, 3, nil], ["b", "a", nil])
    let fitted = try TableEncoder().fit(train)
    #expect(fitted.sources.map(\.feature) == [days, channel, channel, channel])
    #expect(fitted.sources.map(\.level) == [nil, .named("a"), .named("b"), .missing])
    // Filled with the median 2, so mean 2 and deviation √(2/3).
    let unit = 1 / (2.0 / 3).squareRoot()
    let expected = Matrix([[-unit, 0, 1, 0], [unit, 1, 0, 0], [0, 0, 0, 1]])
    #expect(try fitted.transform(train).values.elementsEqual(expected.values) { abs($0 - $1) < 1e-15 })
  }

  @Test("learns from the training rows alone: poisoning the others changes nothing")
  func poison() throws {
    let rows = [0, 1, 2]
    let clean = try table([1, 3, nil, 2], ["b", "a", "b", "a"])
    let poisoned = try table([1, 3, nil, 1e12], ["b", "a", "b", "poison"])
    let encoder = TableEncoder()
    #expect(
      try encoder.fit(clean.selecting(rows: rows)) == (try encoder.fit(poisoned.selecting(rows: rows))))
  }

  @Test("refuses a table without a feature of training")
  func unknown() throws {
    let fitted = try TableEncoder().fit(try table([1, 2], ["a", "b"]))
    var other = FeatureTable(rowCount: 1)
    try other.append(days, .numeric([1]))
    #expect(throws: FitProblem.unknownFeature("channel")) { try fitted.transform(other) }
  }

  @Test("is stored and read back")
  func stored() throws {
    let fitted = try TableEncoder().fit(try table([1, 2], ["a", nil]))
    #expect(try ModelArchive.read(TableEncoder.Fitted.self, from: ModelArchive.bytes(of: fitted)) == fitted)
  }

  @Test("gives back the table, gaps filled and numbers first")
  func inverse() throws {
    let fitted = try TableEncoder().fit(try table([1, 3, nil], ["b", "a", nil]))
    let back = try fitted.inverse(try fitted.transform(try table([7, nil, 2], ["a", "unseen", nil])))
    #expect(back.features == [days, channel])
    #expect(back[channel] == .categorical(["a", nil, nil]))
    #expect(SmallTable.isClose(back, [[7], [2], [2]]))
  }
}

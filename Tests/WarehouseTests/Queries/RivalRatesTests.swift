import Testing
import Vocabulary

@testable import Warehouse

struct RivalRatesTests {
  /// Rates of the dollar in euros, thousandths, on days from 1 September 2026 on.
  private func export(_ name: String, _ authority: String, _ thousandths: [Int64]) throws -> Export {
    let (euro, dollar) = (try #require(Currency("EUR")), try #require(Currency("USD")))
    var batch = CanonicalBatch()
    batch.exchangeRates = thousandths.enumerated().map { index, rate in
      ExchangeRate(
        origin: RecordOrigin(line: index + 2), day: days("2026-09-01").first + index, base: euro, quote: dollar,
        rateNanos: rate * 1_000_000, authority: authority)
    }
    batch.rowsRead = thousandths.count
    return Export(name, [batch])
  }

  /// The second and the third of four days differ; the last is stated once.
  @Test("days on which two authorities differ are counted, whichever was loaded first")
  func whatDiffersIsTold() throws {
    let bank = try export("eurofxref.csv", "ECB", [1_100, 1_200, 1_300])
    let own = try export("a.csv", "own rates", [1_100, 1_201, 1_299, 1_400])
    for order in [[bank, own], [own, bank]] {
      let scratch = try Scratch()
      try scratch.load(order[0])
      #expect(try RivalRates.fetch(from: scratch.warehouse) == [])
      try scratch.load(order[1])
      #expect(
        try RivalRates.fetch(from: scratch.warehouse) == [
          RivalRates(
            authority: "own rates", file: "a.csv", digest: "digest of a.csv", countedAuthority: "ECB",
            countedFile: "eurofxref.csv", countedDigest: "digest of eurofxref.csv", days: 2)
        ])
      // What is told to count is what money is converted with: `CurrencyConversion` takes the first of a day.
      let first = try ExchangeRates.fetch(from: scratch.warehouse).first { $0.day == days("2026-09-02").first }
      #expect(first?.nanos == 1_200_000_000)
    }
  }

  @Test func equalRatesAreNoRivals() throws {
    let scratch = try Scratch()
    try scratch.load(try export("eurofxref.csv", "ECB", [1_100, 1_200]))
    try scratch.load(try export("a.csv", "own rates", [1_100, 1_200]))
    #expect(try RivalRates.fetch(from: scratch.warehouse) == [])
  }
}

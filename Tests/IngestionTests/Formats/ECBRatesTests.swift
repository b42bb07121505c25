import Ingestion
import Testing
import Vocabulary

struct ECBRatesTests {
  private static let codes = "USD,JPY,BGN,CYP,CZK,DKK,GBP,HUF,PLN,SEK,CHF,NOK"

  @Test func historyWithGapsAndATrailingComma() throws {
    let reading = try Sample(
      "Date,\(Self.codes),\n"
        + "2026-01-05,1.0875,161.46,1.9558,N/A,24.7,7.4589,0.86,392.1,4.35,11.2,0.95,11.8,\n"
        + "2026-01-02,1.0881,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,\n"
        + "2026-01-01,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,\n"
        + "2025-12-31,0,161.46,1.9558,N/A,24.7,7.4589,0.86,392.1,4.35,11.2,0.95,11.8,\n"
    ).read()
    #expect(reading.recognition.format == "ECBRates")
    #expect(reading.summary.rowsRead == 4)
    #expect(reading.total(.rates) == "12")
    #expect(reading.all.skippedRows.map(\.reason) == [.noData])
    #expect(reading.summary.problems.map(\.column) == ["USD"])
    let rates = reading.all.exchangeRates
    #expect(rates.allSatisfy { $0.base == Currency("EUR") && $0.authority == "ECB" })
    #expect(rates[0].quote == Currency("USD"))
    #expect(rates[0].rateNanos == 1_087_500_000)
    #expect(rates[1].rateNanos == 161_460_000_000)
    #expect(rates[11].day.description == "2026-01-02")
    #expect(rates[11].rateNanos == 1_088_100_000)
  }

  @Test func theDailyFile() throws {
    let codes = Self.codes.replacing(",", with: ", ")
    let reading = try Sample(
      "Date, \(codes), \n20 November 2026, 1.0875, 161.46, N/A, N/A, 24.7, 7.4589, 0.86, 392.1, 4.35, 11.2, 0.95, 11.8, \n"
    ).read()
    #expect(reading.total(.rates) == "10")
    #expect(reading.all.exchangeRates[0].day.description == "2026-11-20")
  }

  @Test func savedAgainWithDecimalCommas() throws {
    let reading = try Sample(
      "Date;\(Self.codes.replacing(",", with: ";"))\n"
        + "05.01.2026;1,0875;161,46;1,9558;N/A;24,7;7,4589;0,86;392,1;4,35;11,2;0,95;11,8\n"
    ).read(ReadOptions(dateOrder: .dayMonthYear))
    #expect(reading.all.exchangeRates.map(\.rateNanos).prefix(2) == [1_087_500_000, 161_460_000_000])
  }

  private static let history = "ecb/eurofxref-hist.csv"

  /// Figures of the file of 2026-10-30, added up by another program.
  @Test(.enabled(if: Shared.has(history), "needs the bank's file in the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading(Self.history)
    #expect(reading.summary.rowsRead == 7_126)
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.summary.rowsSkipped == 0)
    #expect(reading.total(.rates) == "221702")
    #expect(reading.all.exchangeRates.reduce(0) { $0 + $1.rateNanos } == 1_949_574_276_426_484_000)
    #expect(reading.recognition.window?.description == "1999-01-04…2026-10-30")
  }

  @Test func aFewCurrenciesAreAnybodysTable() throws {
    let error = try Sample("Date,USD,GBP,CHF\n2026-01-05,1.1,0.9,0.95\n", name: "b.csv").failure()
    #expect(error == .unrecognised(file: "b.csv", kind: nil))
  }
}

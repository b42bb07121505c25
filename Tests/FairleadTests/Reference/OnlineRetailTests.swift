import Analysis
import Foundation
import Modeling
import Testing
import Vocabulary

/// Every figure of the reference on its list of sold items: counts exactly, sums within 1e-9.
@Suite("Online Retail", .enabled(if: LabReference.isPresent, "\(LabReference.absence)"))
struct OnlineRetailTests {
  private static let retail = Result { try OnlineRetail() }
  private static let histories = retail.map(\.histories)
  /// The day after the last sale.
  private static let snapshot = Day(iso: "2011-12-10")

  private func reference(_ path: [String]) throws -> Double {
    try LabReference.number("rfm_aggregates.json", ["online_retail"] + path)
  }

  private func table(_ path: [String]) throws -> [String: Double] {
    try LabReference.table("rfm_aggregates.json", ["online_retail"] + path)
  }

  private func isNear(_ micros: Int64, _ expected: Double) -> Bool {
    abs(Micros.double(micros) - expected) <= 1e-9 * abs(expected)
  }

  @Test func rowsAndColumns() throws {
    let retail = try Self.retail.get()
    #expect(Double(retail.rows) == (try reference(["rows"])))
    for (column, count) in try table(["nulls"]) { #expect(Double(retail.blanks[column] ?? 0) == count, "\(column)") }
    for (column, count) in try table(["distinct"]) {
      #expect(Double(retail.distinct[column]?.count ?? 0) == count, "\(column)")
    }
    #expect(Double(retail.rows - retail.distinctRows.count) == (try reference(["duplicate_rows"])))
    #expect(Double(retail.cancelled) == (try reference(["cancel_rows(InvoiceNo starts C)"])))
    #expect(Double(retail.quantity) == (try reference(["sum_qty"])))
    #expect(isNear(retail.netMicros, try reference(["sum_revenue_all"])))
    #expect(retail.times == ("2010-12-01 08:26:00", "2011-12-09 12:50:00"))
  }

  @Test func salesToKnownCustomers() throws {
    let retail = try Self.retail.get()
    #expect(Double(retail.sales) == (try reference(["clean", "rows"])))
    #expect(Double(try Self.histories.get().count) == (try reference(["clean", "customers"])))
    #expect(Double(retail.invoiceCount) == (try reference(["clean", "invoices"])))
    #expect(isNear(retail.netByMonth.values.reduce(0, +), try reference(["clean", "revenue"])))
    let months = try table(["clean", "revenue_by_month"])
    #expect(Set(months.keys) == Set(retail.netByMonth.keys))
    for (month, revenue) in months { #expect(isNear(retail.netByMonth[month] ?? 0, revenue), "\(month)") }
    let countries = try table(["clean", "revenue_by_country_top10"])
    let largest = retail.netByCountry.sorted { $0.value > $1.value }.prefix(10)
    #expect(Set(countries.keys) == Set(largest.map(\.key)))
    for (country, revenue) in largest { #expect(isNear(revenue, countries[country] ?? 0), "\(country)") }
  }

  @Test func recencyFrequencyAndValue() throws {
    let figures = RecencyFrequencyValue(try Self.histories.get(), asOf: try #require(Self.snapshot))
    #expect(Double(figures.purchases.count) == (try reference(["rfm", "n"])))
    #expect(Double(figures.recencyDays.reduce(0, +)) == (try reference(["rfm", "sums", "R"])))
    #expect(Double(figures.purchases.reduce(0, +)) == (try reference(["rfm", "sums", "F"])))
    #expect(isNear(figures.netMicros.reduce(0, +), try reference(["rfm", "sums", "M"])))
    for (letter, values) in [
      ("R", figures.recencyDays.map(Double.init)), ("F", figures.purchases.map(Double.init)),
      ("M", figures.netMicros.map(Micros.double)),
    ] {
      let expected = try LabReference.numbers("rfm_aggregates.json", ["online_retail", "rfm", "quantiles", letter])
      let sorted = values.sorted()
      for (share, quantile) in zip([0, 0.2, 0.4, 0.5, 0.6, 0.8, 1], expected) {
        #expect(abs(Quantile.of(sorted: sorted, share) - quantile) <= 1e-9 * quantile, "\(letter) \(share)")
      }
    }
  }

  @Test(arguments: [(RecencyFrequencyValue.Dealing.byRank, "rank_counts_top"), (.byCut, "cut_counts")])
  func fifths(dealing: RecencyFrequencyValue.Dealing, key: String) throws {
    let figures = RecencyFrequencyValue(try Self.histories.get(), asOf: try #require(Self.snapshot))
    var counts: [String: Double] = [:]
    for score in figures.scores(dealing) {
      counts["\(score.recency)\(score.frequency)\(score.value)", default: 0] += 1
    }
    #expect(counts == (try table(["rfm", key])))
  }

  /// The reference's own file, customer by customer.
  @Test func scoresOfEachCustomer() throws {
    let figures = RecencyFrequencyValue(try Self.histories.get(), asOf: try #require(Self.snapshot))
    let (ranks, cuts) = (figures.scores(.byRank), figures.scores(.byCut))
    let lines = try LabReference.text("online_retail/rfm.csv.gz").split(whereSeparator: \.isNewline).dropFirst()
    #expect(lines.count == ranks.count)
    for (index, line) in lines.enumerated() {
      let cells = line.split(separator: ",")
      let own = [
        figures.recencyDays[index], figures.purchases[index], ranks[index].recency, ranks[index].frequency,
        ranks[index].value, cuts[index].recency, cuts[index].frequency, cuts[index].value,
      ]
      let theirs = try [1, 2, 4, 5, 6, 7, 8, 9].map { try #require(Int(cells[$0])) }
      guard own != theirs else { continue }
      Issue.record("customer \(cells[0]): \(own) against \(theirs)")
    }
  }

  @Test func concentration() throws {
    let figures = RecencyFrequencyValue(try Self.histories.get(), asOf: try #require(Self.snapshot))
    let curve = try LorenzCurve(figures.netMicros.map(Micros.double))
    let gini = try reference(["rfm", "gini_monetary"])
    #expect(abs(curve.gini - gini) <= 1e-9 * gini)
    let top = try reference(["rfm", "top10pct_share"])
    #expect(abs(curve.held(byLargest: figures.netMicros.count / 10) - top) <= 1e-9 * top)
  }

  @Test func cohorts() throws {
    let cohorts = CohortActivity.all(try Self.histories.get(), asOf: try #require(Day(iso: "2011-12-09")))
    #expect(cohorts.count == 13)
    for cohort in cohorts {
      let name = "\(cohort.year)-\(cohort.month < 10 ? "0" : "")\(cohort.month)"
      let expected = try table(["cohort_active_customers", name])
      #expect(expected.count == cohort.active.count)
      for (age, active) in cohort.active.enumerated() {
        #expect(Double(active) == expected["\(age)"], "\(name) \(age)")
      }
    }
  }
}

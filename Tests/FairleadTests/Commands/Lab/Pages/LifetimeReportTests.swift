import Computation
import Testing
import Vocabulary

@testable import fairlead

struct LifetimeReportTests {
  /// Customers who buy at different rates and leave with different chances, over 300 days from 1 January 2026.
  private static let orders: [String] = {
    var generator = SeededGenerator(seed: 7)
    let first = Day(iso: "2026-01-01") ?? Day(number: 0)
    return (0..<600).flatMap { customer -> [String] in
      let rate = generator.gamma(shape: 0.8, scale: 1 / 40.0)
      let chance = generator.beta(0.7, 2.5)
      var time = generator.uniform(in: 0...60)
      var days = [Int(time)]
      while !generator.chance(chance) {
        time += generator.exponential(rate: rate)
        if time >= 300 { break }
        days.append(Int(time))
      }
      let scale = 1 / generator.gamma(shape: 4, scale: 1 / 15.0)
      return days.map { "secret-\(customer),\(first + $0),\(generator.gamma(shape: 6, scale: scale))" }
    }
  }()

  @Test func pageNamesNoCustomer() throws {
    let folder = try Folder()
    let table = try folder.write("id,day,total\n" + Self.orders.joined(separator: "\n") + "\n", to: "t.csv")
    let page = try LabPages(in: folder) {
      try LabLifetime.parse(
        [
          table, "--transactions", "--customer", "id", "--date", "day", "--amount", "total", "--until", "2026-08-01",
          "--date-order", "ymd",
        ] + $0
      ).run()
    }
    page.expectRules()
    #expect(page.headline.hasSuffix("of 600 are still customers"))
    #expect(!page.html.contains("secret-"))
    for id in ["totals", "alive", "expected", "tracking", "judged", "parameters"] {
      #expect(page.html.contains("id=\"\(id)\""), "\(id)")
    }
  }

  @Test func cellsOfFewCustomersAreBlank() throws {
    func customer(_ frequency: Double, _ since: Double, _ expected: Double) -> LifetimeResult.Customer {
      LifetimeResult.Customer(
        frequency: frequency, recency: 40 - since, age: 40, alive: 0.5, expectedPurchases: expected)
    }
    let many = (0..<10).map { customer(1, 5, Double($0)) }
    let few = (0..<9).map { _ in customer(1, 35, 1) } + [customer(5, 40, 1)]
    let grid = try #require(LifetimeGrid(many + few, unit: " weeks", fewest: 10))
    #expect(grid.bands == ["0–10 weeks ago", "10–20 weeks ago", "20–30 weeks ago", "30–40 weeks ago"])
    // 4.5 is the mean of 0 … 9; nine customers say nothing, nor does the one who bought five times.
    #expect(grid.rows.map(\.name) == ["1"])
    #expect(grid.rows[0].customers == 19)
    #expect(grid.rows[0].expected == [4.5, nil, nil, nil])
    #expect(LifetimeGrid([], unit: "", fewest: 10) == nil)
  }
}

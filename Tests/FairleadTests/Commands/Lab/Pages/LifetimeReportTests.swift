import Testing

@testable import fairlead

struct LifetimeReportTests {
  /// Day and customer: those with a number that is a multiple of `n` come back every n-th week.
  private static let orders: [String] = (0..<120).flatMap { customer in
    (0..<26).filter { week in week == 0 || (customer % 3 == 0 && week % 4 == customer % 4) || week == customer % 25 }
      .map { week in
        let day = 1 + week * 7
        return "secret-\(customer),2026-\(["01", "02", "03", "04", "05", "06", "07"][(day - 1) / 28])-"
          + "\((day - 1) % 28 + 1 < 10 ? "0" : "")\((day - 1) % 28 + 1),\(10 + customer % 7)"
      }
  }

  @Test func pageNamesNoCustomer() throws {
    let folder = try Folder()
    let table = try folder.write("id,day,total\n" + Self.orders.joined(separator: "\n") + "\n", to: "t.csv")
    let page = try LabPages(in: folder) {
      try LabLifetime.parse(
        [
          table, "--transactions", "--customer", "id", "--date", "day", "--amount", "total", "--until", "2026-05-01",
          "--date-order", "ymd",
        ] + $0
      ).run()
    }
    page.expectRules()
    #expect(page.headline.hasSuffix("of 120 are still customers"))
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

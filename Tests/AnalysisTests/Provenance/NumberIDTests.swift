import Testing
import Vocabulary

@testable import Analysis

struct NumberIDTests {
  @Test func aNameOfLettersAndBlanksIsItsOwnPart() {
    #expect(NumberID.part("Spring Sale") == "spring-sale")
    #expect(NumberID.part("  spring   SALE ") == "spring-sale")
    #expect(NumberID.part("uk_brand_2026") == "uk_brand_2026")
    #expect(NumberID.part(token: "paidSearch") == "paid-search")
    #expect(NumberID.part(token: "LogisticRegression") == "logistic-regression")
  }

  @Test func namesThatDifferInSignsStayApart() {
    let names = ["Spring Sale", "Spring-Sale", "Spring | Sale", "Spring / Sale", "Spring (Sale)", "Spring, Sale"]
    let parts = names.map { NumberID.part($0) }
    #expect(Set(parts).count == names.count, "\(parts)")
    #expect(parts.allSatisfy { $0.hasPrefix("spring-sale") })
    #expect(parts.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" } })
  }

  @Test func longAndEmptyNamesHaveAPartToo() {
    let long = String(repeating: "abcdefghij", count: 9)
    #expect(NumberID.part(long).count == 45 && NumberID.part(long) != NumberID.part(long + "k"))
    #expect(NumberID.part("").count == 4 && NumberID.part("!!!").count == 4)
    #expect(NumberID.part("\"><script>").allSatisfy { !"<>\"&'".contains($0) })
    #expect(NumberID.part("A.B").split(separator: ".").count == 1)
  }

  @Test func nearIdsComeFirst() {
    let known = ["summary.revenue", "summary.orders", "channels.email.spend", "data.rows-read"].map { NumberID($0) }
    #expect(NumberID.near("summary.revenu", among: known).first?.description == "summary.revenue")
    #expect(NumberID.near("sumary.order", among: known).first?.description == "summary.orders")
    #expect(NumberID.near("spend", among: known, most: 1).map(\.description) == ["channels.email.spend"])
    #expect(NumberID.near("", among: []).isEmpty)
  }

  @Test func figuresOfOneFileStayApart() {
    func one(_ table: String, _ metric: String) -> DataQuality.Restated {
      DataQuality.Restated(
        source: "orders.csv", metric: metric, window: DateWindow(day: Day(number: 20_000)), rows: 1, old: 1, new: 2,
        table: table, column: metric)
    }
    let figures = [one("customerOrder", "discount"), one("orderLine", "discount"), one("orderLine", "quantity")]
    let measures: [ReportNumber.Measure] = [.restatedRows, .restatedOld, .restatedNew]
    let ids = figures.flatMap { figure in measures.map { NumberID.restated(figure, $0) } }
    #expect(Set(ids).count == 9)
    var visits = one("webTraffic", "sessions")
    visits.dimension = "source / medium"
    let id = NumberID.restated(visits, .restatedNew).description
    #expect(id.hasPrefix("data.restated.orders-csv-") && id.contains(".web-traffic.sessions-by-source-medium-"))
    #expect(!id.contains(" "))
    let gaps = TrackingAudit.Kind.allCases.map { TrackingAudit.Gap(kind: $0, subject: "Display", visits: 1, money: 1) }
    let sides = gaps.flatMap { [NumberID.gap($0, .trackedVisits), .gap($0, .trackedMoney)] }
    #expect(Set(sides).count == 8)
    #expect(sides.first?.description == "data.tracking.cost-without-visits.display.visits")
  }

  @Test func idsSayPageSubjectAndMeasure() {
    #expect(NumberID.tile(.costPerNewCustomer).description == "summary.cost-per-new-customer")
    #expect(NumberID.segment(.bigBaskets, .segmentCustomers).description == "audience.segment.big-baskets.customers")
    #expect(NumberID.cell(row: 0, column: 4, .cellRevenue).description == "audience.recency.1.orders.5.revenue")
    #expect(NumberID.metric("churn", "driver.value of an order").description == "churn.model.driver.value-of-an-order")
    #expect(NumberID.file(digest: "9f86d081884c7d65", .rowsRead).description == "data.file.9f86d081884c.rows-read")
  }
}

@testable import Analysis
import Testing

@testable import Reporting

@Suite struct TrustFiguresTests {
  /// The steps of the line are runs of customers: the table beneath counts each customer once.
  @Test func theTableOfTheLineHoldsEachStep() throws {
    let steps = Fixture.trust.reliability.steps
    let file = try TrustFigures.reliability(Fixture.trust).1
    #expect(file.table.rows.count == steps.count)
    #expect(file.table.rows.map { $0.last?.text } == steps.map { Quantity.count.text($0.customers) })
  }
}

import Analysis
import Testing

@testable import Reporting

struct BrandPreparedTests {
  @Test func whoReportsToItselfIsNotNamedTwice() throws {
    let week = ReportWeek("2026-W46")
    let own = try Brand(name: "Northwind Outdoor")
    #expect(own.prepared(for: "Northwind Outdoor", week) == "Week\u{A0}46 of 2026")
    let agency = try Brand(name: "Fernhill Agency")
    #expect(
      agency.prepared(for: "Northwind Outdoor", week) == "Prepared for Northwind Outdoor · Week\u{A0}46 of 2026")
    #expect(agency.prepared(for: "Northwind Outdoor", nil) == "Prepared for Northwind Outdoor")
  }
}

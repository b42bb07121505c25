import Ingestion
import Testing
import Vocabulary

struct AdobeFreeformTableTests {
  /// The account's own separators: 1.000,25 + 1.500,20 = 2.500,45.
  @Test func semicolonsAndCommas() throws {
    let reading = try Sample(
      "# ---\n# Report suite: Acme\n\"# Date: Jul 1, 2026 - Jul 2, 2026\"\n# ---\n\n# Freeform table\n"
        + ";Visits;Revenue\nDay;2.100;2.500,45\nJul 1, 2026;1.000;1.000,25\nJul 2, 2026;1.100;1.500,20\n"
    ).read()
    #expect(reading.total(.sessions) == "2100" && reading.total(.revenue) == "2500.45")
    #expect(reading.all.webTraffic.first?.window.description == "2026-07-01")
  }

  private static let sample = """
    \u{FEFF}#=================================================================
    # Freeform
    # Report suite: Acme global
    "# Date: Mar 1, 2026 - Mar 3, 2026"
    #=================================================================

    ##############################################
    # Freeform table
    ##############################################
    ,Visits,Page Views,Visits,Mobile visits
    ,Visits,Page Views,Tablet,Visits
    Day,900,2000,20,400
    "Mar 1, 2026",500,1200,12,300
    "Mar 2, 2026",400,800,8,100

    ##############################################
    # Freeform table (2)
    ##############################################
    ,,Visits,Bounce Rate
    Segments,,900,0.5
    google.com,,600,0.25
    google.com,Month,600,0.25
    google.com,2026-03-01,600,0.25

    ##############################################
    # Freeform table (3)
    ##############################################
    ,Unique Visitors,Revenue
    Referring Domain,70,$90.50
    google.com,50,$80.50
    Browser,70,$90.50
    Firefox,30,$60.00
    """

  @Test func stackedTablesWithHeadersOfTwoRows() throws {
    let reading = try Sample(Self.sample, name: "Acme.csv").read()
    #expect(reading.recognition.format == "AdobeFreeformTable" && !reading.recognition.isVerified)
    #expect(reading.recognition.account == "Acme global")
    #expect(reading.recognition.window?.description == "2026-03-01…2026-03-03")
    // Eleven rows of figures and two blank lines after the first header.
    #expect(reading.summary.rowsRead == 13 && reading.summary.rowsRejected == 0)
    #expect(reading.all.skippedRows.count { $0.reason == .totals } == 5)
    #expect(reading.total(.sessions) == "900" && reading.total(.views) == "2000" && reading.total(.revenue) == "140.5")
    let first = reading.all.webTraffic.filter { $0.origin.line == 13 }
    #expect(first.map(\.metric) == [.sessions, .views, .other, .other])
    // A segment's visits are not the site's.
    #expect(first.map(\.metricName) == ["Visits", "Page Views", "Visits / Tablet", "Mobile visits / Visits"])
    #expect(first.allSatisfy { $0.window.description == "2026-03-01" && $0.dimension == "" })
    let second = reading.all.webTraffic.filter { $0.dimension.hasPrefix("segments") }
    #expect(second.map(\.origin.section) == [2, 2, 5, 5])
    #expect(second.map(\.dimension) == ["segments", "segments", "segments + month", "segments + month"])
    #expect(second.last?.dimensionValue == "google.com + 2026-03-01")
    #expect(second.map(\.metricName).last == "Bounce Rate (ratio)")
    let third = reading.all.webTraffic.filter { $0.origin.section == 3 }
    #expect(third.map(\.dimension) == ["referring domain", "referring domain", "browser", "browser"])
  }

  @Test func daysAreHeldAgainstTheirTotals() throws {
    let totals = try Sample(Self.sample).read().all.controlTotals
    #expect(totals.map(\.label) == ["Day", "Day", "Segments", "Referring Domain", "Browser"])
    #expect(totals.map(\.metric) == [.sessions, .views, .sessions, .revenue, .revenue])
    #expect(totals.map { Micros.text($0.valueMicros) } == ["900", "2000", "900", "90.5", "90.5"])
    #expect(totals.map(\.coversAllRows) == [true, true, false, false, false])
  }
}

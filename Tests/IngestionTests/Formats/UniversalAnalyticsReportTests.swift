import Ingestion
import Testing
import Vocabulary

struct UniversalAnalyticsReportTests {
  /// Weeks of two segments are two rows of two names, and the other period's total is held against nothing.
  @Test func indexesOfSegmentsAndTheirTotals() throws {
    let reading = try Sample(
      "# ---\n# Shop\n# 20190901-20190930\n# ---\n\nWeek Index,Date Range,Segment,Sessions\n"
        + "0,\"Sep 1, 2019 - Sep 30, 2019\",All Users,10\n0,\"Sep 1, 2019 - Sep 30, 2019\",Mobile Traffic,4\n"
        + "1,\"Sep 1, 2019 - Sep 30, 2019\",All Users,20\n,\"Sep 1, 2019 - Sep 30, 2019\",All Users,30\n"
        + ",\"Aug 1, 2019 - Aug 31, 2019\",All Users,500\n"
    ).read()
    #expect(
      reading.all.webTraffic.map(\.dimensionValue) == ["0 + All Users", "0 + Mobile Traffic", "1 + All Users"])
    #expect(reading.total(.sessions) == "30" && reading.summary.notes.isEmpty)
  }

  /// 2 periods of 2 segments: of the report's own days and the first segment, 1,250 and 250 sessions.
  @Test func comparedPeriodsAndSegments() throws {
    let reading = try Sample(
      "# ---\n# Shop\n# 20190901-20190930\n# ---\n\nDefault Channel Grouping,Date Range,Segment,Users,Sessions\n"
        + "Organic,\"Sep 1, 2019 - Sep 30, 2019\",All Users,\"1,100\",\"1,250\"\n"
        + "Organic,\"Sep 1, 2019 - Sep 30, 2019\",Mobile Traffic,600,700\n"
        + "Organic,\"Aug 1, 2019 - Aug 31, 2019\",All Users,900,950\n"
        + "Direct,\"Sep 1, 2019 - Sep 30, 2019\",All Users,200,250\n"
    ).read()
    #expect(reading.recognition.format == "UniversalAnalyticsReport")
    #expect(reading.total(.sessions) == "1500")
    let august = reading.all.webTraffic.filter { $0.origin.line == 9 }
    #expect(august.map(\.window.description) == ["2019-08-01…2019-08-31", "2019-08-01…2019-08-31"])
  }

  @Test func totalsOfMoreThanTheRowsOfThePage() throws {
    let reading = try Sample(
      "# ---\n# Shop\n# 20190901-20190930\n# ---\n\nSource / Medium,Sessions\na / b,100\nc / d,50\n,\"3,500\"\n"
    ).read()
    #expect(
      reading.summary.notes == [
        "its own totals are of more than its rows, sessions 3500 beside 150: it may hold only the rows that were shown; "
          + "show all of them and export it again"
      ])
  }

  private static let dutch = """
    # ----------------------------------------
    # Winkel
    # Bron/medium
    # 20200101-20200131
    # ----------------------------------------

    Bron/medium,Uur,Sessies,Gebruikers,Bouncepercentage,Pagina's/sessie,Gem. sessieduur,Opbrengst
    google / cpc,09,2.546,2.100,"99,88%","1,12",00:00:17,"€ 1.234,50"
    (direct) / (none),10,54,50,"0,00%","2,50",01:01:01,"€ 0,50"
    ,,2.600,2.120,"97,80%","1,15",00:01:33,"€ 1.235,00"

    Dagindex,Sessies
    05-01-2020,1.300
    06-01-2020,1.300
    ,2.600
    """

  /// An exploration of its successor stands below such a box as well.
  @Test(arguments: ["Session source / medium,Sessions,Transactions", "Country,Sessions,Purchase revenue"])
  func itsSuccessorsNamesAreNotItsOwn(header: String) throws {
    let box = "# ----------------------------------------\n"
    let reading = try Sample(
      "\(box)# Free form 1\n# Shop\n# 20260101-20260131\n\(box)\n\(header)\n,10,2,Grand total\na,6,1\nb,4,1\n"
    ).read()
    #expect(reading.recognition.format == "GA4Report" && reading.total(.sessions) == "10")
    #expect(reading.summary.rowsRejected == 0)
  }

  @Test func theRowsOfThePageAndTheDays() throws {
    let reading = try Sample(Self.dutch, name: "Analytics.csv").read()
    #expect(reading.recognition.format == "UniversalAnalyticsReport")
    #expect(reading.recognition.account == "Winkel")
    #expect(reading.recognition.currency?.code == "EUR")
    #expect(reading.recognition.window?.description == "2020-01-01…2020-01-31")
    // Two rows, two days, two rows of totals, a blank line; titles and headers are not counted.
    #expect(reading.summary.rowsRead == 7 && reading.summary.rowsRejected == 0)
    #expect(reading.all.skippedRows.map(\.reason) == [.totals, .blank, .totals])
    #expect(reading.total(.sessions) == "2600" && reading.total(.revenue) == "1235")
    let first = reading.all.webTraffic.filter { $0.origin.line == 8 }
    #expect(first.map(\.metric) == [.sessions, .users, .other, .other, .other, .revenue])
    #expect(
      first.map(\.metricName) == [
        "Sessies", "Gebruikers", "Bouncepercentage (ratio)", "Pagina's/sessie", "Gem. sessieduur (seconds)",
        "Opbrengst",
      ])
    #expect(
      first.map(\.valueMicros) == [
        2_546_000_000, 2_100_000_000, 998_800, 1_120_000, 17_000_000, 1_234_500_000,
      ])
    // Hours are figures, and yet they name the row, for the totals leave them empty.
    #expect(first[0].dimension == "bron/medium + uur" && first[0].dimensionValue == "google / cpc + 09")
    #expect(first[0].window.dayCount == 31 && first[0].tool == "Universal Analytics")
    let days = reading.all.webTraffic.filter { $0.origin.section == 2 }
    #expect(days.map(\.window.description) == ["2020-01-05", "2020-01-06"])
    #expect(days.map(\.dimension) == ["", ""])
    #expect(reading.recognition.columns.suffix(2).map(\.meaning) == ["day", "sessions"])
  }

  @Test func totalsAreHeldAgainstTheDaysAlone() throws {
    let totals = try Sample(Self.dutch).read().all.controlTotals
    #expect(totals.map(\.metric) == [.sessions, .revenue, .sessions])
    #expect(totals.map { Micros.text($0.valueMicros) } == ["2600", "1235", "2600"])
    #expect(totals.map(\.coversAllRows) == [false, false, true])
    #expect(totals.map(\.origin.section) == [1, 1, 2])
  }

  /// 05-01-2020 is the first of May elsewhere, which the period excludes; in a longer one nothing does.
  @Test func thePeriodDecidesTheOrderOfDates() throws {
    let year = Self.dutch.replacing("20200101-20200131", with: "20200101-20201231")
    #expect(
      try Sample(year).failure() == .ambiguousDates(file: "sample.csv", column: "Dagindex", line: 13))
    let reading = try Sample(year).read(ReadOptions(dateOrder: .monthDayYear))
    #expect(reading.all.webTraffic.last?.window.description == "2020-06-01")
  }

  /// 3/2/22 is the second of March or the third of February, of which the period has one.
  @Test(arguments: [
    ("Day Index,Sessions", "3/1/22", "3/2/22"), ("Tagesindex,Sitzungen", "01.03.22", "02.03.22"),
  ])
  func thePeriodDecidesYearsOfTwoFigures(header: String, first: String, second: String) throws {
    let reading = try Sample(
      "# ---\n# View\n# Overview\n# 20220301-20220312\n# ---\n\n\(header)\n\(first),10\n\(second),7\n12/13/21,1\n,17\n"
    ).read()
    #expect(reading.recognition.format == "UniversalAnalyticsReport" && reading.total(.sessions) == "17")
    #expect(reading.all.webTraffic.map(\.window.description) == ["2022-03-01", "2022-03-02"])
    #expect(reading.all.rejectedRows.map(\.line) == [10])
  }

  @Test func oneDayWithAYearOfTwoFigures() throws {
    let reading = try Sample("# ---\n# View\n# 20190930-20190930\n# ---\n\nDay Index,Sessions\n9/30/19,58\n,58\n")
      .read()
    #expect(reading.all.webTraffic.map(\.window.description) == ["2019-09-30"] && reading.total(.sessions) == "58")
    #expect(reading.summary.rowsRejected == 0)
  }

  @Test(arguments: [
    ("Quelle/Medium,Sitzungen,Absprungrate,Durchschnittl. Sitzungsdauer", "Tagesindex,Sitzungen"),
    ("Source/Support,Sessions,Taux de rebond,Durée moyenne des sessions", "Index des jours,Sessions"),
    ("Fuente/Medio,Sesiones,Porcentaje de rebote,Duración media de la sesión", "Índice de días,Sesiones"),
    ("Source / Medium,Sessions,Bounce Rate,Avg. Session Duration", "Hour Index,Sessions"),
  ])
  func languages(header: String, index: String) throws {
    let isHourly = index.hasPrefix("Hour")
    let reading = try Sample(
      """
      # ----------------------------------------
      # View
      # Report
      # 20190303-20190304
      # ----------------------------------------

      \(header)
      google / organic,12,50.00%,00:01:40
      ,12,50.00%,00:01:40

      \(index)
      \(isHourly ? "25" : "04/03/2019"),12
      ,12
      """
    ).read()
    #expect(reading.recognition.format == "UniversalAnalyticsReport")
    #expect(reading.total(.sessions) == "12" && reading.summary.rowsRejected == 0)
    #expect(reading.all.webTraffic.map(\.metric) == [.sessions, .other, .other, .sessions])
    #expect(reading.all.webTraffic.map(\.valueMicros) == [12_000_000, 500_000, 100_000_000, 12_000_000])
    let last = try #require(reading.all.webTraffic.last)
    #expect(last.window.description == "2019-03-04")
    #expect(last.dimension == (isHourly ? "hour" : "") && last.dimensionValue == (isHourly ? "1" : ""))
  }

  @Test func totalsThatAreTheOnlyRowAreTheAccountsFigure() throws {
    let reading = try Sample(
      "# ---\n# View\n# Pages\n# 20190303-20190304\n# ---\n\nPage,Pageviews,Sessions\n,\"1,300\",900\n"
    ).read()
    #expect(reading.all.controlTotals.isEmpty)
    #expect(reading.all.webTraffic.map(\.dimension) == ["", ""])
    #expect(reading.total(.views) == "1300")
  }

  /// A spreadsheet fills every line up to the widest one.
  @Test func aFileThatASpreadsheetSavedAgain() throws {
    let padded = Self.dutch.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let commas = line.replacing(/"[^"]*"/, with: "").count { $0 == "," }
      return line + String(repeating: ",", count: 7 - commas)
    }
    let reading = try Sample(padded.joined(separator: "\n")).read()
    #expect(reading.recognition.account == "Winkel")
    #expect(reading.summary.rowsRead == 7 && reading.summary.rowsRejected == 0)
    #expect(reading.all.webTraffic == (try Sample(Self.dutch).read().all.webTraffic))
    #expect(reading.all.controlTotals == (try Sample(Self.dutch).read().all.controlTotals))
  }

  /// A keyword may begin as a comment does.
  @Test func aRowWhoseNameBeginsWithANumberSign() throws {
    let hashtag = Self.dutch.replacing("(direct) / (none),10", with: "#zomer,10")
    let reading = try Sample(hashtag).read()
    #expect(reading.summary.rowsRead == 7 && reading.total(.sessions) == "2600")
    #expect(reading.all.webTraffic.contains { $0.dimensionValue == "#zomer + 10" })
  }

  /// Figures by Python's csv module over the same file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("universal-analytics/ua_landing_pages_totals_dayindex.csv")
    #expect(reading.recognition.format == "UniversalAnalyticsReport" && reading.recognition.isVerified)
    #expect(reading.recognition.account == "All Web Site Data")
    #expect(reading.recognition.currency?.code == "GBP")
    #expect(reading.recognition.window?.description == "2015-04-16")
    #expect(reading.summary.rowsRead == 5 && reading.summary.rowsRejected == 0)
    #expect(reading.all.skippedRows.map(\.reason) == [.totals, .blank, .totals])
    #expect(reading.total(.sessions) == "553")
    #expect(reading.all.webTraffic.count == 10)
    let facts = reading.all.webTraffic.filter { $0.origin.section == 1 }
    #expect(facts.allSatisfy { $0.dimension == "landing page + device category" })
    #expect(
      facts.map(\.valueMicros) == [553_000_000, 960_200, 531_000_000, 924_100, 1_120_000, 12_000_000, 0, 0, 0])
    #expect(reading.all.controlTotals.map { Micros.text($0.valueMicros) } == ["3215", "553"])
    #expect(reading.all.controlTotals.map(\.coversAllRows) == [false, true])
  }
}

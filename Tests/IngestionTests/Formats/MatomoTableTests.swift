import Ingestion
import Testing
import Vocabulary

struct MatomoTableTests {
  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test func daysWithTranslatedHeaders() throws {
    let text = """
      Datum\tEindeutige Besucher\tBesuche\tAktionen\tAbsprungrate\tDurchschn. Besuchsdauer (in Sekunden)\tEinnahmen
      2026-03-01\t10\t12\t40\t33,3\u{A0}%\t95\t€ 1.200,50
      2026-03-02,2026-03-08\t60\t70\t200\t50\u{A0}%\t00:01:40\t€ 0
      """
    let reading = try Sample(Self.utf16(text), name: "Export _ Besucherübersicht _ 2026-03.tsv").read()
    #expect(reading.recognition.format == "MatomoTable")
    #expect(reading.recognition.encoding == "UTF-16LE" && reading.recognition.dialect == "delimiter: tab")
    #expect(reading.recognition.window?.description == "2026-03-01…2026-03-31")
    #expect(reading.recognition.currency?.code == "EUR")
    #expect(reading.total(.sessions) == "82" && reading.total(.revenue) == "1200.5")
    let first = reading.all.webTraffic.filter { $0.origin.line == 2 }
    #expect(
      first.map(\.metricName) == [
        "nb_uniq_visitors", "nb_visits", "nb_actions", "bounce_rate (ratio)", "avg_time_on_site (seconds)", "revenue",
      ])
    #expect(
      first.map(\.valueMicros) == [10_000_000, 12_000_000, 40_000_000, 333_000, 95_000_000, 1_200_500_000])
    #expect(first.allSatisfy { $0.dimension == "" && $0.window.description == "2026-03-01" })
    let week = reading.all.webTraffic.filter { $0.origin.line == 3 }
    #expect(week.allSatisfy { $0.window.description == "2026-03-02…2026-03-08" })
    #expect(week[4].valueMicros == 100_000_000)
  }

  @Test(arguments: [
    "Label,Visits,Actions,Actions per Visit,Avg. Time on Website,Bounce Rate",
    "Libellé,Visites,Actions,Actions par visite,Temps moyen sur le site,Taux de rebond",
    "Etiqueta,Visitas,Acciones,Acciones por visita,Promedio de tiempo en el sitio,Porcentaje de rebote",
    "Waarde,Bezoeken,Acties,Acties per bezoek,Gemiddelde tijd op website,Bounce-ratio",
    "label,nb_visits,nb_actions,nb_actions_per_visit,avg_time_on_site,bounce_rate",
  ])
  func languages(header: String) throws {
    let reading = try Sample(
      "\(header)\nNorway,8,40,5,00:15:01,0%\n", name: "Export _ Country _ Sunday, January 3, 2010.csv"
    ).read()
    #expect(reading.recognition.format == "MatomoTable")
    #expect(
      reading.all.webTraffic.map(\.metricName) == [
        "nb_visits", "nb_actions", "nb_actions_per_visit", "avg_time_on_site (seconds)", "bounce_rate (ratio)",
      ])
    #expect(reading.all.webTraffic.map(\.valueMicros) == [8_000_000, 40_000_000, 5_000_000, 901_000_000, 0])
    #expect(reading.all.webTraffic.allSatisfy { $0.dimension == "country" && $0.dimensionValue == "Norway" })
    #expect(reading.all.webTraffic.allSatisfy { $0.window.description == "2010-01-03" })
  }

  /// An exit rate is Matomo's beside other figures of its pages, and anybody's beside visits.
  @Test func aTableOfPages() throws {
    for text in ["name,visits,conversions,exit_rate\nHome,100,3,25\n", "Page,Visits,Exit rate\nHome,100,25%\n"] {
      #expect(try Sample(text, name: "landing.csv").failure() == .unrecognised(file: "landing.csv", kind: nil))
    }
    let pages = try Sample("Page URL,Exits,Unique Pageviews,Exit rate\n/,10,40,25%\n").read()
    #expect(pages.recognition.format == "MatomoTable")
    #expect(pages.all.webTraffic.map(\.metricName).contains("exit_rate (ratio)"))
  }

  /// As `Period::getLocalizedLongString` writes them, and as people name files themselves.
  @Test(arguments: [
    ("Week November 2 – 8, 2026", "2026-11-02…2026-11-08"), ("November 2 – 8, 2026", "2026-11-02…2026-11-08"),
    ("week November 30 – December 6, 2026", "2026-11-30…2026-12-06"),
    ("week December 28, 2026 – January 3, 2027", "2026-12-28…2027-01-03"),
    ("Woche 2. – 8. November 2026", "2026-11-02…2026-11-08"), ("2.–8. Nov. 2026", "2026-11-02…2026-11-08"),
    ("semaine 2–8 novembre 2026", "2026-11-02…2026-11-08"),
    ("semana 2–8 de noviembre de 2026", "2026-11-02…2026-11-08"),
    ("settimana 02–08 novembre 2026", "2026-11-02…2026-11-08"), ("week 2–8 november 2026", "2026-11-02…2026-11-08"),
    ("semana 2 a 8 de novembro de 2026", "2026-11-02…2026-11-08"),
    ("November 2026", "2026-11-01…2026-11-30"), ("Februar 2028", "2028-02-01…2028-02-29"),
    ("From 2026-11-16 to 2026-11-22", "2026-11-16…2026-11-22"),
    ("vom 2026-11-16 bis 2026-11-22", "2026-11-16…2026-11-22"),
    ("2026-11-02_2026-11-08", "2026-11-02…2026-11-08"),
    ("Week November 9 – 15, 2026-2026-11-16", "2026-11-09…2026-11-15"),
    ("November 2026-2026-12-01", "2026-11-01…2026-11-30"),
    ("Week November 2 – 8, 2026 (1)", "2026-11-02…2026-11-08"), ("Sunday, November 8, 2026 (1)", "2026-11-08"),
  ])
  func periodsInTheName(words: String, window: String) throws {
    let reading = try Sample("Label,Visits,Actions\nWebsites,4,9\n", name: "Export _ Channel Type _ \(words).csv")
      .read()
    #expect(reading.recognition.window?.description == window)
    #expect(reading.all.webTraffic.allSatisfy { $0.window.description == window && $0.dimension == "channel type" })
    #expect(reading.recognition.notes.isEmpty)
  }

  @Test(arguments: ["Week November 8 – 2, 2026", "November 2 – 8", "Week 45", "November 31 – 8, 2026"])
  func namesWithoutAPeriodAreSaid(words: String) throws {
    let reading = try Sample("Label,Visits,Actions\nWebsites,4,9\n", name: "Export _ Channel Type _ \(words).csv")
      .read()
    #expect(reading.recognition.window == nil)
    #expect(
      reading.recognition.notes == [
        "it does not say which days it covers: put them into its name as in Export _ Report _ 2026-11-02,2026-11-08"
      ])
  }

  /// Two channels of one day with the same figures are two rows, and each has its name and its day.
  @Test(arguments: [
    "date,label,nb_visits,nb_actions", "Date,Label,Visits,Actions", "Date,Channel Type,Visits,Actions",
    "Fecha,Etiqueta,Visitas,Acciones",
  ])
  func daysWithALabel(header: String) throws {
    let reading = try Sample(
      "\(header)\n2026-04-27,Websites,4,12\n2026-04-27,Social Networks,4,12\n2026-04-28,Websites,5,9\n",
      name: "Export _ Channel Type _ 2026-04-27_2026-04-28.csv"
    ).read()
    #expect(reading.recognition.format == "MatomoTable" && reading.total(.sessions) == "13")
    let visits = reading.all.webTraffic.filter { $0.metric == .sessions }
    #expect(visits.map(\.dimensionValue) == ["Websites", "Social Networks", "Websites"])
    #expect(visits.map(\.window.description) == ["2026-04-27", "2026-04-27", "2026-04-28"])
    #expect(visits.allSatisfy { $0.dimension == "channel type" && $0.property.isEmpty })
    #expect(reading.recognition.columns.map(\.meaning) == ["period", "dimension", "sessions", "other"])
  }

  /// Keywords and campaigns may be numbers; a figure that nobody knows is no label.
  @Test func whatStandsBesideTheDay() throws {
    let numbers = try Sample("date,label,nb_visits\n2026-04-27,2024,4\n2026-04-27,2025,4\n").read().all.webTraffic
    #expect(numbers.map(\.dimension) == ["label", "label"] && numbers.map(\.dimensionValue) == ["2024", "2025"])
    let orders = try Sample("Date,Ecommerce Orders,Visits,Actions\n2026-04-27,2,4,9\n").read().all.webTraffic
    #expect(orders.map(\.metricName) == ["ecommerce orders", "nb_visits", "nb_actions"])
    #expect(orders.allSatisfy { $0.dimension.isEmpty && $0.dimensionValue.isEmpty })
    let sites = try Sample("idSite,date,label,nb_visits\n7,2026-04-27,Websites,4\n").read().all.webTraffic
    #expect(sites.map(\.property) == ["7"] && sites.map(\.dimensionValue) == ["Websites"])
  }

  @Test func aTitleMayHoldAComma() throws {
    let reading = try Sample(
      "Visits Summary\nnb_visits,nb_actions\n11,43\n\nGoals, all\nlabel,nb_visits\nSignup,3\n\nKeywords\nNo data available\n"
    ).read()
    #expect(reading.summary.rowsRead == 4 && reading.summary.rowsSkipped == 2)
    #expect(reading.all.webTraffic.map(\.dimension) == ["", "", "goals, all"])
    #expect(reading.all.webTraffic.map(\.origin.section) == [1, 1, 2])
    #expect(reading.total(.sessions) == "11")
  }

  /// 12 and 5 are the overview's 17, which alone is the site's.
  @Test func aGoalsTableIsAPartOfTheOverview() throws {
    let columns = "nb_conversions,nb_visits_converted,revenue,conversion_rate\n"
    let reading = try Sample(
      "Visits Summary\nnb_uniq_visitors,nb_visits,nb_actions\n200,300,900\n\nGoal Newsletter\n\(columns)12,11,$0,4%\n\n"
        + "Ziel Kauf, online\n\(columns)5,5,$250,2%\n\nGoals Overview\n\(columns)17,16,$250,6%\n"
    ).read()
    let conversions = reading.all.webTraffic.filter { $0.metric == .conversions }
    #expect(conversions.map(\.dimension) == ["goal", "goal", ""])
    #expect(conversions.map(\.dimensionValue) == ["Newsletter", "Kauf, online", ""])
    #expect(reading.total(.conversions) == "17" && reading.total(.revenue) == "250")
    #expect(reading.total(.sessions) == "300" && reading.total(.users) == "200")
  }

  /// All sites have 15 visits together; the report is of one of them.
  @Test func theReportsOwnSiteGoesBeforeAllSites() throws {
    let reading = try Sample(
      "All Websites dashboard\nlabel,nb_visits,nb_actions,visits_evolution\nShop,11,43,0%\nBlog,4,9,0%\n\n"
        + "Visits Summary\nnb_visits,nb_actions\n11,43\n\nCountry\nlabel,nb_visits\nPeru,7\nChile,3\n"
    ).read()
    #expect(reading.total(.sessions) == "11")
    let alone = try Sample(
      "All Websites dashboard\nlabel,nb_visits,nb_actions,visits_evolution\nShop,11,43,0%\nBlog,4,9,0%\n\n"
        + "Country\nlabel,nb_visits\nPeru,7\nChile,3\n"
    ).read()
    #expect(alone.total(.sessions) == "15")
  }

  @Test func aScheduledReportThatASpreadsheetSavedAgain() throws {
    let reading = try Sample(
      "Visits Summary,,\nnb_visits,nb_actions,\n11,43,\n,,\nKeywords,,\nNo data available,,\n,,\nCountry,,\nlabel,nb_visits,nb_actions\nPeru,3,9\n"
    ).read()
    #expect(reading.summary.rowsRead == 4 && reading.summary.rowsSkipped == 2)
    #expect(reading.all.webTraffic.map(\.dimension) == ["", "", "country", "country"])
    #expect(reading.all.webTraffic.map(\.origin.section) == [1, 1, 2, 2])
  }

  @Test func whatIsNoReport() throws {
    // Users and visits are anybody's words.
    #expect(try Sample("Name,Visits,Users\na,1,1\n").failure() == .unrecognised(file: "sample.csv", kind: nil))
    // Visits one by one are another report.
    #expect(try Sample("idSite,idVisit,nb_visits\n1,2,1\n").failure() == .unrecognised(file: "sample.csv", kind: nil))
  }

  /// Figures by Python's csv module over the same files.
  @Test(
    .enabled(if: Shared.isPresent, "needs the shared collection"),
    arguments: [
      ("test_csvExport_xp0__Contents.getContentNames_day", 3, 0, "16", nil, nil, nil),
      ("test_csvExport_xp1_inner0_trans-en__VisitsSummary.get_day", 1, 0, "2", nil, nil, nil),
      ("test_OneVisitorTwoVisits_csv__API.get_month", 1, 0, "2", "4", "2", "43"),
      (
        "test_TwoVisitors_twoWebsites_differentDays_schedrep_in_csv__ScheduledReports.generateReport_month.original",
        249, 68, "11", "43", "0", "0"
      ),
    ] as [(String, Int, Int, String?, String?, String?, String?)])
  func realFiles(
    file: String, rows: Int, blank: Int, sessions: String?, views: String?, conversions: String?, revenue: String?
  ) throws {
    let reading = try Shared.reading("matomo/\(file).csv")
    #expect(reading.recognition.format == "MatomoTable")
    #expect(reading.summary.rowsRead == rows && reading.summary.rowsRejected == 0)
    #expect(reading.all.skippedRows.count { $0.reason == .blank } == blank && reading.summary.rowsSkipped == blank)
    #expect(reading.total(.sessions) == sessions && reading.total(.views) == views)
    #expect(reading.total(.conversions) == conversions && reading.total(.revenue) == revenue)
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realDetails() throws {
    let contents = try Shared.reading("matomo/test_csvExport_xp0__Contents.getContentNames_day.csv").all.webTraffic
    #expect(contents.allSatisfy { $0.dimension == "contentname" })
    #expect(
      contents.filter { $0.metricName == "interaction_rate (ratio)" }.map(\.valueMicros) == [250_000, 666_700, 0])
    let month = try Shared.reading("matomo/test_OneVisitorTwoVisits_csv__API.get_month.csv").all.webTraffic
    #expect(month.allSatisfy { $0.window.description == "2010-03-01…2010-03-31" && $0.dimension == "" })
    #expect(month.first { $0.metric == .seconds }?.valueMicros == 1_622_000_000)
    let scheduled = try Shared.reading(
      "matomo/test_TwoVisitors_twoWebsites_differentDays_schedrep_in_csv__ScheduledReports.generateReport_month.original.csv"
    ).all.webTraffic
    // 43 tables with rows; those without data leave no trace.
    #expect(Set(scheduled.map(\.origin.section)) == Set(1...43))
    #expect(scheduled.filter { $0.origin.section == 1 }.allSatisfy { ["Site 1", "Site 2"].contains($0.property) })
    let pages = scheduled.filter { $0.dimension == "page" && $0.metric == .views }
    #expect(pages.map(\.valueMicros) == [9_000_000, 17_000_000, 16_000_000, 1_000_000])
    #expect(scheduled.filter { $0.dimension == "visits per local time" && $0.metric == .sessions }.count == 24)
  }

  /// Its last character lacks a byte, so that nobody knows whether figures are missing too.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func aFileThatIsCutIsRefused() throws {
    let name = "test_AllWebsitesTest_superuser__VisitsSummary.get_.csv"
    #expect(throws: IngestionError.cutText(file: name, encoding: "UTF-16LE", line: 4)) {
      _ = try Shared.reading("matomo/" + name)
    }
  }
}

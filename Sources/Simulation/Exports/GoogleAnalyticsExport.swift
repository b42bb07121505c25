import Vocabulary

/// Google Analytics 4: a snapshot a month, with several tables stacked in one file and days counted from its start.
struct GoogleAnalyticsExport {
  let world: World

  func files() -> [ExportedFile] { ExportPeriods.months(of: world.plan).map { file(days: $0) } }

  private static let end = "\r\n"

  private func file(days: Range<Int>) -> ExportedFile {
    let first = world.day(days.lowerBound)
    let last = world.day(days.upperBound - 1)
    let sites = days.map { world.visits.taggedTotal(day: $0) }
    var text = TextBuffer()
    var totals = ExportTotals(sessions: sites.reduce(0) { $0 + $1.visits })
    let rule = "# ----------------------------------------"
    let preamble = [
      rule, "# Report CSV Export", "# Account: \(Business.name)", "# Property: \(Business.name) - GA4", rule,
    ]
    for line in preamble { text.append(line: line, end: GoogleAnalyticsExport.end) }

    let tables: [(String, (WebVisits.Site) -> String)] = [
      ("Users", { String($0.visitors) }), ("New users", { String($0.newVisitors) }),
      ("Sessions", { String($0.visits) }),
      ("Total revenue", { amount($0.revenuePence) }),
    ]
    for (name, value) in tables {
      open(&text, title: " ", first: first, last: last, header: "Nth day,\(name)")
      for (index, site) in sites.enumerated() {
        text.append(line: "\(CellText.padded(index, 4)),\(value(site))", end: GoogleAnalyticsExport.end)
        totals.rows += 1
      }
      text.append(GoogleAnalyticsExport.end)
    }

    let groups = channelGroups(days: days)
    open(
      &text, title: " Where do your new users come from?", first: first, last: last,
      header: "First user default channel group,New users")
    totals.rows += append(groups.map { ($0.name, $0.newVisitors) }, to: &text)
    text.append(GoogleAnalyticsExport.end)
    open(&text, title: " ", first: first, last: last, header: "Session default channel group,Sessions")
    totals.rows += append(groups.map { ($0.name, $0.visits) }, to: &text)
    let path = "ga4/data-export-\(CellText.padded(first.civil.year, 4))-\(CellText.padded(first.civil.month, 2)).csv"
    return ExportedFile(path: path, bytes: text.bytes, totals: totals)
  }

  private func open(_ text: inout TextBuffer, title: String, first: Day, last: Day, header: String) {
    for line in ["#\(title)", "# Start date: \(packed(first))", "# End date: \(packed(last))", header] {
      text.append(line: line, end: GoogleAnalyticsExport.end)
    }
  }

  private func packed(_ day: Day) -> String {
    let (year, month, dayOfMonth) = day.civil
    return "\(year)\(CellText.padded(month, 2))\(CellText.padded(dayOfMonth, 2))"
  }

  /// Largest first, as the report lists them; groups without a visit are left out.
  private func append(_ rows: [(name: String, count: Int)], to text: inout TextBuffer) -> Int {
    let listed = rows.filter { $0.count > 0 }.sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
    for row in listed { text.append(line: "\(row.name),\(row.count)", end: GoogleAnalyticsExport.end) }
    return listed.count
  }

  private func channelGroups(days: Range<Int>) -> [(name: String, visits: Int, newVisitors: Int)] {
    WebVisits.channels.enumerated().map { index, channel in
      let sites = days.map { world.visits.tagged[$0][index] }
      return (
        name: GoogleAnalyticsExport.group(channel), visits: sites.reduce(0) { $0 + $1.visits },
        newVisitors: sites.reduce(0) { $0 + $1.newVisitors }
      )
    }
  }

  private static func group(_ channel: Channel) -> String {
    switch channel {
    case .paidSearch: "Paid Search"
    case .paidSocial: "Paid Social"
    case .display: "Display"
    case .email: "Email"
    case .organicSearch: "Organic Search"
    case .organicSocial: "Organic Social"
    case .referral: "Referral"
    default: "Direct"
    }
  }
}

/// A revenue as analytics writes it: no needless zeros, no currency.
private func amount(_ pence: Int) -> String { Micros.text(Int64(pence) * 10_000) }

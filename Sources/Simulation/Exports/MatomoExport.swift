import Vocabulary

/// Matomo: the visits summary by day as XML, a file a calendar half-year. It counts on the server and misses nobody.
struct MatomoExport {
  let world: World

  func files() -> [ExportedFile] { ExportPeriods.halfYears(of: world.plan).map { file(days: $0) } }

  private func file(days: Range<Int>) -> ExportedFile {
    var text = TextBuffer()
    text.append(line: "<?xml version=\"1.0\" encoding=\"utf-8\" ?>")
    text.append(line: "<results>")
    var sessions = 0
    for day in days {
      let site = world.visits.served[day]
      let date = world.day(day).description
      guard site.visits > 0 else {
        text.append(line: "\t<result date=\"\(date)\" />")
        continue
      }
      sessions += site.visits
      text.append(line: "\t<result date=\"\(date)\">")
      for (name, value) in measures(of: site) { text.append(line: "\t\t<\(name)>\(value)</\(name)>") }
      text.append(line: "\t</result>")
    }
    text.append(line: "</results>")
    let first = world.day(days.lowerBound)
    let last = world.day(days.upperBound - 1)
    return ExportedFile(
      path: "matomo/Export _ Visits Summary _ \(first)_\(last).xml", bytes: text.bytes,
      totals: ExportTotals(rows: days.count, sessions: sessions))
  }

  private func measures(of site: WebVisits.Site) -> [(String, String)] {
    [
      ("nb_uniq_visitors", String(site.visitors)), ("nb_users", "0"), ("nb_visits", String(site.visits)),
      ("nb_actions", String(site.actions)), ("nb_visits_converted", String(site.visitsWithOrder)),
      ("bounce_count", String(site.bounces)), ("sum_visit_length", String(site.seconds)),
      ("max_actions", String(site.longestVisit)),
      ("bounce_rate", (CellText.ratio(site.bounces * 100, site.visits, places: 0) ?? "0") + "%"),
      ("nb_actions_per_visit", CellText.ratio(site.actions, site.visits, places: 1) ?? "0"),
      ("avg_time_on_site", CellText.ratio(site.seconds, site.visits, places: 0) ?? "0"),
    ]
  }
}

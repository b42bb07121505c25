import Vocabulary

/// Meta Business Suite, Insights, a chart's Export: one organic metric a day of a Facebook page or an Instagram account.
///
/// A line above the header names the metric, and only sometimes the platform; the page is never named. The stamps are
/// local midnights written with a fixed offset, so that the hour moves with daylight saving: the day counts.
struct MetaChartExport: SourceFormat {
  static let title = "Meta Business Suite chart"
  static let isVerified = true

  private let chart: String
  private let measure: SocialMeasure
  private let titled: String?
  private var platform: String
  private var days: SocialDays
  private let day: Int?
  private var spare: SpareColumns
  let width: Int?

  init?(_ opening: Opening) {
    let keys = opening.header.keys
    guard let figure = keys.first(where: MetaChartExport.primary.contains),
      let titleRow = opening.preamble.last(where: { $0.contains { !$0.isEmpty } }),
      let title = titleRow.first, !title.isEmpty,
      titleRow.dropFirst().allSatisfy(\.isEmpty)
    else { return nil }
    let chart = Header([title]).names[0]
    let measure = MetaChartExport.measures[MetaChartExport.words(chart)] ?? .other
    guard
      let days = SocialDays(opening.header, days: MetaChartExport.dates, figures: [SocialFigure(measure, figure)])
    else { return nil }
    self.days = days
    width = max(2, keys.count - keys.reversed().prefix { $0.isEmpty }.count)
    day = opening.header.column(MetaChartExport.dates)
    spare = SpareColumns(
      opening.header, keys.indices.filter { keys[$0] != figure && !MetaChartExport.dates.contains(keys[$0]) })
    self.chart = chart
    self.measure = measure
    titled = MetaPlatform.named(in: chart)
    platform = titled ?? "Meta"
  }

  mutating func survey(_ record: RawRecord) {
    days.survey(record)
    spare.survey(record, key: record.text(day))
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try days.settle(options, file: file)
    try spare.settle(file: file, table: "a Meta Business Suite chart")
    findings.reason = "the title \"\(chart)\" above a column of days and one of figures"
    if titled == nil {
      let supposed = MetaPlatform.supposed(file: file)
      platform = supposed.platform
      findings.notes.append(supposed.note)
    }
    findings.account = platform
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let start = batch.socialMetrics.count
    try days.map(record, like: .model(platform, line: record.line, section: record.section), into: &batch)
    // "Primary" says nothing of what is counted.
    if measure == .other, start < batch.socialMetrics.count { batch.socialMetrics[start].measureName = chart }
  }

  private static let dates = ["date", "datum", "data", "fecha"]
  private static let primary: Set<String> = [
    "primary", "primär", "principal", "primario", "primário", "primaire", "principale", "primair",
  ]

  /// A title without the platform and the small words that go with it.
  private static func words(_ title: String) -> String {
    Header.key(title).key.split { !$0.isLetter }
      .filter { !["facebook", "instagram", "do", "no", "on", "en", "auf", "sur", "su", "op", "de", "di"].contains($0) }
      .joined(separator: " ")
  }

  private static let measures: [String: SocialMeasure] = {
    let titles: [(SocialMeasure, [String])] = [
      (.reach, ["Reach", "Reichweite", "Alcance", "Couverture", "Copertura", "Bereik"]),
      (.views, ["Views", "Aufrufe", "Visualizações", "Visualizaciones", "Vues", "Visualizzazioni", "Weergaven"]),
      (
        .profileVisits,
        [
          "Visits", "Profile visits", "Page visits", "Besuche", "Profilbesuche", "Visitas", "Visitas ao perfil",
          "Visitas al perfil", "Visites", "Visites du profil", "Visite al profilo", "Profielbezoeken",
        ]
      ),
      (.newFollowers, ["Follows", "New followers", "Neue Follower", "Novos seguidores", "Nuevos seguidores"]),
      (.lostFollowers, ["Unfollows"]), (.netFollowers, ["Net follows", "Net followers"]),
      (
        .engagements,
        [
          "Content interactions", "Interactions", "Interaktionen mit Inhalten", "Interações com o conteúdo",
          "Interacciones con el contenido", "Interactions avec le contenu", "Interazioni con i contenuti",
        ]
      ),
      (
        .clicks,
        ["Link clicks", "Link-Klicks", "Cliques no link", "Clics en el enlace", "Clics sur un lien", "Clic sul link"]
      ),
    ]
    var measures: [String: SocialMeasure] = [:]
    for (measure, names) in titles {
      for name in names { measures[words(name)] = measure }
    }
    return measures
  }()
}

import Vocabulary

/// One chart of a Meta Business Suite export: the title above its header, and the figure of each day.
struct MetaChart: Sendable {
  let title: String
  /// Of its title; 0 for a chart whose header begins the table.
  let line: Int
  let measure: SocialMeasure
  /// The platform that the title names.
  let platform: String?
  private var days: SocialDays
  private let day: Int
  private var spare: SpareColumns

  /// Nil without the columns of those places.
  init?(_ title: String, line: Int, _ header: Header, day: Int, figure: Int) {
    let measure = MetaChart.measure(ofTitle: title) ?? .other
    guard
      let days = SocialDays(
        header, days: [header.keys[day]], figures: [SocialFigure(measure, header.keys[figure])])
    else { return nil }
    self.title = title
    self.line = line
    self.measure = measure
    platform = MetaPlatform.named(in: title)
    self.days = days
    self.day = day
    spare = SpareColumns(header, header.keys.indices.filter { $0 != day && $0 != figure })
  }

  mutating func survey(_ record: RawRecord) {
    days.survey(record)
    spare.survey(record, key: record.text(day))
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    let findings = try days.settle(options, file: file)
    try spare.settle(file: file, table: "a Meta Business Suite chart")
    return findings
  }

  /// `platform`: that of a chart which names none.
  func map(
    _ record: RawRecord, supposed platform: String, into batch: inout CanonicalBatch
  ) throws(RowProblem) {
    let start = batch.socialMetrics.count
    let model = SocialMetric.model(self.platform ?? platform, line: record.line, section: record.section)
    try days.map(record, like: model, into: &batch)
    // "Primary" says nothing of what is counted.
    if measure == .other, start < batch.socialMetrics.count { batch.socialMetrics[start].measureName = title }
  }

  /// Nil for a title that is not known.
  static func measure(ofTitle title: String) -> SocialMeasure? { measures[words(title)] }

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

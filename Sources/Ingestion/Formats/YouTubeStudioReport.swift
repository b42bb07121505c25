import Vocabulary

/// YouTube Studio, Analytics, Advanced mode, Export: the table, the chart's data or the totals by day.
///
/// A table has a row per video, country or another thing over the whole period, with the row "Total" first; the chart has
/// one row a day for each thing that was charted, and only for those. All of them split the same views, so the dimension
/// is part of each figure. Tables end at 500 rows. The period and the channel stand in the name of the archive alone,
/// whose second day is the first one after the period.
struct YouTubeStudioReport: SourceFormat {
  static let title = "YouTube Studio report"
  static let isVerified = true

  private var posts: SocialPosts
  private var days: SocialDays?
  /// The column of the table's things, nil where there are none but days.
  private let dimension: Int?
  /// The column that holds "Total".
  private let first: Int
  private let header: Header
  private var rows = 0
  private var period: DateWindow?
  private var profile = ""

  init?(_ opening: Opening) {
    let header = opening.header
    let days = SocialDays(header, days: YouTubeStudioReport.dates, figures: YouTubeStudioReport.figures)
    let posts = SocialPosts(
      header, names: YouTubeStudioReport.names, figures: days == nil ? YouTubeStudioReport.figures : [])
    let figures = days?.figures ?? posts.figures
    let date = header.column(YouTubeStudioReport.dates)
    let dimension = YouTubeStudioReport.dimension(header, figures, hasDate: date != nil)
    let isNamed = YouTubeStudioReport.own.contains { header.contains($0) }
    let isOfArchive = ExportName(opening.fileName).folders.contains { NamedPeriod($0) != nil }
    let plain = YouTubeStudioReport.things.union(isOfArchive ? YouTubeStudioReport.parts : [])
      .union(posts.map.has(.postID) ? YouTubeStudioReport.durations : [])
    let isPlain =
      date != nil && figures.has(.views)
      && header.keys.indices.allSatisfy { index in
        index == date || figures.indices.contains(index) || plain.contains(header.keys[index])
          || [posts.map[.title], posts.map[.published]].contains(index)
      }
    let isOfVideos =
      [SocialPosts.Field.postID, .title, .published].allSatisfy { posts.map.has($0) }
      && [SocialMeasure.views, .impressions, .watchSeconds].contains { figures.has($0) }
    guard !figures.isEmpty, isNamed || isPlain || isOfVideos, let first = dimension ?? date else { return nil }
    self.header = header
    self.posts = posts
    self.days = days
    self.dimension = dimension
    self.first = first
  }

  /// What the table is about is named first, in a chart after the day; amounts and shares have their unit in brackets.
  private static func dimension(_ header: Header, _ figures: SocialFigures, hasDate: Bool) -> Int? {
    if let known = header.keys.firstIndex(where: things.contains) { return known }
    let place = hasDate ? 1 : 0
    guard place < header.count, !figures.indices.contains(place), header.currencies[place] == nil,
      !header.keys[place].isEmpty, !header.keys[place].hasSuffix(")")
    else { return nil }
    return place
  }

  /// `Traffic source 2026-01-01_2026-02-01 Our channel`.
  static func namesArchive(_ name: String) -> Bool {
    name.split(separator: " ").dropFirst().dropLast().contains { word in
      word.count == 21 && word.contains("_") && NamedPeriod(String(word)) != nil
    }
  }

  var width: Int? { header.count }

  mutating func survey(_ record: RawRecord) {
    guard !isTotal(record), !isFooter(record) else { return }
    rows += 1
    posts.survey(record)
    days?.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    let ofPosts = try posts.settle(options, file: file)
    var findings = try days?.settle(options, file: file, isSplit: dimension != nil) ?? ofPosts
    let isContent = posts.map.has(.postID)
    if days != nil {
      for (index, column) in ofPosts.columns.enumerated() where column.meaning != nil {
        findings.columns[index].meaning = column.meaning
      }
    }
    findings.reason = "columns " + header.names.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
    if isContent { findings.metrics.insert(.posts) } else { findings.metrics.remove(.posts) }
    if let dimension, !isContent { findings.columns[dimension].meaning = "dimension" }
    if let named = NamedPeriod(file) {
      period = DateWindow(first: named.first, last: max(named.first, named.last - 1))
      profile = named.name
    }
    findings.account = profile.isEmpty ? nil : profile
    findings.part = days == nil ? "" : "day"
    if days == nil {
      findings.window = period
      if period == nil {
        findings.notes.append("the period stands in the name of the archive alone: hand it over as it was downloaded")
      }
      if rows == 500 { findings.notes.append("500 rows: the table is cut there, and its rows are not all") }
    } else if dimension != nil {
      findings.notes.append("a chart's data: only what was charted is in it")
    } else if header.count == 2 {
      findings.notes.append("nothing but the two columns says what this is: other tables may have the same")
    }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if isTotal(record) {
      try noteTotals(record, in: &batch)
      return
    }
    let thing = record.text(dimension)
    if isFooter(record) {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .footer))
      return
    }
    var model = SocialMetric.model(
      "YouTube", profile: profile, window: period ?? .undated, line: record.line, section: record.section)
    var post: SocialPost?
    if posts.map.has(.postID) {
      model.postID = try posts.identifier(record)
      post = try posts.post(record, id: model.postID, platform: "YouTube", profile: profile)
    } else if let dimension {
      model.dimension =
        YouTubeStudioReport.countries.contains(header.keys[dimension]) ? "country" : header.keys[dimension]
      model.dimensionValue = thing
    }
    let skipped = batch.skippedRows.count
    if let days {
      try days.map(record, like: model, into: &batch)
    } else if try !posts.figures.add(record, like: model, to: &batch) {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData))
    }
    if let post, batch.skippedRows.count == skipped { _ = posts.describe(post, in: &batch) }
  }

  private func isTotal(_ record: RawRecord) -> Bool {
    guard (5...8).contains(record[first].count) else { return false }
    return YouTubeStudioReport.totals.contains(record.text(first).lowercased())
  }

  /// "Showing top 500 results" with or without empty cells behind it.
  private func isFooter(_ record: RawRecord) -> Bool {
    (1..<max(1, record.count)).allSatisfy { BlankText.trimmed(record[$0]).isEmpty }
      && record.text(0).split(separator: " ").contains("500")
  }

  /// Videos that are gone and places that are kept back are in the total and in no row; days add up.
  private func noteTotals(_ record: RawRecord, in batch: inout CanonicalBatch) throws(RowProblem) {
    let totals = try (days?.figures ?? posts.figures).totals(record)
    batch.skippedRows.append(SkippedRow(line: record.line, reason: .totals))
    for total in totals {
      batch.controlTotals.append(
        ControlTotal(
          origin: RecordOrigin(record), label: record.text(first), metric: total.metric,
          valueMicros: total.micros, coversAllRows: dimension == nil))
    }
  }
}

extension YouTubeStudioReport {
  /// English, German, Portuguese, Spanish, French.
  private static let dates = ["date", "datum", "data", "fecha"]
  private static let totals: Set<String> = ["total", "gesamt", "totale", "totaal"]
  private static let countries: Set<String> = [
    "geography", "geografie", "geografia", "área geográfica", "região geográfica", "geografía", "géographie",
  ]
  private static let contents = ["content", "video", "videos", "inhalte", "conteúdo", "contenido", "contenu", "vídeo"]
  private static let things = countries.union(contents)
  /// What else a chart of views is of. Websites' tables by day have such columns too, so that the archive tells.
  private static let parts: Set<String> = [
    "traffic source", "zugriffsquelle", "origem do tráfego", "fuente de tráfico", "source de trafic",
    "viewer age", "alter der zuschauer", "idade do espectador", "edad del espectador", "âge des spectateurs",
    "viewer gender", "geschlecht der zuschauer", "gênero do espectador", "sexo del espectador", "sexe des spectateurs",
    "device type", "gerätetyp", "tipo de dispositivo", "type d'appareil", "type d’appareil", "subscription status",
  ]
  /// How long a video is: no figure, and named like anybody's column.
  private static let durations: Set<String> = [
    "duration", "dauer", "duração", "duración", "durée", "durata", "duur",
  ]

  private static let names: [SocialPosts.Field: [String]] = [
    .postID: contents,
    .title: ["video title", "videotitel", "título do vídeo", "título del vídeo", "titre de la vidéo"],
    .published: [
      "video publish time", "veröffentlichungszeitpunkt des videos", "horário de publicação do vídeo",
      "hora de publicación del vídeo", "heure de publication de la vidéo",
    ],
    .kind: ["content type", "inhaltstyp", "tipo de conteúdo"],
  ]

  private static let watchTime = [
    "watch time (hours)", "wiedergabezeit (stunden)", "tempo de exibição (horas)", "tempo de visualização (horas)",
    "tiempo de visualización (horas)", "durée de visionnage (heures)",
  ]
  private static let averageDuration = [
    "average view duration", "durchschnittliche wiedergabedauer", "duração média da visualização",
    "duração média de visualização", "duración media de las visualizaciones", "durée moyenne d'une vue",
  ]
  /// With a name under which others export, too.
  private static let durationOfViews = averageDuration + ["durée moyenne de visionnage"]
  private static let clickRate = [
    "impressions click-through rate (%)", "klickrate der impressionen (%)", "taxa de cliques de impressões (%)",
    "porcentaje de clics de las impresiones (%)", "taux de clics par impressions (%)",
    "thumbnail click-through rate (%)", "thumbnail impressions click-through rate (%)",
    "taxa de cliques na miniatura (%)",
  ]
  /// Columns that nobody else exports under these names.
  private static let own = watchTime + averageDuration + clickRate

  private static let figures: [SocialFigure] =
    [
      SocialFigure(.views, named: ["views", "aufrufe", "visualizações", "visualizaciones", "vues"]),
      SocialFigure(.watchSeconds, named: watchTime, unit: .hours),
      SocialFigure(
        .netFollowers, named: ["subscribers", "abonnenten", "inscritos", "subscritores", "suscriptores", "abonnés"]),
      SocialFigure(.newFollowers, named: ["subscribers gained", "gewonnene abonnenten", "inscrições obtidas"]),
      SocialFigure(.lostFollowers, named: ["subscribers lost", "verlorene abonnenten", "inscrições perdidas"]),
      SocialFigure(
        .impressions,
        named: [
          "impressions", "thumbnail impressions", "impressionen", "impressões", "impressões de miniaturas",
          "impresiones", "impresiones de miniaturas",
        ]),
      SocialFigure(.reach, named: ["unique viewers", "einzelne zuschauer", "espectadores únicos"]),
      SocialFigure(.likes, named: ["likes", "„mag ich“-bewertungen", "marcações \"gostei\"", "me gusta"]),
      SocialFigure(.shares, named: ["shares", "geteilte inhalte", "compartilhamentos"]),
      SocialFigure(.comments, named: ["comments added", "hinzugefügte kommentare", "comentários adicionados"]),
      SocialFigure(.other, named: clickRate, unit: .percent),
      SocialFigure(.other, named: durationOfViews, unit: .clock),
      SocialFigure(
        .other,
        named: [
          "average percentage viewed (%)", "durchschnittliche wiedergabedauer (%)", "porcentagem visualizada média (%)",
          "pourcentage moyen regardé (%)",
        ], unit: .percent),
      SocialFigure(
        .other,
        named: [
          "stayed to watch (%)", "continuaram assistindo (%)", "se quedaron viendo (%)", "ont continué de regarder (%)",
        ], unit: .percent),
      SocialFigure(
        .other,
        named: ["engaged views", "visualizações intencionais", "visualizaciones interesadas", "vues engagées"]),
    ]
    + SocialFigure.others("likes (vs. dislikes) (%)", unit: .percent)
    + SocialFigure.others("dislikes", "returning viewers", "new viewers")
}

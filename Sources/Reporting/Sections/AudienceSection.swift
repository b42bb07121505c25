import Analysis
import Charting
import Vocabulary

/// Who are our customers, and which groups exist?
struct AudienceSection: ReportSection {
  static var page: PageName { PageName(path: "audience.html", label: phrase("Audience"), template: "parts") }

  let head: PageHead
  let parts: [PartView]
  let contents: [LinkView]
  let terms = Glossary.audience
  let files: [DataFile]
  var numbered: NumberedPage { NumberedPage(cards: parts.flatMap(\.cards)) }

  init(_ edition: Edition) throws(ReportingError) {
    let insight = edition.findings.segmentation
    guard let found = insight.finding else {
      head = PageHead(
        phrase("Audience"), headline: phrase("There is not enough data to group customers yet"), standfirst: [],
        facts: edition.facts([]))
      parts = [
        .missing(
          "groups", phrase("Who are our customers?"), title: phrase("Groups of customers"), insight.shortfalls,
          limits: insight.caveats)
      ]
      contents = []
      files = []
      return
    }
    let profile = try Self.profile(found)
    let sizes = Self.sizes(found)
    let map = try Self.map(found)
    let recency = Self.recency(found)
    let candidates = Self.candidates(found)
    parts = NumberedCards(edition).traced([
      PartView(
        "groups", phrase("Who are our customers?"), Self.question(found), cards: [profile.0, sizes.0],
        limits: insight.caveats),
      PartView("recency", phrase("How recently and how often do they buy?"), cards: [map.0, recency.0]),
      PartView(
        "choice", phrase("How sure are the groups?"),
        phrase(
          "Several groupings were tried. Chosen: the fewest groups near the lowest BIC, with a stability of {least} or more.",
          ["least": Self.stabilityFormat.text(SegmentTraining.leastStability)]),
        cards: [candidates.0]),
    ])
    contents = parts.map(\.link)
    files = [profile.1, sizes.1, map.1, recency.1, candidates.1]
    head = PageHead(
      phrase("Audience"), headline: Self.headline(found), standfirst: Self.standfirst(found),
      facts: edition.facts([
        FactView(phrase("Customers"), Quantity.count.text(found.customers)),
        FactView(phrase("As of"), Dates.day(found.asOf)),
      ]))
  }

  static func headline(_ found: Segmentation) -> String {
    guard found.k > 1, let first = found.segments.first else { return phrase("Customers form no clear groups") }
    return phrase(
      "{group} are {share} of customers and bring {revenueShare} of revenue",
      [
        "group": first.name.word, "share": Quantity.share.text(first.share),
        "revenueShare": Quantity.share.text(first.revenueShare),
      ])
  }

  private static func standfirst(_ found: Segmentation) -> [String] {
    var sentences: [String] = []
    if let last = found.segments.last, found.k > 1 {
      sentences.append(
        phrase(
          "{group} are {share} of customers and bring {revenueShare} of revenue.",
          [
            "group": last.name.word, "share": Quantity.share.text(last.share),
            "revenueShare": Quantity.share.text(last.revenueShare),
          ]))
      sentences.append(stability(found.stability.value))
    }
    return sentences
  }

  /// Above `SegmentTraining.leastStability` groups count as stable.
  private static func stability(_ value: Double) -> String {
    let agreement: KeyValuePairs = ["agreement": stabilityFormat.text(value)]
    return value >= SegmentTraining.leastStability
      ? phrase("When the data vary a little, nearly the same groups come back: {agreement} of 1.", agreement)
      : phrase("When the data vary a little, other groups come back: {agreement} of 1.", agreement)
  }

  private static var stabilityFormat: ValueFormat { ValueFormat(.plain, .decimals(2), locale: .current) }

  private static func question(_ found: Segmentation) -> String {
    found.k > 1
      ? phrase(
        "{count} groups who buy in different ways. Each is named by what sets it apart most.",
        ["count": "\(found.segments.count)"])
      : phrase("All customers buy much alike, so one group describes them.")
  }

  private static func profile(_ found: Segmentation) throws(ReportingError) -> (CardView, DataFile) {
    let features = features(found)
    let figure = try Edition.draw(
      SegmentProfile(
        head: FigureHead(
          id: "fig-segments", title: profileTitle(found),
          subtitle: phrase("Average customer = 100 (dotted line). Blue: above average. Orange: below."),
          name: phrase("how this group differs from the average customer"),
          note: phrase(
            "{model}, learned from {learned} steady buyers. All {customers} customers have a group.",
            [
              "model": Names.spelledOut(found.model), "learned": Quantity.count.text(found.stability.sampleSize),
              "customers": Quantity.count.text(found.segments.map(\.size).reduce(0, +)),
            ])),
        segmentHeading: phrase("Group"), measures: features.map(\.word),
        segments: found.segments.map { segment in
          SegmentProfile.Segment(
            segment.name.word,
            size: phrase(
              "{customers} customers, {share} of all, {revenueShare} of revenue",
              [
                "customers": Quantity.count.text(segment.size), "share": Quantity.share.text(segment.share),
                "revenueShare": Quantity.share.text(segment.revenueShare),
              ]),
            features.map { feature in segment.profile.first { $0.feature == feature }?.index })
        }))
    let file = DataFile("segment-profiles", figure.numbers)
    return (CardView(figure, width: "w12", file: file), file)
  }

  /// Those that some group tells of, in the order of the figure.
  static func features(_ found: Segmentation?) -> [Segmentation.SegmentFeature] {
    let told = Set(found?.segments.flatMap { $0.profile.map(\.feature) } ?? [])
    return Segmentation.SegmentFeature.allCases.filter(told.contains)
  }

  private static func profileTitle(_ found: Segmentation) -> String {
    guard found.k > 1, let first = found.segments.first,
      let trait = first.profile.max(by: { abs($0.index - 100) < abs($1.index - 100) }), trait.index != 100
    else { return phrase("One profile describes all customers") }
    return phrase(
      "{group} stand out most by {trait}",
      ["group": first.name.word, "trait": Language.current.midSentence(trait.feature.word)])
  }

  private static func sizes(_ found: Segmentation) -> (CardView, DataFile) {
    let share = Quantity.share.chartFormat
    let numbers = NumbersTable(
      caption: phrase("Groups of customers"),
      columns: [
        .text(phrase("Group")), .number(phrase("Customers")), .number(phrase("Share of customers")),
        .number(phrase("Share of revenue")),
      ],
      rows: found.segments.map {
        [.text($0.name.word), .count($0.size), .number($0.share, share), .number($0.revenueShare, share)]
      })
    let file = DataFile("segments", numbers)
    return (
      CardView(
        anchor: "fig-sizes", width: "w12", title: phrase("How large the groups are"), table: .stacked(numbers),
        fold: FoldView(downloadOf: file)), file
    )
  }

  private static func map(_ found: Segmentation) throws(ReportingError) -> (CardView, DataFile) {
    let figure = try Edition.draw(
      RecencyFrequencyMap(
        head: FigureHead(
          id: "fig-rfm",
          title: mapTitle(found),
          subtitle: phrase(
            "Customers by time since the last order (down) and number of orders (across). Stronger colour: more."),
          name: phrase("Customers by time since last order and number of orders")),
        rowHeading: phrase("Since last order"), columnHeading: phrase("Orders"),
        rowLabels: found.recencyLabels.map(DataWords.span),
        columnLabels: found.frequencyLabels, counts: found.recencyFrequency))
    let money = Quantity.money(found.currency).chartFormat
    var rows: [[NumbersTable.Cell]] = []
    for (row, recency) in found.recencyLabels.map(DataWords.span).enumerated() where row < found.recencyFrequency.count
    {
      for (column, frequency) in found.frequencyLabels.enumerated() where column < found.recencyFrequency[row].count {
        let revenue = found.revenueByRecencyFrequency
        let known = row < revenue.count && column < revenue[row].count
        rows.append([
          .text(recency), .text(frequency), .count(found.recencyFrequency[row][column]),
          .number(known ? revenue[row][column] : nil, money),
        ])
      }
    }
    let file = DataFile(
      "recency-frequency",
      NumbersTable(
        caption: phrase("Customers and revenue by recency and frequency"),
        columns: [
          .text(phrase("Since last order")), .text(phrase("Orders")), .number(phrase("Customers")),
          .number(phrase("Revenue")),
        ], rows: rows))
    return (CardView(figure, width: "w8", file: file), file)
  }

  /// Where most customers stand.
  private static func mapTitle(_ found: Segmentation) -> String {
    let cells = found.recencyFrequency.enumerated().flatMap { row, counts in
      counts.enumerated().map { (row: row, column: $0, count: $1) }
    }
    guard let fullest = cells.max(by: { $0.count < $1.count }), fullest.row < found.recencyLabels.count,
      fullest.column < found.frequencyLabels.count
    else { return phrase("Customers by time since last order and number of orders") }
    let orders = found.frequencyLabels[fullest.column]
    return phrase(
      "Most customers in one cell: {customers} with {orders}, the last {recency} ago",
      [
        "customers": Quantity.count.text(fullest.count),
        "orders": orders == "1" ? phrase("1 order") : phrase("{range} orders", ["range": orders]),
        "recency": DataWords.span(found.recencyLabels[fullest.row]),
      ])
  }

  private static func recency(_ found: Segmentation) -> (CardView, DataFile) {
    let money = Quantity.money(found.currency).chartFormat
    let rows = zip(
      found.recencyLabels.map(DataWords.span), zip(found.recencyFrequency, found.revenueByRecencyFrequency))
    let numbers = NumbersTable(
      caption: phrase("Customers and revenue by recency"),
      columns: [.text(phrase("Since last order")), .number(phrase("Customers")), .number(phrase("Revenue"))],
      rows: rows.map { label, both in
        [.text(label), .count(both.0.reduce(0, +)), .number(both.1.reduce(0, +), money)]
      })
    let file = DataFile("recency", numbers)
    return (
      CardView(
        anchor: "fig-recency", width: "w4", title: phrase("What each row brings"),
        subtitle: phrase("Revenue: all sales to these customers so far."), table: .stacked(numbers),
        fold: FoldView(downloadOf: file)), file
    )
  }

  private static func candidates(_ found: Segmentation) -> (CardView, DataFile) {
    let numbers = NumbersTable(
      caption: phrase("Groupings that were tried"),
      columns: [
        .text(phrase("Model")), .number(phrase("Groups")), .number(phrase("BIC (lower is better)")),
        .number(phrase("Silhouette")),
        .number(phrase("Stability")), .text(phrase("Chosen")),
      ],
      rows: found.candidates.map {
        [
          .text(DataWords.word($0.model)), .count($0.k),
          .number($0.bic, ValueFormat(.plain, .decimals(0), locale: .current)),
          .number($0.silhouette, ValueFormat(.plain, .decimals(3), locale: .current)),
          .number($0.stability, stabilityFormat), .text($0.chosen ? phrase("Chosen") : ""),
        ]
      })
    let file = DataFile("segment-candidates", numbers)
    let table = TableView(
      caption: numbers.caption, columns: TableView.stacked(numbers).columns,
      rows: zip(numbers.rows, found.candidates).map { row, candidate in
        row.dropLast().map { CellView($0.text) }
          + [candidate.chosen ? CellView("", tag: TagView(phrase("Chosen"), .good)) : CellView(phrase("Not chosen"))]
      })
    return (
      CardView(
        anchor: "fig-candidates", width: "w12",
        title: candidatesTitle(found),
        subtitle: phrase("Silhouette: 1 apart, 0 touching. Stability: 1 the same groups in each refit, 0 chance."),
        table: table,
        note: found.segments.contains { $0.name == .oneTimeBuyers }
          ? phrase("Customers with a single order have no habits yet: they are a group besides.") : nil,
        fold: FoldView(downloadOf: file)), file
    )
  }

  /// The groups of the model; one-time buyers stand beside them.
  private static func candidatesTitle(_ found: Segmentation) -> String {
    guard found.k > 1 else { return phrase("One group was chosen") }
    let counts: KeyValuePairs = ["count": "\(found.k)", "all": "\(found.candidates.count)"]
    return found.segments.contains { $0.name == .oneTimeBuyers }
      ? phrase("{count} groups of repeat buyers were chosen out of {all} groupings", counts)
      : phrase("{count} groups were chosen out of {all} groupings", counts)
  }
}

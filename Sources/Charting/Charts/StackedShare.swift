/// The parts of a whole over time, stacked to 100%: how did the mix change?
///
/// At most five parts; the smaller ones are put together in grey. A period in which a part is not known stays empty,
/// because its whole is not known either. Parts below
/// zero have no share: up to four of them are drawn as lines instead, more are told in words.
package struct StackedShare: Chart {
  package struct Part: Sendable, Equatable {
    package let name: String
    /// One amount per period, in one unit; nil is nothing known.
    package let values: [Double?]

    package init(_ name: String, _ values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  package let head: FigureHead
  /// First days of the periods since 1970-01-01, in order.
  package let days: [Int]
  package let parts: [Part]
  package let format: ValueFormat
  package let words: ChartWords

  package init(
    head: FigureHead, days: [Int], parts: [Part], format: ValueFormat, words: ChartWords = .current
  ) {
    self.head = head
    self.days = days
    self.parts = parts
    self.format = format
    self.words = words
  }

  private static let most = 5
  private static let top = 8.0
  private static let height = 220.0

  package func draw() throws(ChartProblem) -> Figure {
    for part in parts where part.values.count != days.count {
      throw .lengthMismatch(figure: head.slug, what: "a part", found: part.values.count, expected: days.count)
    }
    for (day, next) in zip(days, days.dropFirst()) where day >= next {
      throw .dayRepeated(figure: head.slug, day: next)
    }
    let numbers = NumbersTable(
      caption: head.name, columns: [.text("")] + parts.map { .number($0.name) },
      rows: days.enumerated().map { index, day in
        [.text(CivilDate(dayNumber: day).iso)] + parts.map { .number($0.values[index], format) }
      })
    let known = parts.flatMap { $0.values.compactMap(finite) }
    guard !known.isEmpty else { return .empty(head, words: words, numbers: numbers) }
    guard known.allSatisfy({ $0 >= 0 }) else {
      if parts.count <= 4 { return try lines.draw() }
      return Figure(head, body: Frame.empty(words.notEnoughData, words.noParts), numbers: numbers, hasDrawing: false)
    }
    guard known.contains(where: { $0 > 0 }) else {
      return Figure(head, body: Frame.empty(words.noData, words.allZero), numbers: numbers, hasDrawing: false)
    }
    guard totals.contains(where: { $0 > 0 }) else {
      return Figure(head, body: Frame.empty(words.noData, words.noWhole), numbers: numbers, hasDrawing: false)
    }
    let shown = gathered
    let key = shown.count > 1 ? shown.indices.map { KeyItem(.area(classes: fill($0)), shown[$0].name) } : []
    return Figure(head, key: key, body: drawing(shown), numbers: numbers)
  }

  private var lines: LineChart {
    LineChart(
      head: head, days: days, series: parts.map { LineChart.Series($0.name, $0.values) }, format: format,
      words: words)
  }

  private struct Shown {
    let name: String
    let values: [Double]
    let isRemainder: Bool
  }

  /// Of each period; 0 where a part is not known.
  private var totals: [Double] {
    days.indices.map { period in
      let all = parts.map { finite($0.values[period]) }
      return all.contains(nil) ? 0 : all.compactMap { $0 }.reduce(0, +)
    }
  }

  /// The largest in the order given, the rest as one.
  private var gathered: [Shown] {
    let amounts = parts.map { $0.values.map { finite($0) ?? 0 } }
    let sums = amounts.map { $0.reduce(0, +) }
    let ranks = parts.indices.sorted { (sums[$1], $0) < (sums[$0], $1) }
    let kept = parts.count <= Self.most ? ranks : Array(ranks.prefix(Self.most - 1))
    var shown = kept.sorted().map { Shown(name: parts[$0].name, values: amounts[$0], isRemainder: false) }
    let rest = ranks.dropFirst(kept.count)
    if !rest.isEmpty {
      let values = days.indices.map { period in rest.sorted().map { amounts[$0][period] }.reduce(0, +) }
      shown.append(Shown(name: ChartWords.fill(words.others, "\(rest.count)"), values: values, isRemainder: true))
    }
    return shown
  }

  private func fill(_ index: Int) -> String {
    parts.count > Self.most && index == Self.most - 1 ? "fm" : "f\(index + 1)"
  }

  private func drawing(_ shown: [Shown]) -> String {
    let percent = ValueFormat(.percent, locale: format.locale)
    let up = ValueScale.linear(low: 0, high: 1)
    let bottom = Self.top + Self.height
    let ticks = [0, 0.25, 0.5, 0.75, 1]
    let labels = percent.ticks(ticks)
    var marks = Axis.up(ticks, labels: labels, on: up, top: Self.top, bottom: bottom)
    let totals = totals
    let band = BandScale(count: days.count)
    var base = [Double](repeating: 0, count: days.count)
    var paths: [Element] = []
    var ends: [LabelStack.Place] = []
    for (index, part) in shown.enumerated() {
      var path = ""
      for period in days.indices where totals[period] > 0 && part.values[period] > 0 {
        let share = part.values[period] / totals[period]
        let (low, high) = (100 - base[period] * 100, 100 - (base[period] + share) * 100)
        let start = Length.number(band.start(period))
        path +=
          "M\(start) \(Length.number(low))H\(Length.number(band.start(period) + band.width))"
          + "V\(Length.number(high))H\(start)Z"
        base[period] += share
        if period == days.indices.last { ends.append((index, Self.top + (low + high) / 200 * Self.height)) }
      }
      if !path.isEmpty { paths.append(Element("path", class: "part \(fill(index))").set("d", path)) }
    }
    marks.append(StretchedPath.box(top: Self.top, height: Self.height, paths))
    let left = (labels.map(TextWidth.of).max() ?? 0) + 8
    let right = shown.count > 1 ? LabelStack.width(shown.map(\.name)) : 0
    marks += periodLabels(band, y: bottom + Axis.drop, narrowest: Frame.narrowest(left: left, right: right))
    marks += hoverStrips(shown, totals, band, percent)
    if shown.count > 1 { marks += LabelStack.names(ends, shown.map(\.name), bottom: bottom) }
    return Frame.fluid(
      head, description: spoken(shown, totals, percent), height: bottom + 26, left: left, right: right, marks)
  }

  private func periodLabels(_ band: BandScale, y: Double, narrowest: Double) -> [Element] {
    let every = max(1, (days.count + 6) / 7)
    let places = days.indices.filter { $0.isMultiple(of: every) }
    let labels = places.map { words.day(days[$0]) }
    let thinning = TickThinning.decide(
      count: places.count, width: labels.map(TextWidth.of).max() ?? 0,
      share: Double(places.last ?? 0) / Double(max(days.count, 1)), narrowest: narrowest)
    return places.indices.flatMap { index in
      Axis.label(labels[index], at: band.middle(places[index]), y: y, thinning[index])
    }
  }

  private func hoverStrips(
    _ shown: [Shown], _ totals: [Double], _ band: BandScale, _ percent: ValueFormat
  ) -> [Element] {
    guard days.count <= 120 else { return [] }
    return days.indices.map { period in
      let said =
        totals[period] > 0
        ? shown.map { "\($0.name): \(percent.text($0.values[period] / totals[period]))" }.joined(separator: "; ")
        : words.noData
      return Element("rect", class: "hit").at([
        "x": .percent(band.start(period)), "width": .percent(band.width), "y": .pixels(Self.top),
        "height": .pixels(Self.height),
      ]).hover(words.dayOpening(days[period]) + said)
    }
  }

  private func spoken(_ shown: [Shown], _ totals: [Double], _ percent: ValueFormat) -> String {
    let filled = days.indices.filter { totals[$0] > 0 }
    guard let first = filled.first, let last = filled.last else { return words.noData }
    let facts = shown.map { part in
      "\(part.name): \(percent.text(part.values[first] / totals[first])) (\(words.day(days[first]))) → "
        + "\(percent.text(part.values[last] / totals[last])) (\(words.day(days[last])))"
    }
    return facts.joined(separator: ". ") + "."
  }

  package static let specimen: StackedShare = {
    let start = CivilDate.dayNumber(year: 2026, month: 8, day: 24)
    let search: [Double?] = [420, 431, 405, 440, 452, nil, 447, 460, 455, 472, 468, 480]
    let social: [Double?] = [310, 298, 305, 280, 271, nil, 262, 250, 244, 238, 230, 221]
    let email: [Double?] = [120, 124, 131, 128, 140, nil, 152, 149, 158, 166, 170, 181]
    return StackedShare(
      head: FigureHead(
        id: "fig-mix", title: "Email takes over what paid social loses",
        subtitle: "Share of revenue by channel and week, 12 weeks to 15 November 2026.",
        name: "Share of weekly revenue by channel", note: "The empty week is the consent-banner fault."),
      days: (0..<12).map { start + 7 * $0 },
      parts: [
        Part("Paid search", search), Part("Paid social", social), Part("Email", email),
        Part("Affiliates", search.map { $0.map { $0 * 0.2 } }),
      ],
      format: ValueFormat(.money("GBP")))
  }()
}

import Vocabulary

/// Meta Business Suite, Insights, Audience, Export: who the audience is, in blocks of shares in percent.
///
/// "Age & gender" has a row per age and a column per gender; "Top countries" and "Top cities" have the names on one line
/// and the shares on the next. Neither day nor page is named, so the shares are undated, and they belong to nobody's sum.
struct MetaAudience: SourceFormat {
  static let title = "Meta Business Suite audience"
  static let isVerified = true

  private struct Walker {
    var title: String
    var section = 1
    var names: [String]
    var isAtTitle = false

    enum Step { case structure, shares }

    var hasAges: Bool { names.first == "" }

    /// Whether it is known to hold shares; one of another title may.
    var isKnown: Bool { hasAges || MetaAudience.dimensions[Header.key(title).key] != nil }

    /// A block begins with its title, alone in its record and without figures, and goes on with its names.
    mutating func step(_ record: RawRecord) -> Step {
      let cells = record.texts.map { Header([$0]).names[0] }
      let filled = cells.lastIndex { !$0.isEmpty } ?? 0
      if isAtTitle {
        names = Array(cells[...filled])
        isAtTitle = false
        return .structure
      }
      guard filled == 0, !cells[0].utf8.contains(where: { $0 &- 0x30 <= 9 }) else { return .shares }
      title = cells[0]
      section += 1
      isAtTitle = true
      return .structure
    }
  }

  private let opening: Walker
  private var walker: Walker
  private var titles: [String]
  /// Of blocks that hold something else: charts of days, which have exports of their own, and pages by an index.
  private var others: [String] = []
  private var platform = "Meta"

  init?(_ opening: Opening) {
    let names = opening.header.names
    guard let titleRow = opening.preamble.last(where: { $0.contains { !$0.isEmpty } }), let title = titleRow.first,
      titleRow.dropFirst().allSatisfy(\.isEmpty), !names.contains(where: { Double($0) != nil })
    else { return nil }
    let key = Header.key(title).key
    let genders = Set(opening.header.keys.dropFirst())
    let isAges = names.first == "" && MetaAudience.women.contains { genders.contains($0) }
    guard isAges || MetaAudience.dimensions[key] != nil else { return nil }
    self.opening = Walker(title: Header([title]).names[0], names: names)
    walker = self.opening
    titles = [self.opening.title]
  }

  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) {
    switch walker.step(record) {
    case .structure: if walker.isAtTitle { titles.append(walker.title) }
    case .shares:
      let holdsShares = walker.isKnown || (0..<record.count).allSatisfy { isShareOrNothing(record[$0]) }
      if !holdsShares, !others.contains(walker.title) { others.append(walker.title) }
    }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.reason = "the blocks " + titles.map { "\"\($0)\"" }.joined(separator: ", ")
    findings.columns = opening.names.dropFirst().map { ColumnMeaning(header: $0, meaning: "share") }
    findings.timeZone = options.timeZone
    let supposed = MetaPlatform.supposed(file: file)
    platform = supposed.platform
    findings.account = platform
    findings.notes = ["shares without a day: a later export replaces them", supposed.note]
    if !others.isEmpty {
      findings.notes.append(
        "blocks that are no shares of the audience are left out: \(others.map { "\"\($0)\"" }.joined(separator: ", "))")
    }
    walker = opening
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard case .shares = walker.step(record) else { return }
    guard !others.contains(walker.title) else { return batch.skip(record, .reference) }
    let hasAges = walker.hasAges
    let key = Header.key(walker.title).key
    let dimension = hasAges ? "age and gender" : MetaAudience.dimensions[key] ?? key
    var found: [SocialMetric] = []
    for (column, name) in walker.names.enumerated() where !(hasAges && column == 0) && !name.isEmpty {
      let cell = record[column]
      guard !BlankText.isMissing(cell) else { continue }
      guard let percent = MetaAudience.percent(cell) else {
        throw RowProblem(column: name, found: "no share", expected: "a percentage such as 12.5")
      }
      var metric = SocialMetric.model(platform, line: record.line, section: walker.section)
      metric.measureName = "audience share"
      metric.dimension = dimension
      metric.dimensionValue = hasAges ? "\(record.text(0)), \(name)" : name
      metric.valueMicros = (percent + 50) / 100
      found.append(metric)
    }
    guard record.count <= walker.names.count || (walker.names.count..<record.count).allSatisfy({ record[$0].isEmpty })
    else {
      throw RowProblem(column: "", found: "\(record.count) cells", expected: "\(walker.names.count) cells")
    }
    if found.isEmpty { batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData)) }
    batch.socialMetrics += found
  }

  private func isShareOrNothing(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    BlankText.isMissing(cell) || MetaAudience.percent(cell) != nil
  }

  /// Millionths of a percent, from 0 to 100.
  private static func percent(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
    let number = FigureColumn.withoutPercentSign(cell) ?? cell
    guard let percent = NumberFormat.decimalDot.micros(number) ?? NumberFormat.decimalComma.micros(number),
      (0...(100 * Micros.perUnit)).contains(percent)
    else { return nil }
    return percent
  }

  private static let women: [String] = ["women", "frauen", "mulheres", "mujeres", "femmes", "donne", "vrouwen"]

  private static let dimensions: [String: String] = [
    "top countries": "country", "top cities": "city", "top-länder": "country", "top-städte": "city",
    "principais países": "country", "principais cidades": "city", "principales países": "country",
    "principales ciudades": "city",
  ]
}

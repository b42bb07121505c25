import Vocabulary

/// LinkedIn, a member's own analytics, Export: a workbook with the sheets DISCOVERY, ENGAGEMENT, TOP POSTS, FOLLOWERS and
/// DEMOGRAPHICS. No real file stands behind it yet.
///
/// TOP POSTS has two tables side by side, by engagements and by impressions, so that a post may stand in both. Dates have
/// the month first in every language. The name of the file gives the period, both days within it.
struct LinkedInCreatorReport: SourceFormat {
  static let title = "LinkedIn member analytics"
  static let isVerified = false
  static let spansSheets = true

  private enum Table {
    case discovery(DateWindow)
    case days(SocialDays)
    case topPosts([PostBlock])
    case demographics
  }

  /// One of the tables of TOP POSTS: where it stands, and what it counts.
  private struct PostBlock {
    let link: Int
    let figures: SocialFigures
    var published: DateColumn?
  }

  private let header: Header
  private let section: Int
  private var table: Table
  private var period: DateWindow?
  private var described: Set<String> = []

  init?(_ opening: Opening) {
    header = opening.header
    section = opening.section
    let keys = header.keys.filter { !$0.isEmpty }
    if keys.count == 2, keys[0] == "overall performance",
      let window = PeriodText.window(header.names[1], order: .monthDayYear)
    {
      table = .discovery(window)
      period = window
    } else if ["date,impressions,engagements", "date,new followers"].contains(keys.joined(separator: ",")),
      let days = SocialDays(header, days: ["date"], figures: LinkedInCreatorReport.figures)
    {
      table = .days(days)
    } else if header.contains("post url"), header.contains("post publish date") {
      let blocks = LinkedInCreatorReport.blocks(header)
      guard !blocks.isEmpty else { return nil }
      table = .topPosts(blocks)
    } else if keys == ["top demographics", "value", "percentage"] {
      table = .demographics
    } else {
      return nil
    }
  }

  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) {
    switch table {
    case .discovery, .demographics: break
    case .days(var days):
      days.survey(record)
      table = .days(days)
    case .topPosts(var blocks):
      for index in blocks.indices { blocks[index].published?.survey(record) }
      table = .topPosts(blocks)
    }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.columns = header.names.map { ColumnMeaning(header: $0, meaning: nil) }
    findings.timeZone = options.timeZone
    period = period ?? NamedPeriod(file).flatMap { DateWindow(first: $0.first, last: $0.last) }
    findings.window = period
    switch table {
    case .discovery: findings.metrics = [.impressions]
    case .demographics: break
    case .days(var days):
      findings = try days.settle(options, file: file, order: .monthDayYear)
      table = .days(days)
    case .topPosts(var blocks):
      var dates = options
      dates.dateOrder = options.dateOrder ?? .monthDayYear
      for index in blocks.indices {
        try blocks[index].published?.settle(dates, file: file)
        for (place, column) in blocks[index].figures.meanings(header).enumerated() where column.meaning != nil {
          findings.columns[place].meaning = column.meaning
        }
        findings.columns[blocks[index].link].meaning = "link"
      }
      findings.metrics = [.posts, .impressions]
      findings.notes = ["top posts: at most 50 by engagements and 50 by impressions are in it"]
      table = .topPosts(blocks)
    }
    findings.reason = "columns " + header.names.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let model = SocialMetric.model("LinkedIn", window: period ?? .undated, line: record.line, section: section)
    switch table {
    case .days(let days): try days.map(record, like: model, into: &batch)
    case .topPosts(let blocks): try mapPosts(record, blocks, like: model, into: &batch)
    case .discovery(let window):
      var metric = model
      metric.window = window
      metric.measure = LinkedInCreatorReport.discoveries[Header.key(record.text(0)).key] ?? .other
      metric.measureName = metric.measure == .other ? record.text(0) : ""
      metric.valueMicros = try LinkedInCreatorReport.number(record, 1, header)
      batch.socialMetrics.append(metric)
    case .demographics:
      var metric = model
      metric.measureName = "audience share"
      metric.dimension = Header.key(record.text(0)).key
      metric.dimensionValue = record.text(1)
      let share = record.text(2)
      guard !share.hasPrefix("<"), !BlankText.isMissing(share) else {
        batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData))
        return
      }
      metric.valueMicros = try LinkedInCreatorReport.number(record, 2, header)
      batch.socialMetrics.append(metric)
    }
  }

  private mutating func mapPosts(
    _ record: RawRecord, _ blocks: [PostBlock], like model: SocialMetric, into batch: inout CanonicalBatch
  ) throws(RowProblem) {
    var found = CanonicalBatch()
    for block in blocks where !BlankText.isMissing(record[block.link]) {
      let link = record.text(block.link)
      var post = SocialPost(
        origin: model.origin, platform: "LinkedIn", profile: "",
        postID: try LinkedInLink.identifier(link, column: header.names[block.link]))
      post.link = link
      post.publishedDay = try block.published?.date(record)?.day
      var metric = model
      metric.postID = post.postID
      _ = try block.figures.add(record, like: metric, to: &found)
      if !described.contains(post.postID), !found.socialPosts.contains(where: { $0.postID == post.postID }) {
        found.socialPosts.append(post)
      }
    }
    if found.socialMetrics.isEmpty, found.socialPosts.isEmpty {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData))
    }
    described.formUnion(found.socialPosts.map(\.postID))
    batch.socialPosts += found.socialPosts
    batch.socialMetrics += found.socialMetrics
  }

  /// A table begins at each column of links and ends before the next one.
  private static func blocks(_ header: Header) -> [PostBlock] {
    let starts = header.keys.indices.filter { header.keys[$0] == "post url" }
    return starts.enumerated().compactMap { place, start in
      let end = place + 1 < starts.count ? starts[place + 1] : header.count
      let own = Header(header.names.enumerated().map { (start..<end).contains($0.offset) ? $0.element : "" })
      let figures = SocialFigures(own, LinkedInCreatorReport.figures)
      guard !figures.isEmpty else { return nil }
      let published = own.column(["post publish date"])
      return PostBlock(
        link: start, figures: figures, published: DateColumn(published, name: "Post publish date"))
    }
  }

  /// A number, or a percentage as a ratio.
  private static func number(_ record: RawRecord, _ column: Int, _ header: Header) throws(RowProblem) -> Int64 {
    let text = record.text(column)
    let format = record.isNumber(column) ? NumberFormat.plain : .decimalDot
    if text.hasSuffix("%"), let percent = format.micros(String(text.dropLast())) { return (percent + 50) / 100 }
    guard let micros = format.micros(text) else {
      throw RowProblem(
        column: column < header.count ? header.names[column] : "", found: "no number",
        expected: "a number such as \(format)")
    }
    return micros
  }

  private static let discoveries: [String: SocialMeasure] = ["impressions": .impressions, "members reached": .reach]

  private static let figures: [SocialFigure] = [
    SocialFigure(.impressions, "impressions"), SocialFigure(.engagements, "engagements"),
    SocialFigure(.newFollowers, "new followers"),
  ]
}

import Vocabulary

/// A table of an own profile's posts: what describes them, and their figures.
struct SocialPosts: Sendable {
  enum Field: String, CaseIterable {
    case postID, link, published, title, text, kind, profile, day
  }

  let map: ColumnMap<Field>
  private(set) var figures: SocialFigures
  private var published: DateColumn?
  /// Days of the rows' figures; a row may have a word instead, such as "Lifetime".
  private var days: DateColumn?
  private var described: Set<String> = []
  private var shortRecords = 0
  private var shortLine = 0
  /// Vendors write the order that is their own with slashes; points come from a spreadsheet.
  private var writesPoints = false

  init(_ header: Header, names: [Field: [String]], figures known: [SocialFigure]) {
    map = ColumnMap(header, names: names)
    figures = SocialFigures(header, known)
    published = DateColumn(map[.published], name: map.name(.published))
    days = DateColumn(map[.day], name: map.name(.day))
  }

  mutating func survey(_ record: RawRecord) {
    figures.survey(record)
    published?.survey(record)
    days?.survey(record)
    writesPoints = writesPoints || record[map[.published]].contains(UInt8(ascii: "."))
    if record.count < map.header.count {
      shortRecords += 1
      if shortLine == 0 { shortLine = record.line }
    }
  }

  /// Whether the record may be read: it may lack last cells, but none of those that describe the post.
  func isWhole(_ record: RawRecord) -> Bool {
    let least = 1 + (Field.allCases.compactMap { map[$0] }.max() ?? 0)
    return record.count >= least
      && (map.header.count..<max(map.header.count, record.count)).allSatisfy { record[$0].isEmpty }
  }

  /// For a record that is not.
  func misfit(_ record: RawRecord) -> RowProblem {
    RowProblem(column: "", found: "\(record.count) cells", expected: "\(map.header.count) cells, as the header has")
  }

  /// The window is that of the rows' own days, and where they have none, of those on which the posts came out. `order`:
  /// the vendor's own, where it writes one in every language.
  mutating func settle(_ options: ReadOptions, file: String, order: DateOrder? = nil) throws(IngestionError)
    -> Findings
  {
    try figures.settle(options, file: file)
    var dates = options
    dates.dateOrder = options.dateOrder ?? (writesPoints ? nil : order)
    try published?.settle(dates, file: file)
    // One hand writes both columns.
    dates.dateOrder = options.dateOrder ?? published?.certainOrder ?? dates.dateOrder
    try days?.settle(dates, file: file)
    var findings = Findings()
    findings.columns = zip(map.meanings, figures.meanings(map.header)).map { description, figure in
      description.meaning == nil ? figure : description
    }
    findings.timeZone = options.timeZone
    findings.window = days?.window ?? published?.window
    findings.metrics = figures.metrics.union([.posts])
    findings.notes = figures.notes
    if let note = published?.supposedNote(options, ofVendor: order) { findings.notes.append(note) }
    if shortRecords > 0 {
      findings.notes.append(
        shortRecords == 1
          ? "the record in line \(shortLine) lacks its last cells: they are missing"
          : "\(shortRecords) records, the first in line \(shortLine), lack their last cells: they are missing")
    }
    return findings
  }

  /// The day of the row's figures; nil where they are those of the post's life.
  func day(_ record: RawRecord) -> Day? {
    days.flatMap { DateText(record[$0.index], order: $0.order)?.day }
  }

  /// The day on which the row's post came out where it is written without its year. `day`: near which it was.
  func publishedDay(_ record: RawRecord, near day: Day) -> Day? {
    published.flatMap { YearlessDate.day(record[$0.index]) }.flatMap { YearlessDate.day($0, near: day) }
  }

  /// The post as the row describes it, without its blanks and line breaks, cut to what a table can show. `day`: on which
  /// it came out, where the caller knows.
  func post(
    _ record: RawRecord, id: String, platform: String, profile: String, day: Day? = nil
  ) throws(RowProblem) -> SocialPost {
    var post = SocialPost(
      origin: RecordOrigin(record), platform: platform, profile: profile, postID: id)
    if let day {
      post.publishedDay = day
    } else if let date = try published?.date(record) {
      post.publishedDay = date.day
      post.instant = date.instant
    }
    post.kind = record.text(map[.kind])
    post.link = record.text(map[.link])
    let title = record.text(map[.title])
    let words = (title.isEmpty ? record.text(map[.text]) : title).split(whereSeparator: \.isWhitespace)
    post.title = String(words.joined(separator: " ").prefix(200))
    return post
  }

  /// The figures of the post over the window, and the post itself where the file has not described it before.
  mutating func add(
    _ record: RawRecord, post: SocialPost, window: DateWindow = .undated, to batch: inout CanonicalBatch
  ) throws(RowProblem) {
    var model = SocialMetric.model(
      post.platform, profile: post.profile, window: window, line: record.line,
      section: record.section)
    model.postID = post.postID
    let hasFigures = try figures.add(record, like: model, to: &batch)
    if !describe(post, in: &batch), !hasFigures {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData))
    }
  }

  /// False where the file has described the post before.
  mutating func describe(_ post: SocialPost, in batch: inout CanonicalBatch) -> Bool {
    guard described.insert(post.postID).inserted else { return false }
    batch.socialPosts.append(post)
    return true
  }

  /// The cell of the post's identifier, or a problem where a spreadsheet has made a rounded number of it.
  func identifier(_ record: RawRecord) throws(RowProblem) -> String {
    let text = record.text(map[.postID])
    let isCut = IdentifierText.isCut(text, isNumber: map[.postID].map(record.isNumber) == true)
    guard !text.isEmpty, !isCut, !IdentifierText.isRounded(text) else {
      throw RowProblem(
        column: map.name(.postID), found: text.isEmpty ? "an empty cell" : "\(text), a number that was rounded",
        expected: "the whole identifier, as the platform exported it")
    }
    guard !TotalsRow.isTotal(text) else {
      throw RowProblem(
        column: map.name(.postID), found: "a word for totals", expected: "an identifier; the row is a sum of others")
    }
    return IdentifierText.whole(text)
  }

  /// The digits after a mark such as "/status/" in a link.
  static func number(after mark: String, in link: String) -> String? {
    guard let range = link.firstRange(of: mark) else { return nil }
    let digits = link[range.upperBound...].prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }

  /// The word after a mark up to the next slash: "name" of "https://host/@name/video/1".
  static func word(after mark: String, in link: String) -> String {
    guard let range = link.firstRange(of: mark) else { return "" }
    return String(link[range.upperBound...].prefix { $0 != "/" && $0 != "?" })
  }
}

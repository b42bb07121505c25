import Vocabulary

/// A web server's, balancer's or proxy's access log, as text or as JSON lines: each page seen is an event.
///
/// A line gives none when nothing was asked for (`noRequest`), else when a program asked (`robot`), else when a picture,
/// script or other file was asked for (`asset`), else when no page was answered: another method than GET, a redirect, an
/// error, a part of a file (`noPage`). Status 304 is a page that the browser had kept. Visitors are pseudonyms; their
/// addresses go nowhere.
struct AccessLog: SourceFormat {
  static let title = "web server access log"
  static let isVerified = true

  private let header: Header
  private let lines: AccessColumns
  private var evidence = AccessEvidence()
  private var digest = VisitorDigest(key: [])
  private var robots: [String: Bool] = [:]
  private static let keptAgents = 4_096

  init?(_ opening: Opening) {
    guard let lines = AccessColumns(opening) else { return nil }
    self.lines = lines
    header = opening.header
  }

  var width: Int? { lines.isJSON ? header.count : nil }

  mutating func survey(_ record: RawRecord) {
    guard record.flaw == nil, let time = LogTime(lines.cell(record, .time)) else { return }
    evidence.observe(time, record, lines)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.reason = "lines with a time, a request and a status"
    findings.columns = header.names.enumerated().compactMap { place, name in
      let column = lines.column(at: place)
      // The columns of a log that was read as text are not its own.
      if !lines.isJSON, let column, evidence.absent.contains(column) { return nil }
      return ColumnMeaning(header: name, meaning: column.flatMap { meaning($0) })
    }
    findings.timeZone = evidence.zone ?? options.timeZone
    findings.window = evidence.window
    findings.account = evidence.site
    findings.metrics = [.events]
    findings.notes = evidence.notes
    digest = VisitorDigest(key: options.pseudonymKey)
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard let time = LogTime(lines.cell(record, .time)) else {
      throw RowProblem(column: "time", found: "no time", expected: "a time such as 17/May/2026:10:05:03 +0000")
    }
    let agent = RequestAddress.faithful(lines.cell(record, .agent))
    let (method, target) = lines.request(record)
    let address = RequestAddress(target, query: lines.query(record))
    if let reason = reasonToSkip(lines.cell(record, .status), method, target, agent, address) {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: reason))
      return
    }
    let site = RequestAddress.faithful(lines.cell(record, .site)).lowercased()
    var event = WebEvent(
      origin: RecordOrigin(counted: record), tool: "Access log", property: site.isEmpty ? address.host : site,
      name: "page_view", day: time.day)
    event.instantMicros = time.instantMicros
    event.visitorID = digest.id(address: lines.cell(record, .address), agent: lines.cell(record, .agent))
    event.page = address.page
    event.queryDigest = digest.number(of: address.query)
    let tags = address.tags
    event.source = tags.source
    event.medium = tags.medium
    event.campaign = tags.campaign
    event.clickID = tags.clickID
    event.referrer = RequestAddress.host(ofReferrer: lines.cell(record, .referrer))
    event.device = evidence.hasAgents ? AccessLog.device(agent) : ""
    batch.webEvents.append(event)
  }

  private mutating func reasonToSkip(
    _ status: UnsafeBufferPointer<UInt8>, _ method: UnsafeBufferPointer<UInt8>?, _ target: UnsafeBufferPointer<UInt8>,
    _ agent: String, _ address: RequestAddress
  ) -> SkippedRow.Reason? {
    // Balancers write a dash for each part of a request that there was none of. A path alone may be left out.
    let isEmpty = target.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
    if isEmpty, let method, method.isEmpty { return .noRequest }
    if evidence.hasAgents, isRobot(agent) { return .robot }
    if AccessLog.assetExtensions.contains(address.fileExtension) { return .asset }
    let isPage = AccessLog.pageStatuses.contains { $0.elementsEqual(status) }
    // A log that records no methods is one of pages.
    return isPage && (method?.elementsEqual("GET".utf8) ?? true) ? nil : .noPage
  }

  private mutating func isRobot(_ agent: String) -> Bool {
    if let known = robots[agent] { return known }
    let isRobot = RobotAgents.isRobot(agent)
    // Strangers may send a new agent with each request.
    if robots.count >= AccessLog.keptAgents { robots.removeAll(keepingCapacity: true) }
    robots[agent] = isRobot
    return isRobot
  }

  private static func device(_ agent: String) -> String {
    if agent.contains("iPad") || agent.contains("Tablet") { return "tablet" }
    if agent.contains("Mobi") || agent.contains("iPhone") || agent.contains("Opera Mini") { return "mobile" }
    return agent.contains("Android") ? "tablet" : "desktop"
  }

  /// Without agents nothing but the address tells visitors apart.
  private func meaning(_ column: LogColumn) -> String? {
    column == .agent && !evidence.hasAgents ? nil : AccessLog.meanings[column]
  }

  private static let pageStatuses = ["200", "203", "304"].map { Array($0.utf8) }

  private static let assetExtensions = Set(
    """
    7z ashx atom avi avif bin bmp bz2 class css csv dmg doc docx eot eps exe flv gif gz ico ics iso jar jpeg jpg js \
    json jsonld m4a m4v map mjs mkv mov mp3 mp4 mpeg mpg msi odt ogg ogv otf pdf png ppt pptx rar rdf rss svg swf tar \
    tgz tif tiff torrent ttf txt vcf wasm wav webm webmanifest webp wmv woff woff2 xls xlsx xml xpi xsl xz zip
    """.split(separator: " ").map(String.init))

  private static let meanings: [LogColumn: String] = [
    .site: "property", .address: "visitor", .time: "day and time", .method: "kind of request", .target: "page",
    .status: "answer", .referrer: "referrer", .agent: "visitor and device",
  ]
}

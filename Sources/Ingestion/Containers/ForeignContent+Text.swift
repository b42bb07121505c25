/// What text says that is no table.
extension ForeignContent {
  /// `text`: the beginning in small letters, without the blanks before it.
  static func of(text: String, byteCount: Int) -> ContentKind? {
    if let kind = openings.first(where: { $0.words.contains { text.hasPrefix($0) } }) {
      return .foreign(kind: kind.kind, advice: kind.advice)
    }
    if isMail(text) { return .foreign(kind: mail.kind, advice: mail.advice) }
    if let kind = markup(text) { return kind }
    // What a server says instead of a report is short.
    guard byteCount < 4_096 else { return nil }
    let dense = text.filter { !$0.isWhitespace }
    let body = dense.hasPrefix("<?xml") ? dense.drop { $0 != ">" }.dropFirst() : dense[...]
    if let kind = note(text, dense: body) { return kind }
    // Records a line each are a log.
    guard !body.contains("}{"), isError(body) else { return nil }
    return .foreign(
      kind: "an error message of a server instead of a report", advice: "see what the message says and export it again")
  }

  /// A report may begin with the days "From:" and "To:" too. In a mailbox a line with the sender and the time goes before.
  private static func isMail(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let first = lines.first else { return false }
    let head = first.hasPrefix("from ") && first.contains("@") ? lines.dropFirst() : lines[...]
    let fields = ["from:", "to:", "subject:", "date:", "received:"]
    guard let begin = head.first, fields.contains(where: { begin.hasPrefix($0) }) else { return false }
    if lines.contains(where: { $0.hasPrefix("mime-version:") || $0.hasPrefix("message-id:") }) { return true }
    let hasSender = head.prefix(40).contains { $0.hasPrefix("from:") && $0.contains("@") }
    return hasSender && head.prefix(40).contains { $0.hasPrefix("subject:") }
  }

  /// What is written for programs that read news, catalogues and pages.
  private static func markup(_ text: String) -> ContentKind? {
    guard text.hasPrefix("<") else { return nil }
    if text.hasPrefix("<?xml") || text.hasPrefix("<!doctype"), text.contains("<plist") {
      return .foreign(kind: "a file of settings or a link, made by a Mac", advice: "hand over the export itself")
    }
    let kind = feeds.first { feed in feed.roots.contains { root in opens(text, root) } }
    return kind.map { .foreign(kind: $0.kind, advice: "it holds no results: leave it out, and export a report") }
  }

  /// Whether the first element is this one: only a declaration and comments stand before it.
  private static func opens(_ text: String, _ root: String) -> Bool {
    guard let place = text.firstRange(of: root) else { return false }
    return text[..<place.lowerBound].split(separator: "<").allSatisfy { $0.hasPrefix("?") || $0.hasPrefix("!--") }
  }

  /// `text`: all of a short file; `dense`: without blanks and declaration.
  private static func note(_ text: String, dense: Substring) -> ContentKind? {
    if dense.hasPrefix("{"), !dense.contains("}{") {
      if dense.contains("\"doc_id\":"), dense.contains("\"url\":") || dense.contains("\"resource_key\":") {
        return .foreign(
          kind: "a link to a document in the cloud",
          advice: "open the document, download it as .xlsx or CSV, and hand over that")
      }
      if dense.contains("\"private_key\":\"-----begin") { return secret }
    }
    if dense.hasPrefix("-----begin"), dense.contains("privatekey") { return secret }
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count == 1, let line = lines.first else { return nil }
    if line.hasPrefix(","), line.contains(",file:///"), line.hasSuffix(";") {
      return .foreign(
        kind: "a lock file of an office program, no document", advice: "close the document and hand over that itself")
    }
    let isTable = line.contains { ",;|\t".contains($0) }
    guard line.count < 120, !isTable, noData.contains(where: { line.hasPrefix($0) }) else { return nil }
    return .foreign(
      kind: "a note that there are no data instead of a report", advice: "export it again over a period that has some")
  }

  private static let secret = ContentKind.foreign(
    kind: "a secret key, no export", advice: "take it out of this folder: whoever has it can use the account")

  /// `{"error":false` and `{"errors":[]` say that there is none.
  private static func isError(_ body: Substring) -> Bool {
    if errors.contains(where: { body.hasPrefix($0) }) { return true }
    guard let name = errorNames.first(where: { body.hasPrefix($0) }) else { return false }
    let value = body.dropFirst(name.count)
    // `{"message":"Unauthorized"}` and nothing else.
    if name == message { return value.first == "\"" && value.hasSuffix("\"}") && value.count { $0 == "\"" } == 2 }
    return ["{\"", "[{", "[\""].contains { value.hasPrefix($0) } || (value.first == "\"" && !value.hasPrefix("\"\""))
  }

  private static let openings: [(words: [String], kind: String, advice: String)] = [
    (["begin:vcalendar"], "a calendar (.ics)", "leave it out, or export what it holds as CSV"),
    (["begin:vcard"], "address cards (.vcf)", "export the contacts as CSV"),
    (
      [
        "return-path:", "delivered-to:", "mime-version:", "message-id:", "x-sender:", "dkim-signature:",
        "arc-seal:",
      ],
      mail.kind, mail.advice
    ),
    (
      ["-- mysql dump", "-- mariadb dump", "-- phpmyadmin sql dump", "-- postgresql database dump"],
      "a dump of a database (SQL)", tables
    ),
    (["[internetshortcut]", "[desktop entry]"], "a link", "hand over the export itself"),
    (["<?php", "#!/"], "a program", "hand over an export"),
  ]

  static let mail = (kind: "a saved e-mail", advice: "save the file that is attached to it and hand over that")

  private static let feeds: [(roots: [String], kind: String)] = [
    (["<rss", "<rdf:rdf"], "a feed of news or products"), (["<urlset", "<sitemapindex"], "a map of a website's pages"),
    (["<opml"], "a list of feeds"),
  ]

  private static let noData = [
    "no data", "no results", "no records", "no rows", "there is no data", "there are no", "keine daten",
    "keine ergebnisse",
    "aucune donnée", "aucun résultat", "no hay datos", "sin datos", "sem dados", "nessun dato", "geen gegevens",
    "brak danych",
  ]

  private static let message = "{\"message\":"
  private static let errorNames = ["{\"error\":", "{\"errors\":", message]

  private static let errors = [
    "{\"error_", "{\"result\":\"error\"", "{\"status\":\"error\"", "<error>", "<errorresponse", "<fault>",
  ]
}

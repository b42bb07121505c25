import Foundation
import Ingestion
import Vocabulary

/// What `inspect` says of one file to somebody who knows marketing and no file formats.
enum FileDescription {
  private static let shownColumns = 60
  private static let shownUnread = 24
  private static let shownSheets = 5

  static func text(_ name: String, _ recognition: Recognition, _ report: FileReport) -> String {
    var lines = [Terminal.shown(name), line("what it is", "\(recognition.title)  (\(recognition.format))")]
    lines.append(line("known by", recognition.reason))
    if !recognition.isVerified {
      lines.append(line("take care", "no real file stands behind this format yet: check the figures below"))
    }
    lines += circumstances(report)
    let text = [recognition.encoding, recognition.dialect].filter { $0 != "bytes" && $0 != "as the XML declares" }
    lines.append(line("read as", text.joined(separator: ", ")))
    lines.append(line("rows", rows(report)))
    for reason in report.skipped { lines.append(line("skipped", reason)) }
    if !report.totals.isEmpty { lines.append(line("totals", FigureWords.totals(report))) }
    let read = recognition.columns.filter { $0.meaning != nil }
    // Tables that stand one upon another share columns.
    var said: Set<String> = []
    for column in read {
      let text = "\(column.header) = \(FigureWords.meaning(column.meaning ?? ""))"
      if said.insert(text).inserted { lines.append(line("column", text)) }
    }
    let unread = recognition.columns.filter { $0.meaning == nil && !$0.header.isEmpty }.map(\.header)
      .filter { said.insert($0).inserted }
    for text in listed(unread) { lines.append(line("not read", text)) }
    for note in report.notes { lines.append(line("note", note)) }
    let problems = ProblemLines.sentences(report.problems, most: 10)
    for sentence in problems.lines { lines.append(line("problem", sentence)) }
    let rest = report.rowsRejected - problems.told
    if rest > 0 { lines.append(line("problem", "\(rest) more \(rest == 1 ? "row was" : "rows were") rejected")) }
    if let advice = report.advice { lines.append(line("next", advice)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Of a table that nobody knows.
  static func text(_ name: String, _ suggestion: MappingSuggestion, _ error: IngestionError, path: String) -> String {
    var lines = [Terminal.shown(name)]
    lines.append(line("what it is", kind(suggestion, error)))
    if case .nearMapping = error { lines.append(line("problem", error.description)) }
    let kinds = suggestion.kinds.map(\.title)
    if suggestion.isOfProfiles { lines.append(line("looks like", "figures of social profiles or posts")) }
    if !kinds.isEmpty {
      lines.append(
        line("looks like", kinds.joined(separator: ", or ") + (suggestion.mapping == nil ? " – not sure" : "")))
    }
    if suggestion.profile.isTable { lines.append(line("rows", "\(suggestion.profile.rows)")) }
    for note in notes(suggestion.profile) { lines.append(line("note", note)) }
    let columns = described(suggestion.profile)
    for (name, column) in columns.prefix(shownColumns) {
      let guess = suggestion.mapping?.fields.first { $0.value.headers == [column.header] }?.key.rawValue
      lines.append(
        line("column", "\(name): \(column.content.words)" + (guess.map { ", perhaps \(FigureWords.plain($0))" } ?? "")))
    }
    if columns.count > shownColumns { lines.append(line("column", "and \(columns.count - shownColumns) more")) }
    lines.append(line("next", unknownAdvice(path, suggestion, error)))
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a workbook holds besides the sheet that is described.
  static func notes(_ profile: TableProfile) -> [String] {
    guard profile.sheets.count > 1 else { return [] }
    let names = profile.sheets.prefix(shownSheets).map { "\"\($0)\"" }.joined(separator: ", ")
    let more = profile.sheets.count - shownSheets
    return [
      "it has \(profile.sheets.count) sheets, \(names)\(more > 0 ? " and \(more) more" : ""), of which "
        + "\"\(profile.sheet)\" is described; a mapping reads all that have its columns"
    ]
  }

  /// Of a file that is known and cannot be read as it stands; else the error is all there is to say.
  static func text(_ name: String, refusal error: IngestionError, title: String?) -> String {
    var lines = [Terminal.shown(name)]
    if case .leftOut(_, let kind, let advice) = error {
      lines += [line("what it is", "\(kind) – left out"), line("next", advice)]
    } else if let title {
      lines += [line("what it is", "\(title) – not read as it stands"), line("problem", error.description)]
    } else {
      return "\(error)\n"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `mark`: beside its amounts, shared by several currencies.
  static func advice(_ report: FileReport, mark: String?) -> String {
    let file = shellQuoted(report.path)
    if report.rowsRead == 0 { return "the file has a header and no rows; nothing would be loaded" }
    if report.rowsRead == report.rowsSkipped { return "no row of it is a result; nothing would be loaded" }
    if report.rowsLoaded == 0 { return "nothing in it can be loaded; see the problems above" }
    if report.lacksCurrency, let mark, let usual = AmountText.sharers(ofMark: mark)?.first {
      return
        "say which currency \(mark) is in it: `fairlead ingest --currency \(usual) \(file)`, or `currency:` in fairlead.yml"
    }
    if report.lacksCurrency {
      return
        "say which currency it is in: `fairlead ingest --currency CODE \(file)` with its three letters (EUR, GBP, USD, …) "
        + "for CODE, or `currency:` in fairlead.yml"
    }
    return "`fairlead ingest \(file)` loads it"
  }

  /// What `--suggest` knows it by: an entry of an archive stands behind the archive's path. The folder of an unzipped one
  /// stands in the path already.
  static func place(of export: Export, in path: String) -> String {
    let name = "/\(path.split(separator: "/").last ?? "")"
    let shown = "/" + export.displayName
    guard let end = shown.firstRange(of: name)?.upperBound else { return path }
    return path + shown[end...]
  }

  static func unknownAdvice(_ path: String, _ suggestion: MappingSuggestion, _ error: IngestionError) -> String {
    if case .nearMapping(_, let mapping, _) = error {
      return "correct the mapping \"\(mapping)\" by the columns above and inspect the file again; if it is "
        + "another table, `fairlead inspect --suggest \(shellQuoted(path))` drafts a mapping of its own"
    }
    if suggestion.isOfProfiles { return profileAdvice }
    guard let kind = suggestion.kinds.first else { return advice(suggestion.profile) }
    let draft =
      "`mkdir -p mappings; fairlead inspect --suggest \(shellQuoted(path)) > mappings/\(MappingDraft.stem(path)).yml` "
      + "drafts a mapping file for it, in the folder where `fairlead ingest` will run"
    guard suggestion.lacksDays else { return draft }
    let rows = kind.field(.firstDay) == nil ? "" : " (a row for each day)"
    return
      "export it again with the day\(rows), or add that column to a sheet of your own, and inspect it again; if Fairlead "
      + "does not know it then either, \(draft)"
  }

  /// A mapping would make paid advertising or visits of figures that are neither.
  static let profileAdvice =
    "figures of social profiles and posts cannot be read by a mapping; export them from the platform itself, in "
    + "English: `fairlead inspect --formats` lists the exports that are read"

  /// Headers are input: no control character of theirs reaches a terminal.
  private static func line(_ label: String, _ text: String) -> String {
    "  " + label.padding(toLength: 11, withPad: " ", startingAt: 0) + Terminal.shown(text)
  }

  /// Period, account, currency and time zone, and in one line those of them that a file of its kind might state and
  /// this one does not.
  private static func circumstances(_ report: FileReport) -> [String] {
    let account = report.account.flatMap { $0.isEmpty ? nil : $0 }
    let all = [
      ("period", period(report)), ("account", account), ("currency", report.currency),
      ("time zone", report.timeZone),
    ]
    let lines = all.compactMap { label, text in text.map { line(label, $0) } }
    let absent = all.filter { $0.1 == nil && ($0.0 != "currency" || report.lacksCurrency) }.map(\.0)
    return absent.isEmpty ? lines : lines + [line("not stated", absent.joined(separator: ", "))]
  }

  private static func period(_ report: FileReport) -> String? {
    guard let first = report.firstDay, let last = report.lastDay else { return nil }
    return first == last ? "\(first), one day" : "\(first) to \(last)"
  }

  private static func rows(_ report: FileReport) -> String {
    var text = "\(report.rowsRead)"
    if report.rowsSkipped > 0 { text += ", \(report.rowsSkipped) skipped" }
    if report.rowsRejected > 0 { text += ", \(report.rowsRejected) rejected" }
    return text
  }

  /// In lines that a window of usual width shows whole.
  private static func listed(_ names: [String]) -> [String] {
    var lines: [String] = []
    for name in names.prefix(shownUnread) {
      if let last = lines.last, last.count + name.count < 100 {
        lines[lines.count - 1] = "\(last), \(name)"
      } else {
        lines.append(name)
      }
    }
    if names.count > shownUnread { lines.append("and \(names.count - shownUnread) more; --json names them all") }
    return lines
  }

  private static func shellQuoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+~".contains($0)) }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}

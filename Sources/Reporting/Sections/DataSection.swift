import Analysis
import Charting
import Vocabulary

/// What came in, what was refused and why, what was restated, and how fresh is each source?
struct DataSection: ReportSection {
  static let page = PageName(path: "data.html", label: "Data", template: "parts")

  let head: PageHead
  let parts: [PartView]
  let contents: [LinkView]
  let terms = Glossary.data
  let files: [DataFile]
  var numbered: NumberedPage { NumberedPage(cards: parts.flatMap(\.cards)) }

  init(_ edition: Edition) throws(ReportingError) {
    let data = edition.findings.dataQuality
    var parts: [PartView] = []
    var files: [DataFile] = []
    func add(_ anchor: String, _ heading: String, _ question: String?, _ cards: [(CardView, DataFile)]) {
      parts.append(PartView(anchor, heading, question, cards: cards.map(\.0)))
      files += cards.map(\.1)
    }
    if data.sources.isEmpty {
      parts.append(.missing("sources", "How fresh is each source?", title: "No source has been read yet", []))
    } else {
      add(
        "sources", "How fresh is each source?", nil,
        [DataTables.sources(data, asOf: edition.findings.asOf), try DataTables.gaps(data)])
    }
    if !data.files.isEmpty {
      add(
        "files", "What happened to every row?",
        "Each row read is loaded, updated, unchanged, skipped with a reason, or rejected with a reason.",
        [DataTables.files(data)] + (data.skipped.isEmpty ? [] : [DataTables.skipped(data)]))
    }
    if !data.rejected.isEmpty || !data.unrecognised.isEmpty {
      let cards = [
        data.rejected.isEmpty ? nil : DataTables.rejected(data),
        data.unrecognised.isEmpty ? nil : DataTables.refused(data),
      ].compactMap { $0 }
      add("rejected", "What was refused, and why?", nil, cards)
    }
    if !data.changes.isEmpty {
      add(
        "columns", "Which exports have changed their columns?",
        "A figure whose column is missing from a file is missing from its days, and not 0.", [DataTables.changes(data)])
    }
    if !data.controlTotals.isEmpty {
      add("totals", "Do the files add up to their own totals?", nil, [DataTables.totals(data)])
    }
    if let audit = data.tracking, let currency = edition.findings.currency {
      parts.append(
        PartView(
          "tracking", "Do cost and visits meet?", Self.tracking(audit, currency: currency),
          cards: DataTables.tracking(audit, currency: currency).map { card, file in
            files.append(file)
            return [card]
          } ?? []))
    }
    if data.identity.contains(where: { $0.rule != .email && $0.customers + $0.refused > 0 }) {
      add(
        "identity", "Who is the same person?",
        "Addresses, customer numbers and telephone numbers lead to one customer; what leads to several joins nobody.",
        [DataTables.identity(data)])
    }
    if !data.restatements.isEmpty { add("restated", "What did newer files restate?", nil, [DataTables.restated(data)]) }
    self.parts = NumberedCards(edition).traced(parts)
    self.files = files
    contents = parts.map(\.link)
    let rows = data.files.map(\.rowsRead).reduce(0, +)
    head = PageHead(
      "Data quality", headline: Self.headline(data), standfirst: Self.standfirst(data),
      facts: edition.facts([
        FactView("Files", Quantity.count.text(data.files.count)), FactView("Rows read", Quantity.count.text(rows)),
      ]))
  }

  static func headline(_ data: DataQuality) -> String {
    guard !data.files.isEmpty else { return "No file has been read yet" }
    let astray = data.files.filter { !$0.addsUp }.count
    let count = Quantity.count
    if astray > 0 { return "The rows of \(count.text(astray)) \(astray == 1 ? "file do" : "files do") not add up" }
    let rejected = data.files.map(\.rowsRejected).reduce(0, +)
    let read = count.text(data.files.map(\.rowsRead).reduce(0, +))
    return rejected == 0
      ? "All \(read) rows read are accounted for, and none was rejected"
      : "All \(read) rows read are accounted for; \(count.text(rejected)) \(rejected == 1 ? "was" : "were") rejected"
  }

  /// What was compared, what no channel can be given, and what a visit is worth.
  static func tracking(_ audit: TrackingAudit, currency: Currency) -> String {
    let count = Quantity.count
    var sentences: [String] = []
    let compared = [(audit.channelsChecked, "paid channel"), (audit.campaignsChecked, "campaign")]
      .filter { $0.0 > 0 }.map { "\(count.text($0.0)) \($0.1)\($0.0 == 1 ? "" : "s")" }
    let span = "\(Names.shown(audit.tool)), \(Dates.range(audit.window))"
    sentences.append(
      compared.isEmpty
        ? "\(span): no advertising cost to compare."
        : "\(span): \(compared.joined(separator: " and ")) compared"
          + (audit.gaps.isEmpty ? ", and cost and visits meet in all of them." : "."))
    if let unassigned = audit.unassigned {
      let share = Quantity.share
      let days = Dates.range(unassigned.window)
      var sentence = "Every visit of \(days) has a channel"
      if unassigned.visits > 0 {
        sentence = "\(share.text(unassigned.share)) of visits of \(days) have no channel"
        if let before = unassigned.shareBefore { sentence += ", \(share.text(before)) before" }
        if let value = unassigned.value {
          sentence += "; they are worth \(Quantity.money(currency).text(value)) at the average visit"
        }
      }
      sentences.append(sentence + ".")
    }
    if let price = audit.revenuePerVisit, !audit.gaps.isEmpty {
      sentences.append("A visit is worth \(Quantity.money(currency).text(price)): net revenue over visits.")
    }
    return sentences.joined(separator: " ")
  }

  private static func standfirst(_ data: DataQuality) -> [String] {
    var sentences: [String] = []
    let gaps = data.sources.filter { !$0.gaps.isEmpty }.map { Names.shown($0.name) }
    if !gaps.isEmpty {
      let names = ChannelsHeadline.names(gaps)
      sentences.append("\(names.text) \(names.isPlural ? "have" : "has") days without data.")
    }
    let off = data.controlTotals.filter { !$0.agrees }.count
    if off > 0 {
      sentences.append("\(off) stated \(off == 1 ? "total differs" : "totals differ") from the sum of rows.")
    }
    return sentences
  }
}

extension DataQuality.File {
  /// Every row read has one fate.
  var addsUp: Bool { rowsRead == rowsLoaded + rowsUpdated + rowsUnchanged + rowsSkipped + rowsRejected }
}

extension DataQuality.Control {
  /// Totals are printed with two decimals.
  var agrees: Bool { abs(stated - summed) < 0.005 }
}

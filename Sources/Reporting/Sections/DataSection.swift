import Analysis
import Charting
import Vocabulary

/// What came in, what was refused and why, what was restated, and how fresh is each source?
struct DataSection: ReportSection {
  static var page: PageName { PageName(path: "data.html", label: phrase("Data"), template: "parts") }

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
      parts.append(
        .missing("sources", phrase("How fresh is each source?"), title: phrase("No source has been read yet"), []))
    } else {
      var cards = [DataTables.sources(data, asOf: edition.findings.asOf)]
      if data.sources.contains(where: \.isDaily) { try cards.append(DataTables.gaps(data)) }
      add("sources", phrase("How fresh is each source?"), nil, cards)
    }
    if !data.files.isEmpty {
      add(
        "files", phrase("What happened to every row?"),
        phrase("Each row read is loaded, updated, unchanged, skipped with a reason, or rejected with a reason."),
        [DataTables.files(data)] + (data.skipped.isEmpty ? [] : [DataTables.skipped(data)]))
    }
    if !data.rejected.isEmpty || !data.unrecognised.isEmpty {
      let cards = [
        data.rejected.isEmpty ? nil : DataTables.rejected(data),
        data.unrecognised.isEmpty ? nil : DataTables.refused(data),
      ].compactMap { $0 }
      add("rejected", phrase("What was refused, and why?"), nil, cards)
    }
    if !data.changes.isEmpty {
      add(
        "columns", phrase("Which exports have changed their columns?"),
        phrase("A figure whose column is missing from a file is missing from its days, and not 0."),
        [DataTables.changes(data)])
    }
    if !data.toldTwice.isEmpty {
      add(
        "told-twice", phrase("What do two files tell in other words?"),
        phrase(
          "The same days of one campaign, exported with other columns, count once: from the newer file; of equally new ones, from that with more figures."
        ),
        [DataTables.toldTwice(data)])
    }
    if !data.controlTotals.isEmpty {
      add("totals", phrase("Do the files add up to their own totals?"), nil, [DataTables.totals(data)])
    }
    if let audit = data.tracking, let currency = edition.findings.currency {
      parts.append(
        PartView(
          "tracking", phrase("Do cost and visits meet?"), Self.tracking(audit, currency: currency),
          cards: DataTables.tracking(audit, currency: currency).map { card, file in
            files.append(file)
            return [card]
          } ?? []))
    }
    if data.identity.contains(where: { $0.rule != .email && $0.customers + $0.refused > 0 }) {
      add(
        "identity", phrase("Who is the same person?"),
        phrase(
          "Addresses, customer numbers and telephone numbers lead to one customer; what leads to several joins nobody."),
        [DataTables.identity(data)])
    }
    if !data.restatements.isEmpty {
      add("restated", phrase("What did newer files restate?"), nil, [DataTables.restated(data)])
    }
    self.parts = NumberedCards(edition).traced(parts)
    self.files = files
    contents = parts.map(\.link)
    let rows = data.files.map(\.rowsRead).reduce(0, +)
    head = PageHead(
      phrase("Data quality"), headline: Self.headline(data), standfirst: Self.standfirst(data),
      facts: edition.facts([
        FactView(phrase("Files"), Quantity.count.text(data.files.count)),
        FactView(phrase("Rows read"), Quantity.count.text(rows)),
      ]))
  }

  static func headline(_ data: DataQuality) -> String {
    guard !data.files.isEmpty else { return phrase("No file has been read yet") }
    let astray = data.files.filter { !$0.addsUp }.count
    let count = Quantity.count
    if astray > 0 {
      return phrase("The rows of {count} file do not add up", "The rows of {count} files do not add up", of: astray)
    }
    let rejected = data.files.map(\.rowsRejected).reduce(0, +)
    let read = count.text(data.files.map(\.rowsRead).reduce(0, +))
    return rejected == 0
      ? phrase("All {read} rows read are accounted for, and none was rejected", ["read": read])
      : phrase(
        "All {read} rows read are accounted for; {count} was rejected",
        "All {read} rows read are accounted for; {count} were rejected", of: rejected, ["read": read])
  }

  /// What was compared, what no channel can be given, and what a visit is worth.
  static func tracking(_ audit: TrackingAudit, currency: Currency) -> String {
    var sentences: [String] = []
    let (channels, campaigns) = (audit.channelsChecked, audit.campaignsChecked)
    let compared = [
      channels > 0 ? phrase("{count} paid channel", "{count} paid channels", of: channels) : nil,
      campaigns > 0 ? phrase("{count} campaign", "{count} campaigns", of: campaigns) : nil,
    ].compactMap { $0 }
    let values: KeyValuePairs = [
      "span": "\(Names.shown(audit.tool)), \(Dates.range(audit.window))", "compared": Names.list(compared),
    ]
    sentences.append(
      compared.isEmpty
        ? phrase("{span}: no advertising cost to compare.", values)
        : audit.gaps.isEmpty
          ? phrase("{span}: {compared} compared, and cost and visits meet in all of them.", values)
          : phrase("{span}: {compared} compared.", values))
    if let unassigned = audit.unassigned {
      let share = Quantity.share
      let days = Dates.range(unassigned.window)
      var sentence = phrase("Every visit of {days} has a channel", ["days": days])
      if unassigned.visits > 0 {
        sentence = phrase(
          "{share} of visits of {days} have no channel", ["share": share.text(unassigned.share), "days": days])
        if let before = unassigned.shareBefore {
          sentence = phrase("{finding}, {share} before", ["finding": sentence, "share": share.text(before)])
        }
        if let value = unassigned.value {
          sentence = phrase(
            "{finding}; they are worth {amount} at the average visit",
            ["finding": sentence, "amount": Quantity.money(currency).text(value)])
        }
      }
      sentences.append(sentence + ".")
    }
    if let price = audit.revenuePerVisit, !audit.gaps.isEmpty {
      sentences.append(
        phrase("A visit is worth {amount}: net revenue over visits.", ["amount": Quantity.money(currency).text(price)]))
    }
    sentences += audit.leftOut.map(\.words)
    return sentences.joined(separator: " ")
  }

  private static func standfirst(_ data: DataQuality) -> [String] {
    var sentences: [String] = []
    let gaps = data.sources.filter { !$0.gaps.isEmpty }.map(\.shownName)
    if !gaps.isEmpty {
      let names = ChannelsHeadline.names(gaps)
      sentences.append(
        phrase(
          "{names} has days without data.", "{names} have days without data.", of: names.count, ["names": names.text]))
    }
    let off = data.controlTotals.filter { !$0.agrees }.count
    if off > 0 {
      sentences.append(
        phrase(
          "{count} stated total differs from the sum of rows.", "{count} stated totals differ from the sum of rows.",
          of: off))
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

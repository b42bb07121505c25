import Vocabulary

/// What the columns of a table look like over its first thousand records, to hold later exports to.
struct ColumnSurvey {
  private static let depth = 1_000

  let header: Header
  private var profiles: [ColumnProfile]
  private var records = 0
  private var firstLine = 0

  init(_ header: Header) {
    self.header = header
    profiles = header.names.map { ColumnProfile(header: $0) }
  }

  mutating func survey(_ record: RawRecord) {
    guard records < ColumnSurvey.depth, !ColumnSurvey.isTotals(record) else { return }
    if records == 0 { firstLine = record.line }
    records += 1
    for index in profiles.indices where index < record.count {
      profiles[index].observe(record[index], line: record.line, isNumber: record.isNumber(index))
    }
  }

  /// Whether the first thing that a row says is that it is a total, "Total: Campaigns": in a short file its label would
  /// make text of a column of days.
  private static func isTotals(_ record: RawRecord) -> Bool {
    guard let label = (0..<record.count).first(where: { TotalsRow.isFilled(record[$0]) }), record[label].count <= 120
    else { return false }
    return TotalsRow.isTotal(String(record.text(label).prefix { $0 != ":" }))
  }

  /// `meanings`: in the order of the header; `currency`: the file's.
  func columns(_ meanings: [ColumnMeaning], currency: Currency?) -> [SourceColumn] {
    var seen: [String: Int] = [:]
    return profiles.indices.compactMap { index in
      let name = header.names[index]
      guard !name.isEmpty else { return nil }
      seen[header.keys[index], default: 0] += 1
      let count = seen[header.keys[index]] ?? 1
      let key = count == 1 ? header.keys[index] : "\(header.keys[index]) #\(count)"
      let meaning = index < meanings.count ? meanings[index].meaning ?? "" : ""
      let profile = profiles[index]
      let own = header.currencies[index] ?? profile.currency
      return SourceColumn(
        key: key, header: name, field: meaning, content: profile.content, form: profile.form,
        currency: own ?? (ColumnSurvey.money.contains(meaning) ? currency : nil))
    }
  }

  /// The mark, in the header or beside an amount, of the first column of money that names its currency by nothing else;
  /// nil where the table has a column of codes. `meanings`: in the order of the header.
  func sharedMark(_ meanings: [ColumnMeaning]) -> SharedMark? {
    let read = profiles.indices.filter { $0 < meanings.count && meanings[$0].meaning != nil }
    guard !read.contains(where: { meanings[$0].meaning == "currency" && profiles[$0].filled > 0 }) else { return nil }
    let money = read.filter { header.currencies[$0] == nil }
    return money.lazy.compactMap { index -> SharedMark? in
      if let sign = Header.sign(header.names[index]) {
        return SharedMark(mark: sign, column: header.names[index], line: firstLine)
      }
      return profiles[index].content == .amount ? profiles[index].sharedMark : nil
    }.first
  }

  /// What splits the rows of a report: the names of those of its fields that do, with the header where the field says
  /// only that something does.
  static func variant(_ meanings: [ColumnMeaning]) -> String {
    let parts = meanings.compactMap { column -> String? in
      guard let meaning = column.meaning, splitting.contains(meaning) || meaning.hasPrefix("dimension") else {
        return nil
      }
      return meaning.hasPrefix("dimension") ? Header.key(column.header).key : meaning
    }
    return Set(parts).sorted().joined(separator: "+")
  }

  private static let money: Set<String> = ["spend", "conversionValue", "total", "revenue", "amount", "net", "gross"]
  private static let splitting: Set<String> = [
    "adGroup", "ad", "age", "gender", "region", "country", "placement", "platform", "device", "system", "network",
    "hour",
    "distribution", "topVsOther", "matchType", "bidMatchType", "breakdownValue", "product", "content", "geography",
    "level",
  ]
}

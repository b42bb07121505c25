import Vocabulary

/// Columns' meanings and figures as people read them.
enum FigureWords {
  private static let amounts: Set<TotalMetric> = [.spend, .revenue, .refunds, .dealAmount]

  /// `clicks 1,204, spend 199,421.15 USD`.
  static func totals(_ report: FileReport) -> String {
    let totals = report.totals.sorted { $0.key < $1.key }.map { key, value in
      let isAmount = TotalMetric(rawValue: key).map(amounts.contains) ?? false
      let unit = isAmount ? (report.units[key] ?? report.currency).map { " \($0)" } ?? "" : ""
      return "\(plain(key)) \(grouped(isAmount ? withCents(value) : value))\(unit)"
    }
    return totals.joined(separator: ", ")
  }

  /// `84302.1` as `84302.10`; whole amounts and finer ones stay.
  private static func withCents(_ number: String) -> String {
    number.split(separator: ".").dropFirst().first?.count == 1 ? number + "0" : number
  }

  static func meaning(_ name: String) -> String {
    switch name {
    case "figure", "other": return "a figure kept under its own name"
    case "dimension": return "what tells the rows apart"
    case "starts": return "first day"
    case "ends": return "last day"
    case _ where name.hasPrefix("added"): return "added to \(plain(String(name.dropFirst("added".count))))"
    default: return plain(name)
    }
  }

  /// `campaignID` as `campaign id`.
  static func plain(_ name: String) -> String {
    var text = ""
    var wasSmall = false
    for character in name {
      if character.isUppercase, wasSmall { text += " " }
      wasSmall = character.isLowercase
      text += character.lowercased()
    }
    return text
  }

  /// `-14117313.5` as `-14,117,313.5`.
  static func grouped(_ number: String) -> String {
    let whole = number.prefix { $0 != "." }
    let figures = whole.drop { $0 == "-" }
    var text = String(whole.prefix(whole.count - figures.count))
    for (place, figure) in zip(stride(from: figures.count, to: 0, by: -1), figures) {
      if place < figures.count, place.isMultiple(of: 3) { text += "," }
      text.append(figure)
    }
    return text + number.dropFirst(whole.count)
  }
}

extension FileReport {
  /// The totals that are money.
  static let amounts = ["spend", "revenue", "dealAmount"]

  /// Whether amounts were read whose currency neither the file nor a row names; nothing is nothing in any.
  var lacksCurrency: Bool {
    currency == nil
      && FileReport.amounts.contains { (totals[$0] ?? "0") != "0" && units[$0] == nil }
  }
}

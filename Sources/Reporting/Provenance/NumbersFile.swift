import Analysis
import Vocabulary

/// Every number of the report with its id, for `trace` and for whoever compares weeks.
enum NumbersFile {
  static let path = "numbers.json"

  static func json(_ edition: Edition, sections: [any ReportSection]) -> JSONText {
    let findings = edition.findings
    var places: [String: (page: String, text: String?)] = [:]
    for section in sections {
      let page = type(of: section).page.path
      let numbered = section.numbered
      let texts = numbered.texts
      for id in numbered.ids { places[id] = (page, texts[id]) }
    }
    return .object([
      ("schema", .integer(1)),
      ("asOf", .text(findings.asOf.description)),
      ("currency", findings.currency.map { .text($0.code) } ?? .null),
      ("buildID", .text(findings.buildID)),
      (
        "numbers",
        .list(
          edition.numbers.map { number in
            entry(number, at: places[number.id.description], currency: findings.currency)
          })
      ),
    ])
  }

  /// Members that say nothing are left out.
  private static func entry(
    _ number: ReportNumber, at place: (page: String, text: String?)?, currency: Currency?
  ) -> JSONText {
    var members: [(String, JSONText)] = [
      ("id", .text(number.id.description)), ("text", .text(place?.text ?? text(of: number, currency))),
      ("value", .number(number.value)), ("unit", .text(number.unit.rawValue)),
      ("measure", .text(number.measure.rawValue)),
    ]
    if let place { members.append(("page", .text(place.page))) }
    if let window = number.window {
      members.append(("first", .text(window.first.description)))
      members.append(("last", .text(window.last.description)))
    }
    if let channel = number.channel { members.append(("channel", .text(channel.rawValue))) }
    for (name, text) in [("subject", number.subject), ("detail", number.detail), ("run", number.run ?? "")]
    where !text.isEmpty {
      members.append((name, .text(text)))
    }
    return .object(members)
  }

  /// As the report would write it where it stands in a drawing, or in the file alone.
  private static func text(of number: ReportNumber, _ currency: Currency?) -> String {
    switch number.unit {
    case .money: currency.map { Quantity.money($0).text(number.value) } ?? Quantity.plain.text(number.value)
    case .count: Quantity.count.text(number.value)
    case .share: Quantity.share.text(number.value)
    case .plain: Quantity.plain.text(number.value)
    }
  }
}

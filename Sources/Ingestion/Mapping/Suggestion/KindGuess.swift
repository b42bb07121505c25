import Vocabulary

/// How well a table's columns fit one kind of record.
struct KindGuess {
  let kind: RecordKind
  private(set) var fields: [TableField: FieldMapping] = [:]
  private(set) var questions: [MappingSuggestion.Question] = []
  private(set) var score = 0.0
  /// Those that headers end in, such as "Cost EUR".
  private(set) var currencies: Set<Currency> = []
  private let traits: Set<TableTrait>
  /// Those that a column is called like, whatever it holds.
  private let called: Set<TableField>

  private struct Match {
    let column: Int
    let field: KindField
    let rank: Int
    let unit: FieldUnit?
    let currency: Currency?
  }

  /// `names`: of the columns; `traits`: theirs.
  init(_ kind: RecordKind, _ columns: [ColumnProfile], names: [ColumnName], traits: Set<TableTrait>) {
    self.kind = kind
    self.traits = traits
    var matches: [Match] = []
    for (index, name) in names.enumerated() { matches += KindGuess.matches(name, index, kind) }
    if let week = KindGuess.periods(columns, names: names, kind, besides: matches) { matches.append(week) }
    called = Set(matches.map(\.field.field))
    // The closest word first, then the more usual field, then the column further left.
    let order = matches.indices.sorted {
      (matches[$0].rank, $0) < (matches[$1].rank, $1)
    }
    var taken: Set<Int> = []
    for match in order.map({ matches[$0] }) where !taken.contains(match.column) {
      let column = columns[match.column]
      guard fields[match.field.field] == nil else { continue }
      guard match.field.type.fits(column.content), !isName(match.field, column) else { continue }
      taken.insert(match.column)
      fields[match.field.field] = FieldMapping([column.header], unit: unit(match, column))
      score += KindGuess.weight(match.field.words[match.rank])
      if let currency = match.currency { currencies.insert(currency) }
    }
    let headers = Set(fields.values.flatMap(\.headers).map(Header.whole))
    for (index, column) in columns.enumerated() where !taken.contains(index) && !column.header.isEmpty {
      // Whether two columns of one name differ is found out when the draft is tried.
      guard !headers.contains(Header.whole(column.header)) else { continue }
      questions.append(KindGuess.question(column, matches.first { $0.column == index }?.field, fields))
    }
  }

  /// Whether all that the kind needs is there.
  var isSound: Bool { kind.needs.allSatisfy { group in group.contains { fields[$0] != nil } } }

  /// Whether the guess may stand without being asked about: what marks the kind is there, and enough columns are
  /// called as its fields are, or some by names that no other kind has.
  var isSure: Bool {
    let signs = kind.type.signs
    return isSound && !isDoubtful && (score >= 0.8 || fields.count >= 4)
      && (signs.isEmpty || signs.contains { fields[$0] != nil })
  }

  /// Whether the table shows what no table of the kind does.
  var isRuledOut: Bool { !kind.type.strangers.isDisjoint(with: traits) }

  /// Whether the table shows what tables of another kind do more often.
  var isDoubtful: Bool { !kind.type.doubts.isDisjoint(with: traits) }

  /// Whether whole amounts are more likely cents than not.
  var countsInCents: Bool { traits.contains(.isOfPayments) }

  func outranks(_ other: KindGuess) -> Bool {
    if isSound != other.isSound { return isSound }
    if isOfAnyPeople != other.isOfAnyPeople { return other.isOfAnyPeople }
    if !isSound, isDoubtful != other.isDoubtful { return other.isDoubtful }
    return score > other.score
  }

  /// Whether the table names people by address or number, and nothing that the kind needs: a list of contacts sooner
  /// than of what they did.
  private var isOfAnyPeople: Bool {
    kind != .contacts && !called.isDisjoint(with: [.email, .phone])
      && kind.needs.allSatisfy { called.isDisjoint(with: $0) }
  }

  /// A column called "customer" may hold their names.
  private func isName(_ field: KindField, _ column: ColumnProfile) -> Bool {
    [.customerID, .contactID, .companyID].contains(field.field) && column.holdsPhrases
  }

  private func unit(_ match: Match, _ column: ColumnProfile) -> FieldUnit? {
    if match.field.type == .duration, column.content == .clock { return .clock }
    return match.unit.flatMap { match.field.type.units.contains($0) ? $0 : nil }
  }

  /// Whether some kind of table calls a column of money so, or names a currency behind it.
  static func namesMoney(_ header: String) -> Bool {
    let name = ColumnName(header)
    return Header.key(header).currency != nil
      || RecordKind.allCases.contains { kind in matches(name, 0, kind).contains { $0.field.type == .money } }
  }

  private static func matches(_ name: ColumnName, _ index: Int, _ kind: RecordKind) -> [Match] {
    var words = name.words
    guard !words.isEmpty else { return [] }
    var found = names(words.joined(separator: " "), index, kind, unit: nil, currency: nil)
    if found.isEmpty, let counted = name.counted {
      found = names(counted.name, index, kind, unit: counted.unit, currency: nil)
    }
    guard found.isEmpty, words.count > 1, let last = words.popLast() else { return found }
    let rest = words.joined(separator: " ")
    if let unit = units[last] {
      found = names(rest, index, kind, unit: unit, currency: nil)
    } else if let currency = Currency(last), usual.contains(currency.code) {
      found = names(rest, index, kind, unit: nil, currency: currency)
    }
    return found
  }

  /// The column of weeks or months in a table that has no other days. The reader finds out whether they are such.
  private static func periods(
    _ columns: [ColumnProfile], names: [ColumnName], _ kind: RecordKind, besides matches: [Match]
  ) -> Match? {
    guard kind.isOfPeriods, let day = kind.field(.day),
      !matches.contains(where: { [.day, .firstDay].contains($0.field.field) }),
      let column = names.indices.first(where: { names[$0].period != nil && columns[$0].content == .day })
    else { return nil }
    return Match(column: column, field: day, rank: day.words.count - 1, unit: nil, currency: nil)
  }

  private static func names(
    _ words: String, _ column: Int, _ kind: RecordKind, unit: FieldUnit?, currency: Currency?
  ) -> [Match] {
    kind.fields.compactMap { field in
      field.words.firstIndex(of: words).map {
        Match(column: column, field: field, rank: $0, unit: unit, currency: currency)
      }
    }
  }

  private static let units: [String: FieldUnit] = [
    "cents": .cents, "cent": .cents, "micros": .micros, "thousands": .thousands, "seconds": .seconds, "sec": .seconds,
    "s": .seconds, "ms": .milliseconds, "minutes": .minutes, "min": .minutes, "hours": .hours,
  ]
  static let usual: Set<String> = [
    "EUR", "USD", "GBP", "CHF", "PLN", "SEK", "DKK", "NOK", "CZK", "HUF", "BRL", "CAD", "AUD", "JPY", "INR", "MXN",
  ]

  /// A word that many kinds use tells little.
  private static func weight(_ word: String) -> Double {
    1 / Double(max(1, RecordKind.allCases.count { $0.fields.contains { $0.words.contains(word) } }))
  }

  private static func question(
    _ column: ColumnProfile, _ field: KindField?, _ fields: [TableField: FieldMapping]
  ) -> MappingSuggestion.Question {
    let what = column.content.words
    let text: String
    switch field {
    case let field? where fields[field.field] != nil:
      text = "another column is taken for this one; which of the two is it?"
    case let field?: text = "called like it, but holds \(what); is it \(field.field.rawValue)?"
    case nil: text = "holds \(what); which field is it? leave it out if none"
    }
    return .init(group: .columns, key: field?.field.rawValue ?? "?", value: column.header, text: text)
  }
}

extension FieldType {
  /// Whether a column of such cells can be one.
  func fits(_ content: ColumnContent) -> Bool {
    switch self {
    case .day: content == .day
    case .money: [.number, .whole, .amount].contains(content)
    case .number: [.number, .whole].contains(content)
    case .count: [.whole, .number].contains(content)
    case .duration: [.number, .whole, .clock].contains(content)
    case .id: ![.empty, .email, .amount, .percent, .day].contains(content)
    case .email: content == .email
    case .currency: content == .code
    case .phone: [.whole, .text].contains(content)
    case .text, .word, .channel: [.text, .code].contains(content)
    case .flag: ![.empty, .email, .amount, .percent].contains(content)
    }
  }
}

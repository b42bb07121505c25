/// The phrases of one language by their English text, read from a catalogue as gettext writes it (PO files): what
/// translators' editors open.
struct PhraseCatalogue: Sendable, Equatable {
  /// Which numbers take the first form.
  enum Plural: Sendable, Equatable {
    /// 1
    case unlessOne
    /// 0 and 1
    case aboveOne
  }

  /// One phrase; a plural one has two texts.
  struct Entry: Sendable, Equatable {
    var one: String
    var other: String?
  }

  private let entries: [String: Entry]
  private let plural: Plural

  init() {
    entries = [:]
    plural = .unlessOne
  }

  /// Entries that are empty or marked as fuzzy count as not translated.
  /// - Throws: `catalogueNotText`, `catalogueSyntax`.
  init(_ bytes: [UInt8], name: String, plural: Plural) throws(ReportingError) {
    var reader = PhraseReader(name: name)
    entries = try reader.read(bytes)
    self.plural = plural
  }

  /// In the order of their bytes.
  var keys: [String] { entries.keys.sorted() }

  subscript(_ english: String) -> String? { entries[english].flatMap { $0.other == nil ? $0.one : nil } }

  subscript(_ one: String, _ other: String, _ count: Int) -> String? {
    guard let entry = entries[Self.key(one, other)], let many = entry.other else { return nil }
    let isFirst = plural == .unlessOne ? count == 1 : count == 0 || count == 1
    return isFirst ? entry.one : many
  }

  subscript(key key: String) -> Entry? { entries[key] }

  /// A phrase with two forms is known by both.
  static func key(_ one: String, _ other: String) -> String { one + "\n" + other }

  /// Puts values for `{name}`. What a value holds is never read as a name.
  static func fill(_ text: String, _ values: KeyValuePairs<String, String>, count: String? = nil) -> String {
    if values.isEmpty && count == nil { return text }
    var result = ""
    var rest = Substring(text)
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = rest[rest.utf8.index(after: open)..<close]
      let after = rest.utf8.index(after: close)
      result += rest[..<open]
      if let value = values.first(where: { $0.key == name })?.value ?? (name == "count" ? count : nil) {
        result += value
      } else {
        result += rest[open..<after]
      }
      rest = rest[after...]
    }
    result += rest
    return result
  }

  /// Of one text: `{amount}`, `{name}`, each as often as it stands there, in the order of their bytes.
  static func names(in text: String) -> [String] {
    var names: [String] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      names.append(String(rest[open...close]))
      rest = rest[rest.index(after: close)...]
    }
    return names.sorted()
  }
}

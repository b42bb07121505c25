/// A table of facts and the view that spells it out, from a list of columns.
///
/// Every such table has the columns of lineage and of the natural key that `FactTables` describes.
struct FactDefinition {
  let name: String
  let columns: [FactColumn]

  init(_ name: String, _ columns: [FactColumn]) {
    self.name = name
    self.columns = columns
  }

  /// `readableDeal` for `deal`.
  var view: String { "readable" + name.prefix(1).uppercased() + name.dropFirst() }

  var sql: String {
    let spelled =
      columns.enumerated().flatMap { $1.spelled(alias: "j\($0)") } + ["f.sourceFile", "f.line", "f.section"]
    let joins = columns.enumerated().map { $1.join(alias: "j\($0)") }.joined()
    return FactTables.facts(name, columns.map(\.declaration).joined(separator: ",\n"))
      + "\nCREATE VIEW \(view) AS SELECT \(spelled.joined(separator: ", "))\nFROM \(name) AS f\(joins);"
  }
}

/// A column of a table of facts: how it is stored, and how the view spells it out.
enum FactColumn {
  /// Where it comes from; the names of its two parts in the view.
  case system(String, String? = nil)
  /// A row of a dictionary with these columns.
  case series(String, [String])
  /// A text that is always there, though it may be empty.
  case key(String)
  case text(String)
  case email(String, isRequired: Bool = false)
  case phone(String)
  case number(String, isRequired: Bool = false)

  var declaration: String {
    switch self {
    case .system: "system INTEGER NOT NULL REFERENCES sourceSystem (id)"
    case .series(let table, _): "series INTEGER NOT NULL REFERENCES \(table) (id)"
    case .key(let name): "\(name) INTEGER NOT NULL REFERENCES label (id)"
    case .text(let name): "\(name) INTEGER REFERENCES label (id)"
    case .email(let name, let isRequired):
      "\(name) INTEGER\(isRequired ? " NOT NULL" : "") REFERENCES emailAddress (id)"
    case .phone(let name): "\(name) INTEGER REFERENCES phoneNumber (id)"
    case .number(let name, let isRequired): "\(name) INTEGER\(isRequired ? " NOT NULL" : "")"
    }
  }

  func spelled(alias: String) -> [String] {
    switch self {
    case .system(let platform, let part):
      ["\(alias).platform AS \(platform)"] + (part.map { ["\(alias).name AS \($0)"] } ?? [])
    case .series(_, let columns): columns.map { "\(alias).\($0)" }
    case .key(let name), .text(let name), .email(let name, _), .phone(let name): ["\(alias).content AS \(name)"]
    case .number(let name, _): ["f.\(name)"]
    }
  }

  func join(alias: String) -> String {
    switch self {
    case .system: "\nJOIN sourceSystem AS \(alias) ON \(alias).id = f.system"
    case .series(let table, _): "\nJOIN \(table) AS \(alias) ON \(alias).id = f.series"
    case .key(let name): "\nJOIN label AS \(alias) ON \(alias).id = f.\(name)"
    case .text(let name): "\nLEFT JOIN label AS \(alias) ON \(alias).id = f.\(name)"
    case .email(let name, _): "\nLEFT JOIN emailAddress AS \(alias) ON \(alias).id = f.\(name)"
    case .phone(let name): "\nLEFT JOIN phoneNumber AS \(alias) ON \(alias).id = f.\(name)"
    case .number: ""
    }
  }
}

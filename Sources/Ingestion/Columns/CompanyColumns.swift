import Vocabulary

/// The columns by which CRM tools describe an organisation.
struct CompanyColumns: Sendable {
  enum Field: String, CaseIterable {
    case companyID, name, domain, website, industry, country, created, deleted
  }

  let map: ColumnMap<Field>
  private var dates: DateColumns
  private var key = RecordKey()

  init(_ header: Header, names: [Field: [String]]) {
    map = ColumnMap(header, names: names)
    dates = DateColumns(header, [map[.created]])
  }

  func has(_ field: Field) -> Bool { map.has(field) }

  mutating func survey(_ record: RawRecord) { dates.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try dates.settle(options, file: file)
    var findings = Findings()
    findings.reason = "column \"\(map.name(.name))\" among those of companies"
    findings.columns = map.meanings
    findings.timeZone = options.timeZone
    findings.window = dates.window(map[.created])
    findings.metrics = [.companies]
    return findings
  }

  /// Marked by the tool itself.
  func isDeleted(_ record: RawRecord) -> Bool { FlagCell.value(record, map[.deleted]) == true }

  mutating func company(_ record: RawRecord, platform: String) throws(RowProblem) -> Company {
    let name = record.text(map[.name])
    var id = try IdentifierCell.text(record, map[.companyID], name: map.name(.companyID))
    if id.isEmpty {
      guard !has(.companyID) else {
        throw RowProblem(column: map.name(.companyID), found: "an empty cell", expected: "the record's id")
      }
      id = try key.next([name], column: map.name(.name))
    }
    var company = Company(origin: RecordOrigin(record), platform: platform, companyID: id)
    company.name = name
    let domain = record.text(map[.domain])
    company.domain = CompanyColumns.domain(domain.isEmpty ? record.text(map[.website]) : domain)
    company.industry = record.text(map[.industry])
    company.country = record.text(map[.country])
    company.createdDay = try dates.date(map[.created], record)?.day
    return company
  }

  /// The host of an address without `www.`, in small letters: `http://www.Acme.example/about` is `acme.example`; "" for
  /// what holds no dot or a blank.
  static func domain(_ text: String) -> String {
    var rest = Substring(text.lowercased())
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    let isHost = rest.contains(".") && !rest.contains { $0.isWhitespace || $0 == "@" }
    return isHost ? String(rest) : ""
  }
}

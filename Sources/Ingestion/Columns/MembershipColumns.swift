import Vocabulary

/// The columns by which e-mail tools say who is on a list, and in which state.
struct MembershipColumns: Sendable {
  enum Field: String, CaseIterable {
    case email, contactID, status, optIn, confirmed, left, reason, campaign, tags, tier, deleted
  }

  let map: ColumnMap<Field>
  private var dates: DateColumns
  private var words: [String: ListMembership.State]

  /// `states`: what the words of the status column mean, as keys.
  init(_ header: Header, names: [Field: [String]], states: [String: ListMembership.State] = [:]) {
    var names = names
    names[.email, default: []] += ContactWords.email
    map = ColumnMap(header, names: names)
    dates = DateColumns(header, [map[.optIn], map[.confirmed], map[.left]])
    words = states
  }

  func has(_ field: Field) -> Bool { map.has(field) }

  mutating func survey(_ record: RawRecord) { dates.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try dates.settle(options, file: file)
    var findings = Findings()
    let second: Field = has(.status) ? .status : .optIn
    findings.reason = "columns \"\(map.name(.email))\" and \"\(map.name(second))\""
    findings.columns = map.meanings
    findings.timeZone = options.timeZone
    findings.window = dates.window(map[.optIn])
    findings.metrics = [.subscribers]
    return findings
  }

  /// The state that the status column names; nil for an empty cell.
  func state(_ record: RawRecord) throws(RowProblem) -> ListMembership.State? {
    let text = record.text(map[.status])
    let word = Header.key(text).key
    guard !word.isEmpty else { return nil }
    guard let state = words[word] else {
      throw RowProblem.unknown(
        "state", text, column: map.name(.status),
        expected: words.keys.sorted().prefix(4).joined(separator: ", ") + " or the like")
    }
    return state
  }

  /// A day in the column of leaving is the state's day; of those who stay it is the day on which they agreed.
  func membership(
    _ record: RawRecord, platform: String, list: String, state: ListMembership.State
  ) throws(RowProblem) -> ListMembership {
    guard let email = try PersonalCell.email(record, map[.email], name: map.name(.email)) else {
      throw RowProblem(column: map.name(.email), found: "an empty cell", expected: "an e-mail address")
    }
    var member = ListMembership(
      origin: RecordOrigin(record), platform: platform, list: list, email: email, state: state)
    let optIn = try dates.date(map[.optIn], record)?.day
    let confirmed = try dates.date(map[.confirmed], record)?.day
    let left = try dates.date(map[.left], record)?.day
    member.optInDay = optIn ?? confirmed
    switch state {
    case .subscribed: member.sinceDay = confirmed ?? optIn
    case .pending: member.sinceDay = optIn
    case .unsubscribed, .cleaned: member.sinceDay = left
    case .nonSubscribed: break
    }
    member.reason = record.text(map[.reason])
    member.campaign = record.text(map[.campaign])
    let tags = MembershipColumns.tags(record.text(map[.tags]))
    member.tags = (tags + [record.text(map[.tier])]).filter { !$0.isEmpty }.joined(separator: ", ")
    member.contactID = try IdentifierCell.text(record, map[.contactID], name: map.name(.contactID))
    return member
  }

  /// Whether the cell of leaving is filled.
  func hasLeft(_ record: RawRecord) -> Bool { !BlankText.isMissing(record[map[.left]]) }

  /// The names in a cell that is itself a line of CSV: `"Editors","VIP, gold"`, or `Editors,VIP`.
  static func tags(_ cell: String) -> [String] {
    var tags = [""]
    var isQuoted = false
    for character in cell {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: tags.append("")
      default: tags[tags.count - 1].append(character)
      }
    }
    return tags.map { String(Substring($0).trimmingBlanks) }.filter { !$0.isEmpty }
  }
}

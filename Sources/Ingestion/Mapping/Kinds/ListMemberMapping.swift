import Vocabulary

/// Who may be written to.
struct ListMemberMapping: MappedKind {
  static let title = "members of a mailing list"

  static let fields: [KindField] = [
    KindField(.email, .email, "email|e mail|email address|subscriber|correo|courriel|e mail adresse"),
    KindField(
      .state, .word, "state|status|subscription status|marketing status|estado|statut",
      values: ListMembership.State.allCases.map(\.rawValue)),
    KindField(.platform, .text, "platform|tool"),
    KindField(.list, .text, "list|audience|list name|liste|lista"),
    KindField(.day, .day, "since|last change|last changed|changed|updated at|unsub time|unsubscribed at|clean time"),
    KindField(
      .optInDay, .day,
      "optin time|opt in|opt in date|confirm time|confirmed at|subscribed at|subscribe date|anmeldedatum"),
    KindField(.reason, .text, "reason|unsub reason|unsubscribe reason|abmeldegrund"),
    KindField(.campaign, .text, "unsub campaign|unsubscribe campaign|clean campaign"),
    KindField(.tags, .text, "tags|labels|schlagwörter"),
    KindField(.contactID, .id, "contact id|subscriber id|member id|leid|kontakt id"),
  ]

  static let needs: [[TableField]] = [[.email], [.state]]
  static let strangers = TableTrait.ofSales
  static let metrics: [TableField: TotalMetric] = [:]
  static let ownMetrics: Set<TotalMetric> = [.subscribers]

  private static let states: [String: ListMembership.State] = [
    "active": .subscribed, "opted in": .subscribed, "aktiv": .subscribed, "angemeldet": .subscribed,
    "opted out": .unsubscribed, "abgemeldet": .unsubscribed, "inactive": .unsubscribed, "bounced": .cleaned,
    "bounce": .cleaned, "non subscribed": .nonSubscribed, "never subscribed": .nonSubscribed,
    "transactional": .nonSubscribed, "unconfirmed": .pending, "unbestätigt": .pending,
  ]

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard let email = try row.email(.email) else {
      throw RowProblem(column: row.columns.map.name(.email), found: "an empty cell", expected: "an e-mail address")
    }
    guard let state = try row.word(.state, ListMemberMapping.states) else {
      throw RowProblem(column: row.columns.map.name(.state), found: "an empty cell", expected: "a state")
    }
    var member = ListMembership(
      origin: row.origin, platform: row.platform, list: row.text(.list), email: email, state: state)
    member.sinceDay = try row.date(.day)?.day
    member.optInDay = try row.date(.optInDay)?.day
    member.reason = row.text(.reason)
    member.campaign = row.text(.campaign)
    member.tags = row.text(.tags)
    member.contactID = try row.id(.contactID)
    batch.listMemberships.append(member)
  }
}

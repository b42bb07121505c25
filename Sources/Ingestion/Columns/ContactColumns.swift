import Vocabulary

/// The columns by which CRM and e-mail tools describe a person. Names of persons are not among them: nothing needs them.
struct ContactColumns: Sendable {
  enum Field: String, CaseIterable {
    case contactID, email, otherEmail, thirdEmail, phone, otherPhone, created, stage, country, source, campaign
    case companyID, company, merged, deleted, optOut
  }

  let map: ColumnMap<Field>
  private var dates: DateColumns
  private var key = RecordKey()
  private let allowsPseudonyms: Bool
  /// Of a table whose contacts have ids, so that one is known without an address.
  private var addresses: AddressTally?

  /// `allowsPseudonyms`: a connector may have put a digest in the place of an address; the contact then has none.
  init(_ header: Header, names: [Field: [String]], allowsPseudonyms: Bool = false) {
    map = ColumnMap(header, names: names)
    dates = DateColumns(header, [map[.created]])
    self.allowsPseudonyms = allowsPseudonyms
    if map.has(.contactID), !allowsPseudonyms {
      addresses = AddressTally(header, [map[.email], map[.otherEmail], map[.thirdEmail]])
    }
  }

  func has(_ field: Field) -> Bool { map.has(field) }

  mutating func survey(_ record: RawRecord) {
    dates.survey(record)
    if !isDeleted(record) { addresses?.survey(record) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try dates.settle(options, file: file)
    var findings = Findings()
    let mark = [Field.contactID, .created, .stage, .source, .company].first(where: has)
    findings.reason = (mark.map { "columns \"\(map.name($0))\" and " } ?? "column ") + "\"\(map.name(.email))\""
    findings.columns = map.meanings
    findings.timeZone = options.timeZone
    findings.window = dates.window(map[.created])
    findings.metrics = [.contacts]
    findings.notes += addresses?.notes("contacts") ?? []
    return findings
  }

  /// Marked by the tool itself.
  func isDeleted(_ record: RawRecord) -> Bool { FlagCell.value(record, map[.deleted]) == true }

  /// Of a contact who wants no mail; who has not said so is on no list either.
  func refusal(_ record: RawRecord, of contact: Contact) -> ListMembership? {
    guard let email = contact.email, FlagCell.value(record, map[.optOut]) == true else { return nil }
    // Without the contact's id: several contacts of one address are one member.
    return ListMembership(
      origin: contact.origin, platform: contact.platform, list: "", email: email, state: .unsubscribed)
  }

  mutating func contact(_ record: RawRecord, platform: String) throws(RowProblem) -> Contact {
    let email = try address(record)
    var contact = Contact(
      origin: RecordOrigin(record), platform: platform, contactID: try id(record, email: email), email: email
    )
    contact.phone = PersonalCell.firstPhone(record, [map[.phone], map[.otherPhone]])
    contact.createdDay = try dates.date(map[.created], record)?.day
    contact.lifecycleStage = record.text(map[.stage])
    contact.country = record.text(map[.country])
    contact.campaign = record.text(map[.campaign])
    contact.companyID = try IdentifierCell.list(record, map[.companyID], name: map.name(.companyID)).first ?? ""
    if contact.companyID.isEmpty { contact.companyID = record.text(map[.company]) }
    contact.mergedIDs = try IdentifierCell.list(record, map[.merged], name: map.name(.merged))
    contact.sourceDetail = record.text(map[.source])
    return contact
  }

  private mutating func id(_ record: RawRecord, email: EmailAddress?) throws(RowProblem) -> String {
    guard has(.contactID) else {
      return try key.next([email?.normalized ?? ""], column: map.name(.email))
    }
    let id = try IdentifierCell.text(record, map[.contactID], name: map.name(.contactID))
    guard !id.isEmpty else {
      throw RowProblem(column: map.name(.contactID), found: "an empty cell", expected: "the record's id")
    }
    return id
  }

  private func address(_ record: RawRecord) throws(RowProblem) -> EmailAddress? {
    for field in [Field.email, .otherEmail, .thirdEmail] where has(field) {
      let name = map.name(field)
      let email: EmailAddress?
      if allowsPseudonyms {
        email = try PersonalCell.copiedEmail(record, map[field], name: name)
      } else if addresses != nil {
        email = AddressTally.address(record, map[field])
      } else {
        email = try PersonalCell.firstEmail(record, map[field], name: name)
      }
      if let email { return email }
    }
    return nil
  }
}

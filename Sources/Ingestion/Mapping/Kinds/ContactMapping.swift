import Vocabulary

/// People of a CRM or a customer list.
struct ContactMapping: MappedKind {
  static let title = "contacts"

  static let fields: [KindField] = [
    KindField(
      .contactID, .id,
      "contact id|record id|customer id|customer number|id|lead id|person id|kundennummer|kunden nr|kunden id|kontakt id|id cliente|número de cliente|id client|klantnummer|user id|member id"
    ),
    KindField(
      .email, .email,
      "email|e mail|email address|customer email|mail|e mail adresse|correo|correo electrónico|courriel|adresse e mail"),
    KindField(
      .day, .day,
      "create date|created|created utc|created at|created on|date added|signup date|sign up date|registered|customer since|erstellt|erstellt am|angelegt am|kunde seit|fecha de creación|date de création|data de criação|aangemaakt"
    ),
    KindField(.platform, .text, "platform|crm"),
    KindField(.lifecycleStage, .text, "lifecycle stage|stage|status|lead status|phase|etapa|étape|lebenszyklusphase"),
    KindField(.country, .text, "country|country region|land|país|pays|paese"),
    KindField(
      .channel, .channel,
      "source|original source|lead source|channel|first source|quelle|herkunft|kanal|fuente|origen|origem"),
    KindField(.campaign, .text, "campaign|original campaign|kampagne|campaña|campanha|campagne"),
    KindField(.phone, .phone, "phone|phone number|telephone|telefon|telefonnummer|mobile|teléfono|téléphone|telefone"),
    KindField(.companyID, .id, "company id|account id|firmen id|associated company id"),
    KindField(.sourceDetail, .text, "source detail|source details"),
  ]

  static let needs: [[TableField]] = [[.contactID], [.email, .day, .channel, .lifecycleStage]]
  static let signs: [TableField] = [.email, .phone]
  static let strangers = TableTrait.ofSales
  static let metrics: [TableField: TotalMetric] = [:]
  static let ownMetrics: Set<TotalMetric> = [.contacts]

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    var contact = Contact(
      origin: row.origin, platform: row.platform, contactID: try row.requiredID(.contactID),
      email: try row.email(.email))
    contact.phone = row.phone(.phone)
    contact.companyID = try row.id(.companyID)
    contact.createdDay = try row.date(.day)?.day
    contact.lifecycleStage = row.text(.lifecycleStage)
    contact.country = row.text(.country)
    contact.channel = row.channel
    contact.campaign = row.text(.campaign)
    let detail = row.text(.sourceDetail)
    contact.sourceDetail = detail.isEmpty && row.columns.map.has(.channel) ? row.text(.channel) : detail
    batch.contacts.append(contact)
  }
}

/// Which kind of record a HubSpot export from the page holds. Exports with associated records repeat the ids and dates
/// of those behind their own, so that the first id counts.
enum HubSpotObject {
  case contact, company, deal

  init?(_ header: Header) {
    let qualified = HubSpotObject.qualifiedIDs
    let columns = (HubSpotObject.ids + qualified.keys).compactMap { header.column([$0]) }
    guard let first = columns.min().map({ header.keys[$0] }) else { return nil }
    if let object = qualified[first] {
      self = object
      return
    }
    func has(_ names: [String]) -> Bool { header.column(names) != nil }
    if has(HubSpotObject.dealNames), has(HubSpotObject.dealStages + HubSpotObject.dealCloses) {
      self = .deal
    } else if has(ContactWords.email) {
      self = .contact
    } else if has(["company name", "company domain name", "unternehmensname"]) {
      self = .company
    } else {
      return nil
    }
  }

  private static let qualifiedIDs: [String: HubSpotObject] = [
    "record id - contact": .contact, "record id - company": .company, "record id - deal": .deal,
    "datensatz-id - kontakt": .contact, "datensatz-id - unternehmen": .company, "datensatz-id - deal": .deal,
  ]

  /// English, German, Spanish, French.
  static let dealNames = ["deal name", "dealname", "deal-name", "nombre del negocio", "nom de la transaction"]
  static let dealStages = [
    "deal stage", "dealstage", "deal-phase", "dealphase", "etapa del negocio", "phase de la transaction",
  ]
  static let dealCloses = [
    "close date", "closedate", "abschlussdatum", "fecha de cierre", "date de fermeture",
  ]

  /// Headers of the record's own id where they do not say of what.
  static let ids = [
    "record id", "contact id", "hs_object_id", "datensatz-id", "id de registro", "id registro", "id d'enregistrement",
    "id de fiche d'informations",
  ]
}

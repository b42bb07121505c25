import Vocabulary

/// Pipedrive, Deals, Export: headers that begin with the record they belong to (`Deal - Title`).
struct PipedriveDeals: SourceFormat {
  static let title = "Pipedrive deals"
  static let isVerified = false

  private var columns: DealColumns

  init?(_ opening: Opening) {
    let columns = DealColumns(opening.header, names: PipedriveDeals.names)
    guard columns.has(.name), columns.has(.amount) || columns.has(.stage) || columns.has(.status) || columns.has(.won)
    else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try columns.settle(options, file: file, habit: nil)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if columns.isTotal(record) { return batch.skip(record, .totals) }
    let status = Header.key(record.text(columns.map[.status])).key
    guard !["deleted", "gelöscht", "eliminado", "excluído"].contains(status) else {
      return batch.skip(record, .deleted)
    }
    var deal = try columns.deal(record, platform: "Pipedrive")
    deal.channel = LeadSource.channel(deal.sourceDetail)
    batch.deals.append(deal)
  }

  /// In English, German, Spanish and Portuguese.
  private static let names: [DealColumns.Field: [String]] = [
    .dealID: ["deal - id", "deal - pipedrive system id", "deal - system id", "negocio - id", "negócio - id"],
    .name: ["deal - title", "deal - titel", "negocio - título", "negócio - título"],
    .pipeline: ["deal - pipeline", "negocio - embudo", "negócio - funil"],
    .stage: ["deal - stage", "deal - stage (pipeline)", "deal - phase", "negocio - etapa", "negócio - etapa"],
    .status: ["deal - status", "negocio - estado", "negócio - status"],
    .amount: ["deal - value", "deal - wert", "negocio - valor", "negócio - valor"],
    .currency: [
      "deal - currency of value", "deal - currency", "deal - währung von wert", "deal - währung", "negocio - moneda",
      "negocio - moneda de valor", "negócio - moeda", "negócio - moeda de valor",
    ],
    .created: [
      "deal - deal created", "deal - creation date", "deal - add time", "deal - created", "deal - deal erstellt",
      "negocio - negocio creado el", "negocio - negocio creado", "negócio - negócio criado em",
      "negócio - negócio criado",
    ],
    .expected: [
      "deal - expected close date", "deal - erwartetes abschlussdatum", "negocio - fecha prevista de cierre",
      "negócio - data de fechamento esperada",
    ],
    .closed: ["deal - deal closed on", "deal - closed on", "deal - deal abgeschlossen am"],
    .won: ["deal - won time", "deal - gewinndatum", "negocio - fecha de ganado", "negócio - data de ganho"],
    .lost: ["deal - lost time", "deal - verloren am", "negocio - fecha de pérdida", "negócio - data de perda"],
    .owner: ["deal - owner", "deal - besitzer", "negocio - propietario", "negócio - proprietário"],
    .contactID: ["person - id", "deal - contact person id", "persona - id", "pessoa - id"],
    .companyID: ["organization - id", "deal - organization id"],
    .company: [
      "deal - organization", "organization - name", "organization", "deal - organisation", "organisation - name",
      "negocio - organización", "organización - nombre", "negócio - organização", "organização - nome",
    ],
    .email: [
      "person - email - work", "person - email (work)", "person - email", "person - e-mail",
      "persona - correo electrónico",
      "pessoa - e-mail",
    ],
    .otherEmail: ["person - email - home", "person - email (home)", "person - email - other"],
    .source: ["deal - source channel", "deal - source", "deal - lead source"],
  ]
}

/// The kinds of table that a mapping can describe, by the name that mapping files use; one line each.
package enum RecordKind: String, Sendable, CaseIterable {
  case adPerformance, webTraffic, webSessions, webEvents, orders, contacts, deals, payments, subscriptions
  case emailCampaigns, emailEvents, listMembers, surveyAnswers, offlineSales, interactions
  case products, refunds, invoices, exchangeRates

  var type: any MappedKind.Type {
    switch self {
    case .adPerformance: AdPerformanceMapping.self
    case .webTraffic: WebTrafficMapping.self
    case .webSessions: WebSessionMapping.self
    case .webEvents: WebEventMapping.self
    case .orders: OrderMapping.self
    case .contacts: ContactMapping.self
    case .deals: DealMapping.self
    case .payments: PaymentMapping.self
    case .subscriptions: SubscriptionMapping.self
    case .emailCampaigns: EmailCampaignMapping.self
    case .emailEvents: EmailEventMapping.self
    case .listMembers: ListMemberMapping.self
    case .surveyAnswers: SurveyAnswerMapping.self
    case .offlineSales: OfflineSaleMapping.self
    case .interactions: InteractionMapping.self
    case .products: ProductMapping.self
    case .refunds: RefundMapping.self
    case .invoices: InvoiceMapping.self
    case .exchangeRates: ExchangeRateMapping.self
    }
  }

  /// As a sentence for people calls its rows.
  package var title: String { type.title }
  /// The fields that its records have, in the order in which a person would name them.
  package var fields: [KindField] { type.fields }
  /// Of each group at least one field has a column or a constant.
  package var needs: [[TableField]] { type.needs }

  /// Whether its rows are figures of a day or of a longer period.
  var isOfPeriods: Bool { needs.contains([.day, .firstDay]) }

  /// What the field's values may be counted in. A date stands for a period where the row's figures are of one.
  package func units(of field: KindField) -> [FieldUnit] {
    field.type == .day && (!isOfPeriods || field.field != .day) ? [] : field.type.units
  }

  package func field(_ field: TableField) -> KindField? { fields.first { $0.field == field } }
}

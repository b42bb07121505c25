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

  package func field(_ field: TableField) -> KindField? { fields.first { $0.field == field } }
}

import Vocabulary

/// What a shop gave back, a refund a row.
struct RefundMapping: MappedKind {
  static let title = "refunds"

  static let fields: [KindField] = [
    KindField(
      .refundID, .id, "refund id|refund number|credit note|credit note number|gutschriftnummer|gutschrift|id reembolso"),
    KindField(
      .day, .day,
      "refund date|refunded at|refunded on|date|day|created at|erstattet am|erstattungsdatum|datum|fecha|data|jour"),
    KindField(
      .orderID, .id,
      "order id|order number|order no|order|bestellnummer|auftragsnummer|número de pedido|numéro de commande|pedido"),
    KindField(
      .refunded, .money,
      "refund amount|refunded amount|amount refunded|refund total|refund|refunded|erstattung|erstattungsbetrag|erstattet"
        + "|reembolso|importe reembolsado|remboursement|montant remboursé|rimborso"),
    KindField(.currency, .currency, "currency|currency code|währung|moneda|moeda|devise"),
    KindField(.reason, .text, "reason|refund reason|return reason|grund|erstattungsgrund|motivo|raison|motif"),
    KindField(.platform, .text, "platform|plattform|plataforma"),
    KindField(.shop, .text, "shop|store|tienda|loja|boutique"),
  ]

  static let needs: [[TableField]] = [[.refundID, .orderID], [.day], [.refunded]]
  static let metrics: [TableField: TotalMetric] = [.refunded: .refunds]
  static let ownMetrics: Set<TotalMetric> = []
  static let signs: [TableField] = [.refundID, .refunded]

  /// Refunds of one order on one day that have no id of their own.
  private var counts: [String: Int] = [:]

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    let date = try row.requiredDate(.day)
    let order = try row.id(.orderID)
    var id = try row.id(.refundID)
    if id.isEmpty {
      guard !order.isEmpty else {
        throw RowProblem(
          column: row.columns.map.name(.orderID), found: "an empty cell", expected: "the refund's id or its order's")
      }
      let moment = date.secondOfDay.map { "\(date.day)+\($0)" } ?? "\(date.day)"
      let plain = "\(order)/\(moment)"
      counts[plain, default: 0] += 1
      let count = counts[plain, default: 1]
      id = count == 1 ? plain : "\(plain) #\(count)"
    }
    var refund = Refund(
      origin: row.origin, platform: row.platform, shop: row.text(.shop), refundID: id, day: date.day)
    refund.orderID = order
    refund.instant = date.instant
    refund.amountMicros = try row.size(.refunded)
    refund.currency = try row.currency(of: [.refunded])
    refund.reason = row.text(.reason)
    batch.refunds.append(refund)
  }
}

/// What counts as a sale, shared by every question about orders.
///
/// Left out: cancelled orders, and those whose payment status says that no money came (voided, pending, unpaid,
/// expired, authorized, failed). An order without a status counts. Net = subtotal (after discounts, before shipping and
/// taxes) less refunds, never below zero, since a refund may include shipping and taxes; where the export has no
/// subtotal, total less shipping and taxes stands in; an order with neither has no amount and is left out.
enum PaidOrders {
  /// A common table expression `paidOrder` (id, sourceFile, system, orderID, email, day, currency, country,
  /// isDiscounted, netMicros).
  static let expression = """
    paidOrder AS (
      SELECT o.id, o.sourceFile, o.system, o.orderID, o.email, o.day, o.currency, o.country,
        CASE WHEN COALESCE(o.discountMicros, 0) > 0 OR o.discountCode IS NOT NULL THEN 1 ELSE 0 END AS isDiscounted,
        CASE
          WHEN COALESCE(o.subtotalMicros,
            o.totalMicros - COALESCE(o.shippingMicros, 0) - COALESCE(o.taxMicros, 0))
            < COALESCE(o.refundedMicros, 0) THEN 0
          ELSE COALESCE(o.subtotalMicros,
            o.totalMicros - COALESCE(o.shippingMicros, 0) - COALESCE(o.taxMicros, 0))
            - COALESCE(o.refundedMicros, 0)
        END AS netMicros
      FROM customerOrder AS o
      LEFT JOIN label AS f ON f.id = o.financialStatus
      WHERE o.isCancelled = 0
        AND COALESCE(f.content, '') NOT IN ('voided', 'pending', 'unpaid', 'expired', 'authorized', 'failed')
        AND (o.subtotalMicros IS NOT NULL OR o.totalMicros IS NOT NULL)
    )
    """
}

/// What counts as a sale, shared by every question about orders.
///
/// Left out: cancelled orders, and those whose payment status says that no money came (voided, pending, unpaid,
/// expired, authorized, failed). An order without a status counts. What is kept = subtotal (after discounts, before
/// shipping) less refunds, never below zero, since a refund may include shipping and taxes; where the export has no
/// subtotal, total less shipping and taxes stands in; an order with neither has no amount and is left out.
///
/// Refunds are those that the order itself states, else those of its shop's refunds, else of its shop's payments: never
/// two of them, since they tell of the same money.
///
/// Net = what is kept less its share of the taxes where prices include them, in whole hundredths. They do where the total
/// is subtotal and shipping alone though there are taxes; where taxes stand on top, the subtotal is without them.
enum PaidOrders {
  /// Common table expressions, of which `paidOrder` (id, sourceFile, system, orderID, email, day, currency, country,
  /// isDiscounted, netMicros) is the last. Half a micro more than half a hundredth keeps what lies on the half from
  /// falling below it by the last bit.
  static let expression = """
    keptOrder AS (
      SELECT o.id, o.sourceFile, o.system, o.orderID, o.email, o.day, o.currency, o.country, o.totalMicros,
        CASE WHEN COALESCE(o.discountMicros, 0) > 0 OR o.discountCode IS NOT NULL THEN 1 ELSE 0 END AS isDiscounted,
        COALESCE(o.subtotalMicros, o.totalMicros - COALESCE(o.shippingMicros, 0) - COALESCE(o.taxMicros, 0))
          - COALESCE(
            o.refundedMicros,
            (SELECT SUM(r.amountMicros) FROM refund AS r
              WHERE r.system = o.system AND r.orderID = o.orderID
                AND (r.currency = o.currency OR (r.currency IS NULL AND o.currency IS NULL))),
            (SELECT -SUM(p.amountMicros) FROM payment AS p
              JOIN label AS k ON k.id = p.kind
              JOIN label AS t ON t.id = p.status
              WHERE p.system = o.system AND p.orderID = o.orderID AND k.content = 'refund' AND t.content = 'succeeded'
                AND (p.currency = o.currency OR (p.currency IS NULL AND o.currency IS NULL))),
            0) AS keptMicros,
        CASE
          WHEN o.taxMicros < o.totalMicros AND o.totalMicros = o.subtotalMicros + COALESCE(o.shippingMicros, 0)
            THEN o.taxMicros
          ELSE 0
        END AS includedMicros
      FROM customerOrder AS o
      LEFT JOIN label AS f ON f.id = o.financialStatus
      WHERE o.isCancelled = 0
        AND COALESCE(f.content, '') NOT IN ('voided', 'pending', 'unpaid', 'expired', 'authorized', 'failed')
        AND (o.subtotalMicros IS NOT NULL OR o.totalMicros IS NOT NULL)
    ),
    paidOrder AS (
      SELECT id, sourceFile, system, orderID, email, day, currency, country, isDiscounted,
        CASE
          WHEN keptMicros <= 0 THEN 0
          WHEN includedMicros <= 0 THEN keptMicros
          ELSE keptMicros - (shareMicros - shareMicros % 10000)
        END AS netMicros
      FROM (
        SELECT k.*,
          CAST(includedMicros * (CAST(keptMicros AS DOUBLE) / NULLIF(totalMicros, 0)) + 5000.5 AS INTEGER) AS shareMicros
        FROM keptOrder AS k
      ) AS s
    )
    """
}

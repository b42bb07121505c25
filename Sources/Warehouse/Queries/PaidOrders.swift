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
/// Net = what is kept without taxes, in whole hundredths. Where the total is subtotal and shipping alone though there are
/// taxes, prices include them, and their share of what is kept goes off. Where they stand on top, the subtotal is without
/// them and the money given back is not, so that the taxes' share of it lessens no revenue. Orders do not say how much of
/// a refund is taxes: it is the order's taxes in proportion to its total.
enum PaidOrders {
  /// Common table expressions, of which `paidOrder` (id, sourceFile, system, orderID, email, day, currency, country,
  /// isDiscounted, netMicros) is the last. Half a micro more than half a hundredth keeps what lies on the half from
  /// falling below it by the last bit.
  static let expression = """
    statedOrder AS (
      SELECT o.id, o.sourceFile, o.system, o.orderID, o.email, o.day, o.currency, o.country,
        o.shippingMicros, o.taxMicros, o.totalMicros,
        CASE WHEN COALESCE(o.discountMicros, 0) > 0 OR o.discountCode IS NOT NULL THEN 1 ELSE 0 END AS isDiscounted,
        COALESCE(o.subtotalMicros, o.totalMicros - COALESCE(o.shippingMicros, 0) - COALESCE(o.taxMicros, 0))
          AS goodsMicros,
        COALESCE(
          o.refundedMicros,
          (SELECT SUM(r.amountMicros) FROM refund AS r
            WHERE r.system = o.system AND r.orderID = o.orderID
              AND (r.currency = o.currency OR (r.currency IS NULL AND o.currency IS NULL))),
          (SELECT -SUM(p.amountMicros) FROM payment AS p
            JOIN label AS k ON k.id = p.kind
            JOIN label AS t ON t.id = p.status
            WHERE p.system = o.system AND p.orderID = o.orderID AND k.content = 'refund' AND t.content = 'succeeded'
              AND (p.currency = o.currency OR (p.currency IS NULL AND o.currency IS NULL))),
          0) AS returnedMicros
      FROM customerOrder AS o
      LEFT JOIN label AS f ON f.id = o.financialStatus
      WHERE o.isCancelled = 0
        AND COALESCE(f.content, '') NOT IN ('voided', 'pending', 'unpaid', 'expired', 'authorized', 'failed')
        AND (o.subtotalMicros IS NOT NULL OR o.totalMicros IS NOT NULL)
    ),
    keptOrder AS (
      SELECT id, sourceFile, system, orderID, email, day, currency, country, isDiscounted, totalMicros, returnedMicros,
        goodsMicros - returnedMicros AS keptMicros,
        CASE
          WHEN taxMicros < totalMicros AND totalMicros = goodsMicros + COALESCE(shippingMicros, 0) THEN taxMicros
          ELSE 0
        END AS includedMicros,
        CASE
          WHEN taxMicros < totalMicros AND totalMicros = goodsMicros + COALESCE(shippingMicros, 0) + taxMicros
            THEN taxMicros
          ELSE 0
        END AS addedMicros
      FROM statedOrder
    ),
    paidOrder AS (
      SELECT id, sourceFile, system, orderID, email, day, currency, country, isDiscounted,
        CASE
          WHEN addedMicros > 0 AND returnedMicros >= totalMicros THEN 0
          WHEN addedMicros > 0 AND keptMicros + backMicros <= backMicros % 10000 THEN 0
          WHEN addedMicros > 0 THEN keptMicros + (backMicros - backMicros % 10000)
          WHEN keptMicros <= 0 THEN 0
          WHEN includedMicros <= 0 THEN keptMicros
          ELSE keptMicros - (shareMicros - shareMicros % 10000)
        END AS netMicros
      FROM (
        SELECT k.*,
          CAST(includedMicros * (CAST(keptMicros AS DOUBLE) / NULLIF(totalMicros, 0)) + 5000.5 AS INTEGER)
            AS shareMicros,
          CAST(addedMicros * (CAST(returnedMicros AS DOUBLE) / NULLIF(totalMicros, 0)) + 5000.5 AS INTEGER)
            AS backMicros
        FROM keptOrder AS k
      ) AS s
    )
    """
}

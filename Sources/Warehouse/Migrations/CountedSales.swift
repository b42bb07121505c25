import GRDB

/// Sales without the taxes in their prices, and without refunds, also those that stand in a table of their own.
enum CountedSales {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE INDEX refundOrder ON refund (system, orderID);
        CREATE INDEX paymentOrder ON payment (system, orderID) WHERE orderID IS NOT NULL;
        DROP VIEW readableSale;
        CREATE VIEW readableSale AS
        SELECT platform, shop, orderID, customer, day, currency, \(net) AS netMicros, sourceFile, line, section
        FROM (
          SELECT b.*,
            CAST(includedMicros * (CAST(keptMicros AS DOUBLE) / totalMicros) + 5000.5 AS INTEGER) AS shareMicros,
            CAST(addedMicros * (CAST(returnedMicros AS DOUBLE) / totalMicros) + 5000.5 AS INTEGER) AS backMicros
          FROM (
            SELECT a.*, goodsMicros - returnedMicros AS keptMicros, \(included) AS includedMicros,
              \(added) AS addedMicros
            FROM (
              SELECT s.platform, s.name AS shop, i.content AS orderID, k.customer, o.day, c.content AS currency,
                o.shippingMicros, o.taxMicros, o.totalMicros, \(goods) AS goodsMicros, \(returned) AS returnedMicros,
                o.sourceFile, o.line, o.section
              FROM customerOrder AS o
              JOIN sourceSystem AS s ON s.id = o.system
              JOIN label AS i ON i.id = o.orderID
              LEFT JOIN customerLink AS k ON k.kind = 'order' AND k.system = o.system AND k.identifier = o.orderID
              LEFT JOIN label AS c ON c.id = o.currency
              LEFT JOIN label AS f ON f.id = o.financialStatus
              WHERE o.isCancelled = 0
                AND COALESCE(f.content, '') NOT IN ('voided', 'pending', 'unpaid', 'expired', 'authorized', 'failed')
                AND (o.subtotalMicros IS NOT NULL OR o.totalMicros IS NOT NULL)
            ) AS a
          ) AS b
        );
        """)
  }

  // By the rule of `PaidOrders`, written out again: a step of the schema must not change when that rule does, and the
  // two are held against each other by every `trace`.

  private static let net = """
    CASE
      WHEN addedMicros > 0 AND returnedMicros >= totalMicros THEN 0
      WHEN addedMicros > 0 AND keptMicros + backMicros <= backMicros % 10000 THEN 0
      WHEN addedMicros > 0 THEN keptMicros + (backMicros - backMicros % 10000)
      WHEN keptMicros <= 0 THEN 0
      WHEN includedMicros <= 0 THEN keptMicros
      ELSE keptMicros - (shareMicros - shareMicros % 10000)
    END
    """

  private static let goods =
    "COALESCE(o.subtotalMicros, o.totalMicros - COALESCE(o.shippingMicros, 0) - COALESCE(o.taxMicros, 0))"

  private static let returned = """
    COALESCE(
      o.refundedMicros,
      (SELECT SUM(r.amountMicros) FROM refund AS r
        WHERE r.system = o.system AND r.orderID = o.orderID AND r.currency IS o.currency),
      (SELECT -SUM(p.amountMicros) FROM payment AS p
        JOIN label AS e ON e.id = p.kind
        JOIN label AS t ON t.id = p.status
        WHERE p.system = o.system AND p.orderID = o.orderID AND p.currency IS o.currency
          AND e.content = 'refund' AND t.content = 'succeeded'),
      0)
    """

  private static let included = """
    CASE
      WHEN taxMicros < totalMicros AND totalMicros = goodsMicros + COALESCE(shippingMicros, 0) THEN taxMicros
      ELSE 0
    END
    """

  private static let added = """
    CASE
      WHEN taxMicros < totalMicros AND totalMicros = goodsMicros + COALESCE(shippingMicros, 0) + taxMicros
        THEN taxMicros
      ELSE 0
    END
    """
}

import GRDB

/// Sales without the taxes in their prices, and without refunds that stand in a table of their own.
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
          SELECT a.*,
            CAST(includedMicros * (CAST(keptMicros AS DOUBLE) / totalMicros) + 5000.5 AS INTEGER) AS shareMicros
          FROM (
            SELECT s.platform, s.name AS shop, i.content AS orderID, k.customer, o.day, c.content AS currency,
              o.totalMicros, \(kept) AS keptMicros, \(included) AS includedMicros, o.sourceFile, o.line, o.section
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
        );
        """)
  }

  // By the rule of `PaidOrders`, written out again: a step of the schema must not change when that rule does, and the
  // two are held against each other by every `trace`.

  private static let net = """
    CASE
      WHEN keptMicros <= 0 THEN 0
      WHEN includedMicros <= 0 THEN keptMicros
      ELSE keptMicros - (shareMicros - shareMicros % 10000)
    END
    """

  private static let kept = """
    COALESCE(o.subtotalMicros, o.totalMicros - COALESCE(o.shippingMicros, 0) - COALESCE(o.taxMicros, 0))
      - COALESCE(
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
      WHEN o.taxMicros < o.totalMicros AND o.totalMicros = o.subtotalMicros + COALESCE(o.shippingMicros, 0)
        THEN o.taxMicros
      ELSE 0
    END
    """
}

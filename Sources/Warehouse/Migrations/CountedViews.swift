import GRDB

/// What the figures of a report count, in words and with file and line: sales, and where customers came from. For
/// `trace` and for whoever wants to count again by `query`. No address, name or telephone number is in them.
enum CountedViews {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE VIEW readableSale AS
        SELECT s.platform, s.name AS shop, i.content AS orderID, k.customer, o.day, c.content AS currency,
          \(net) AS netMicros, o.sourceFile, o.line, o.section
        FROM customerOrder AS o
        JOIN sourceSystem AS s ON s.id = o.system
        JOIN label AS i ON i.id = o.orderID
        LEFT JOIN customerLink AS k ON k.kind = 'order' AND k.system = o.system AND k.identifier = o.orderID
        LEFT JOIN label AS c ON c.id = o.currency
        LEFT JOIN label AS f ON f.id = o.financialStatus
        WHERE o.isCancelled = 0
          AND COALESCE(f.content, '') NOT IN ('voided', 'pending', 'unpaid', 'expired', 'authorized', 'failed')
          AND (o.subtotalMicros IS NOT NULL OR o.totalMicros IS NOT NULL);
        CREATE VIEW readableFirstSource AS
        SELECT customer, channel, COALESCE(campaign, '') AS campaign, platform, createdDay, sourceFile, line, section
        FROM (
          SELECT c.customer, h.content AS channel, p.content AS campaign, s.platform, k.createdDay, k.sourceFile,
            k.line, k.section,
            ROW_NUMBER() OVER (
              PARTITION BY c.customer
              ORDER BY CASE WHEN k.channel IS NULL THEN 1 ELSE 0 END,
                CASE WHEN k.createdDay IS NULL THEN 1 ELSE 0 END, COALESCE(k.createdDay, 0), s.platform, i.content
            ) AS place
          FROM contact AS k
          JOIN sourceSystem AS s ON s.id = k.system
          JOIN label AS i ON i.id = k.contactID
          LEFT JOIN label AS h ON h.id = k.channel
          LEFT JOIN label AS p ON p.id = k.campaign
          JOIN customerLink AS c ON c.kind = 'contact' AND c.system = k.system AND c.identifier = k.contactID
        )
        WHERE place = 1;
        """)
  }

  /// The rule of `PaidOrders` before prices with tax in them were known; `CountedSales` replaces the view.
  private static let net = """
    CASE
      WHEN COALESCE(o.subtotalMicros, o.totalMicros - COALESCE(o.shippingMicros, 0) - COALESCE(o.taxMicros, 0))
        < COALESCE(o.refundedMicros, 0) THEN 0
      ELSE COALESCE(o.subtotalMicros, o.totalMicros - COALESCE(o.shippingMicros, 0) - COALESCE(o.taxMicros, 0))
        - COALESCE(o.refundedMicros, 0)
    END
    """
}

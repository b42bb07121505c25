import GRDB

/// The facts with their words and the file and line they came from, for `query`, for tracing and for the digest.
enum ReadableViews {
  static let facts =
    [
      "readableAdPerformance", "readableWebTraffic", "readableCustomerOrder", "readableOrderLine", "readableContact",
    ] + defined.map(\.view)

  private static let defined =
    WebTables.definitions + CRMTables.definitions + CommerceTables.definitions + ContactTables.definitions

  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE VIEW readableAdPerformance AS
        SELECT e.platform, e.channel, e.account, e.campaign, e.campaignID, e.adGroup, e.ad, e.adID, e.level,
          s.grain, s.breakdown, s.breakdownValue, s.resultType, s.attribution, p.firstDay, p.lastDay,
          c.content AS currency, p.spendMicros, p.impressions, p.clicks, p.allClicks, p.interactions, p.reach,
          p.conversionsMicros, p.conversionValueMicros, p.sourceFile, p.line, p.section
        FROM adPerformance AS p
        JOIN adEntity AS e ON e.id = p.entity
        JOIN adSlice AS s ON s.id = p.slice
        LEFT JOIN label AS c ON c.id = p.currency;
        CREATE VIEW readableWebTraffic AS
        SELECT s.tool, s.property, s.grain, s.dimension, d.content AS dimensionValue, s.metric, s.metricName,
          w.firstDay, w.lastDay, c.content AS currency, w.valueMicros, w.sourceFile, w.line, w.section
        FROM webTraffic AS w
        JOIN webSeries AS s ON s.id = w.series
        JOIN label AS d ON d.id = w.dimensionValue
        LEFT JOIN label AS c ON c.id = w.currency;
        CREATE VIEW readableCustomerOrder AS
        SELECT s.platform, s.name AS shop, i.content AS orderID, n.content AS orderName, e.content AS email,
          h.content AS phone, k.content AS customerID, o.day, o.instant, c.content AS currency, o.subtotalMicros, o.shippingMicros, o.taxMicros, o.totalMicros,
          o.discountMicros, o.refundedMicros, f.content AS financialStatus, o.isCancelled, l.content AS country,
          d.content AS discountCode, o.sourceFile, o.line, o.section
        FROM customerOrder AS o
        JOIN sourceSystem AS s ON s.id = o.system
        JOIN label AS i ON i.id = o.orderID
        LEFT JOIN label AS n ON n.id = o.orderName
        LEFT JOIN emailAddress AS e ON e.id = o.email
        LEFT JOIN phoneNumber AS h ON h.id = o.phone
        LEFT JOIN label AS k ON k.id = o.customerID
        LEFT JOIN label AS c ON c.id = o.currency
        LEFT JOIN label AS f ON f.id = o.financialStatus
        LEFT JOIN label AS l ON l.id = o.country
        LEFT JOIN label AS d ON d.id = o.discountCode;
        CREATE VIEW readableOrderLine AS
        SELECT s.platform, s.name AS shop, i.content AS orderID, o.position, p.content AS product, k.content AS sku,
          o.quantity, o.priceMicros, o.discountMicros, c.content AS currency, o.sourceFile, o.line, o.section
        FROM orderLine AS o
        JOIN sourceSystem AS s ON s.id = o.system
        JOIN label AS i ON i.id = o.orderID
        LEFT JOIN label AS p ON p.id = o.product
        LEFT JOIN label AS k ON k.id = o.sku
        LEFT JOIN label AS c ON c.id = o.currency;
        CREATE VIEW readableContact AS
        SELECT s.platform, i.content AS contactID, e.content AS email, t.content AS phone, k.createdDay,
          g.content AS lifecycleStage, l.content AS country, o.content AS companyID, h.content AS channel, p.content AS campaign, d.content AS sourceDetail,
          k.sourceFile, k.line, k.section
        FROM contact AS k
        JOIN sourceSystem AS s ON s.id = k.system
        JOIN label AS i ON i.id = k.contactID
        LEFT JOIN emailAddress AS e ON e.id = k.email
        LEFT JOIN phoneNumber AS t ON t.id = k.phone
        LEFT JOIN label AS g ON g.id = k.lifecycleStage
        LEFT JOIN label AS o ON o.id = k.companyID
        LEFT JOIN label AS l ON l.id = k.country
        LEFT JOIN label AS h ON h.id = k.channel
        LEFT JOIN label AS p ON p.id = k.campaign
        LEFT JOIN label AS d ON d.id = k.sourceDetail;
        """)
  }
}

import Vocabulary
import Warehouse

/// Sales and advertising with amounts in the report's currency, as named queries: `CurrencyConversion` said in SQL.
///
/// `rate` holds, for each foreign currency and each day that has a rate, what an amount is multiplied with and divided
/// by. A row of which a day has none keeps its own currency, and is left out by it.
struct ConvertedRows: Sendable {
  static let sales = "convertedSale"
  static let advertising = "convertedAdvertising"
  /// The column that tells in which currency a row's amounts are.
  static let currency = "reportCurrency"

  let definitions: [String]

  private static let perUnit = 1_000_000_000

  /// Nil where no rates were given: then nothing is converted.
  init?(to target: Currency, rates: [StatedRate]) {
    guard !rates.isEmpty else { return nil }
    let target = SQLText.literal(target.code)
    definitions = [
      Self.stated, Self.rate(target, bases: Set(rates.map(\.base)).sorted().map { SQLText.literal($0.code) }),
      Self.convertedSales(target), Self.convertedAdvertising(target),
    ]
  }

  /// Where two authorities state a rate for the same day, the first in the alphabet counts.
  private static let stated = """
    stated AS (
      SELECT r.day, b.content AS base, q.content AS quote, r.rateNanos AS nanos, MIN(a.content) AS authority
      FROM exchangeRate AS r
      JOIN label AS b ON b.id = r.base
      JOIN label AS q ON q.id = r.quote
      JOIN label AS a ON a.id = r.authority
      WHERE r.rateNanos > 0
      GROUP BY r.day, r.base, r.quote
    )
    """

  /// The last one stated, up to a week old: directly, the other way round, or through a third currency.
  private static func rate(_ target: String, bases: [String]) -> String {
    func last(_ base: String, _ quote: String) -> String {
      "(SELECT nanos FROM stated WHERE base = \(base) AND quote = \(quote) AND day BETWEEN f.day - 7 AND f.day "
        + "ORDER BY day DESC LIMIT 1)"
    }
    let ways =
      [(last("f.currency", target), "\(perUnit)"), ("\(perUnit)", last(target, "f.currency"))]
      + bases.map { (last($0, target), last($0, "f.currency")) }
    func cases(_ part: ((String, String)) -> String) -> String {
      let all = ways.map { "WHEN \($0.0) IS NOT NULL AND \($0.1) IS NOT NULL THEN \(part($0))" }
      return "CASE \(all.joined(separator: " ")) END"
    }
    return """
      rate AS MATERIALIZED (
        SELECT f.currency, f.day, \(cases { $0.0 }) AS up, \(cases { $0.1 }) AS down
        FROM (
          SELECT currency, day FROM readableSale WHERE currency <> \(target)
          UNION
          SELECT p.currency, c.day FROM readableAdPerformance AS p
          JOIN calendarDay AS c ON c.day BETWEEN p.firstDay AND p.lastDay
          WHERE p.currency <> \(target)
        ) AS f
      )
      """
  }

  private static func convertedSales(_ target: String) -> String {
    """
    \(sales) AS (
      SELECT s.platform, s.shop, s.orderID, s.customer, s.day, s.currency,
        CASE WHEN r.up IS NULL THEN s.currency ELSE \(target) END AS \(currency),
        CASE WHEN r.up IS NULL THEN s.netMicros ELSE CAST(ROUND(1.0 * s.netMicros * r.up / r.down) AS INTEGER) END
          AS netMicros, s.sourceFile, s.line, s.section
      FROM readableSale AS s
      LEFT JOIN rate AS r ON r.currency = s.currency AND r.day = s.day
    )
    """
  }

  /// An amount over several days takes the mean of what it is at each day's rate.
  private static func convertedAdvertising(_ target: String) -> String {
    let days =
      "FROM rate AS r WHERE r.currency = p.currency AND r.up IS NOT NULL AND r.day BETWEEN p.firstDay AND p.lastDay"
    func amount(_ column: String) -> String {
      """
      CASE WHEN p.isConverted
          THEN (SELECT CAST(ROUND(SUM(ROUND(1.0 * p.\(column) * r.up / r.down)) / COUNT(*)) AS INTEGER) \(days))
          ELSE p.\(column) END AS \(column)
      """
    }
    return """
      \(advertising) AS (
        SELECT p.platform, p.channel, p.account, p.campaign, p.campaignID, p.adGroup, p.ad, p.adID, p.level, p.grain,
          p.breakdown, p.breakdownValue, p.firstDay, p.lastDay, p.currency,
          CASE WHEN p.isConverted THEN \(target) ELSE p.currency END AS \(currency),
          \(amount("spendMicros")), p.impressions, p.clicks, p.conversionsMicros,
          \(amount("conversionValueMicros")), p.sourceFile, p.line, p.section
        FROM (
          SELECT p.*, p.currency <> \(target) AND p.lastDay - p.firstDay + 1 = (SELECT COUNT(*) \(days)) AS isConverted
          FROM readableAdPerformance AS p
        ) AS p
      )
      """
  }
}

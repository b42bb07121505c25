import GRDB
import Vocabulary

/// The days that one source's facts tell of.
package struct CoveredSource: Equatable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case advertising, web, orders, contacts
    /// A profile's figures, apart from those of its single posts.
    case social
    case posts
    /// Single visits and events, where `web` is what a tool has summed up.
    case visits
    case payments
    /// At tills, by sale or by day.
    case sales
    case invoices, subscriptions, deals, mailings, surveys
    /// Calls, visits to events and forms outside the website.
    case interactions
  }

  package var kind: Kind
  package var platform: String
  /// Apart, in order.
  package var windows: [DateWindow]
}

/// Which days each source covers, for a calendar of gaps. Period facts cover all of their days; undated ones none.
package enum SourceCoverage {
  /// One row for each span of days that some fact of a source tells of.
  package static let sql = """
    SELECT 'advertising' AS kind, e.platform AS platform, p.firstDay AS firstDay, p.lastDay AS lastDay
    FROM adPerformance AS p JOIN adEntity AS e ON e.id = p.entity WHERE p.firstDay IS NOT NULL
    UNION
    SELECT 'web', s.tool, w.firstDay, w.lastDay
    FROM webTraffic AS w JOIN webSeries AS s ON s.id = w.series WHERE w.firstDay IS NOT NULL
    UNION
    SELECT 'orders', s.platform, o.day, o.day
    FROM customerOrder AS o JOIN sourceSystem AS s ON s.id = o.system
    UNION
    SELECT 'contacts', s.platform, k.createdDay, k.createdDay
    FROM contact AS k JOIN sourceSystem AS s ON s.id = k.system WHERE k.createdDay IS NOT NULL
    UNION
    SELECT 'social', s.platform, m.firstDay, m.lastDay
    FROM socialMetric AS m
    JOIN socialSeries AS s ON s.id = m.series AND s.dimension = ''
    JOIN label AS i ON i.id = m.postID AND i.content = ''
    WHERE m.firstDay IS NOT NULL
    UNION
    SELECT 'sales', s.platform, t.firstDay, t.lastDay
    FROM offlineSale AS t JOIN sourceSystem AS s ON s.id = t.system WHERE t.firstDay IS NOT NULL
    UNION
    SELECT 'deals', s.platform, d.closeDay, d.closeDay
    FROM deal AS d JOIN sourceSystem AS s ON s.id = d.system
    JOIN label AS r ON r.id = d.outcome AND r.content IN ('won', 'lost')
    WHERE d.closeDay IS NOT NULL
    \(singleDays)
    ORDER BY kind, platform, firstDay, lastDay
    """

  /// Millions of events lie on a few hundred days: these alone are joined.
  private static let singleDays = dated.map { fact in
    """
    UNION
    SELECT '\(fact.kind.rawValue)', s.platform, f.day, f.day
    FROM (SELECT DISTINCT system, \(fact.day) AS day FROM \(fact.table) WHERE \(fact.day) IS NOT NULL) AS f
    JOIN sourceSystem AS s ON s.id = f.system
    """
  }.joined(separator: "\n")

  /// Tables whose facts lie on a day that has been. A deal's day of closing is a hope until it is closed.
  private static let dated: [(kind: CoveredSource.Kind, table: String, day: String)] = [
    (.posts, "socialPost", "publishedDay"), (.visits, "webSession", "day"), (.visits, "webEvent", "day"),
    (.payments, "payment", "day"), (.invoices, "invoice", "day"), (.subscriptions, "subscription", "startDay"),
    (.subscriptions, "subscription", "periodFirstDay"), (.subscriptions, "subscription", "canceledDay"),
    (.deals, "deal", "createdDay"), (.deals, "dealStageChange", "day"), (.mailings, "emailEvent", "day"),
    (.mailings, "emailCampaign", "sentDay"), (.surveys, "surveyAnswer", "day"), (.interactions, "interaction", "day"),
  ]

  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [CoveredSource] {
    try warehouse.read { db in
      var sources: [CoveredSource] = []
      for row in try Row.fetchAll(db, sql: sql) {
        guard let kind = CoveredSource.Kind(rawValue: row["kind"]),
          let window = DateWindow(first: Day(number: row["firstDay"]), last: Day(number: row["lastDay"]))
        else { continue }
        let platform: String = row["platform"]
        guard let last = sources.last, last.kind == kind, last.platform == platform else {
          sources.append(CoveredSource(kind: kind, platform: platform, windows: [window]))
          continue
        }
        if let open = last.windows.last, window.first <= open.last + 1 {
          sources[sources.count - 1].windows[last.windows.count - 1] = open.union(window)
        } else {
          sources[sources.count - 1].windows.append(window)
        }
      }
      return sources
    }
  }
}

import GRDB
import Vocabulary

/// The days that one source's facts tell of.
package struct CoveredSource: Equatable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case advertising, web, orders, contacts
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
    ORDER BY kind, platform, firstDay, lastDay
    """

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

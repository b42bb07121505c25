import GRDB
import Vocabulary

/// One event on a website. Texts that the source does not give are "".
package struct WebEventRow: Hashable, Sendable {
  package var tool: String
  package var property: String
  package var name: String
  package var day: Day
  /// Millionths of a second since 1970-01-01T00:00:00Z.
  package var instantMicros: Int64?
  package var visitorID = ""
  package var userID = ""
  package var sessionID = ""
  package var page = ""
  package var transactionID = ""
  package var origin = TrafficSource()
  package var referrer = ""
  package var country = ""
  package var device = ""

  package init(tool: String, property: String, name: String, day: Day) {
    self.tool = tool
    self.property = property
    self.name = name
    self.day = day
  }
}

/// A website as one tool names it: by a host, by a name of its own, or not at all.
package struct WebProperty: Hashable, Sendable {
  package let tool: String
  package let name: String

  package init(tool: String, name: String) {
    self.tool = tool
    self.name = name
  }
}

/// How many events of a property name a site as the one that they came from.
package struct ReferrerCount: Hashable, Sendable {
  package var tool: String
  package var property: String
  package var referrer: String
  package var events: Int

  package init(tool: String, property: String, referrer: String, events: Int) {
    self.tool = tool
    self.property = property
    self.referrer = referrer
    self.events = events
  }
}

/// The events of websites, by visitor.
package enum WebEventRows {
  static let sql = """
    SELECT tool, property, name, day, instantMicros, visitorID, userID, sessionID, page, transactionID, source, medium,
      campaign, clickID, referrer, country, device
    FROM readableWebEvent
    WHERE visitorID <> ''
    ORDER BY tool, visitorID
    """

  static let propertiesSQL = """
    SELECT platform AS tool, name AS property
    FROM sourceSystem AS s
    WHERE EXISTS (SELECT 1 FROM webEvent WHERE system = s.id)
    ORDER BY platform, name
    """

  static let referrersSQL = """
    SELECT tool, property, referrer, COUNT(*) AS events
    FROM readableWebEvent
    WHERE referrer IS NOT NULL
    GROUP BY tool, property, referrer
    ORDER BY tool, property, referrer
    """

  /// Gives the events of one visitor of one tool after the other's, in the order of tool and visitor; in no order within
  /// one. Events without a visitor are left out. Memory is that of the busiest visitor.
  package static func forEachVisitor(
    in warehouse: Warehouse, _ take: ([WebEventRow]) -> Void
  ) throws(WarehouseError) {
    try warehouse.read { db in
      var events: [WebEventRow] = []
      let cursor = try Row.fetchCursor(db, sql: sql)
      while let row = try cursor.next() {
        let event = WebEventRow(row)
        if let last = events.last,
          (last.visitorID, last.tool) != (event.visitorID, event.tool)
        {
          take(events)
          events.removeAll(keepingCapacity: true)
        }
        events.append(event)
      }
      if !events.isEmpty { take(events) }
    }
  }

  package static func properties(of warehouse: Warehouse) throws(WarehouseError) -> [WebProperty] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: propertiesSQL).map { WebProperty(tool: $0["tool"], name: $0["property"]) }
    }
  }

  package static func referrers(from warehouse: Warehouse) throws(WarehouseError) -> [ReferrerCount] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: referrersSQL).map {
        ReferrerCount(tool: $0["tool"], property: $0["property"], referrer: $0["referrer"], events: $0["events"])
      }
    }
  }
}

extension WebEventRow {
  fileprivate init(_ row: Row) {
    self.init(tool: row["tool"], property: row["property"], name: row["name"], day: Day(number: row["day"]))
    instantMicros = row["instantMicros"]
    visitorID = row["visitorID"]
    userID = row["userID"]
    sessionID = row["sessionID"]
    page = row["page"]
    transactionID = row["transactionID"]
    func text(_ column: String) -> String { row[column] as String? ?? "" }
    origin = TrafficSource(
      source: text("source"), medium: text("medium"), campaign: text("campaign"), clickID: text("clickID"))
    referrer = text("referrer")
    country = text("country")
    device = text("device")
  }
}

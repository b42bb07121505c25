import GRDB
import Vocabulary

/// The channel rules that reports were built by.
package enum ChannelRuleSets {
  static let setsSQL = "SELECT id, version FROM channelRuleSet ORDER BY id"
  static let rulesSQL = "SELECT position, name, channel FROM channelRule WHERE ruleSet = :ruleSet ORDER BY position"
  static let patternsSQL = """
    SELECT condition, field, comparison, content
    FROM channelPattern
    WHERE ruleSet = :ruleSet AND rule = :rule
    ORDER BY condition, position
    """

  /// Oldest first; two that follow each other differ.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [ChannelGrouping] {
    let path = warehouse.path
    return try warehouse.read { db in try all(in: db, path: path) }
  }

  static func all(in db: Database, path: String) throws -> [ChannelGrouping] {
    try Row.fetchAll(db, sql: setsSQL).map { set in
      let id: Int64 = set["id"]
      let rules = try Row.fetchAll(db, sql: rulesSQL, arguments: ["ruleSet": id]).map { row in
        let patterns = try Row.fetchAll(db, sql: patternsSQL, arguments: ["ruleSet": id, "rule": row["position"]])
        guard let rule = rule(row, patterns) else {
          throw WarehouseError.damaged(path: path, found: "a channel rule that cannot be read")
        }
        return rule
      }
      return ChannelGrouping(version: set["version"], rules: rules)
    }
  }

  private static func rule(_ row: Row, _ patterns: [Row]) -> ChannelRule? {
    guard let channel = Channel(rawValue: row["channel"]) else { return nil }
    var conditions: [ChannelCondition] = []
    var last = 0
    for pattern in patterns {
      guard let field = ChannelCondition.Field(rawValue: pattern["field"]),
        let comparison = TextPattern.Comparison(rawValue: pattern["comparison"]),
        let read = try? TextPattern(comparison, pattern["content"])
      else { return nil }
      let place: Int = pattern["condition"]
      if place != last { conditions.append(ChannelCondition(field, [])) }
      last = place
      conditions[conditions.count - 1].patterns.append(read)
    }
    return ChannelRule(row["name"], channel, conditions)
  }
}

import GRDB
import Vocabulary

extension Warehouse {
  /// Records the rules that a report is built by, unless they are those of the build before.
  package func adopt(_ grouping: ChannelGrouping) throws {
    try change { db in
      guard try ChannelRuleSets.all(in: db, path: path).last != grouping else { return }
      try db.execute(sql: "INSERT INTO channelRuleSet (version) VALUES (?)", arguments: [grouping.version])
      let set = db.lastInsertedRowID
      let insertRule = try db.makeStatement(
        sql: "INSERT INTO channelRule (ruleSet, position, name, channel) VALUES (?, ?, ?, ?)")
      let insertPattern = try db.makeStatement(
        sql: """
          INSERT INTO channelPattern (ruleSet, rule, condition, position, field, comparison, content)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """)
      for (place, rule) in grouping.rules.enumerated() {
        try insertRule.execute(arguments: [set, place + 1, rule.name, rule.channel.rawValue])
        for (number, condition) in rule.conditions.enumerated() {
          for (position, pattern) in condition.patterns.enumerated() {
            try insertPattern.execute(
              arguments: [
                set, place + 1, number + 1, position + 1, condition.field.rawValue, pattern.comparison.rawValue,
                pattern.text,
              ])
          }
        }
      }
      try AuditEntry(
        action: .promote, subject: "channel rules", outcome: "promoted \(grouping.version)", rows: grouping.rules.count
      ).write(to: db)
    }
  }
}

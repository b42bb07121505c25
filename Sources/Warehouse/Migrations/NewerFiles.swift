import GRDB

/// `withdrawnAdPerformance` by the rule that `Evidence` has come to: of two files that both say that they were made after
/// the days they cover, the one made later is the newer, wherever its days end.
enum NewerFiles {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        DROP VIEW withdrawnAdPerformance;
        CREATE VIEW withdrawnAdPerformance AS
        SELECT p.id AS fact, MAX(b.lastDay) AS statedDay, b.id AS newFile
        FROM adPerformance AS p
        JOIN sourceFile AS a ON a.id = p.sourceFile
        CROSS JOIN adSeries AS n ON n.entity = p.entity AND n.slice = p.slice AND n.sourceFile <> p.sourceFile
          AND n.firstDay <= p.firstDay AND p.lastDay <= n.lastDay
        JOIN sourceFile AS b ON b.id = n.sourceFile AND b.rowsRejected = 0
          AND CASE
            WHEN a.exportedDay > a.lastDay AND b.exportedDay > b.lastDay AND b.exportedDay <> a.exportedDay
              THEN b.exportedDay > a.exportedDay
            WHEN b.lastDay <> a.lastDay THEN b.lastDay > a.lastDay
            ELSE b.exportedDay > a.exportedDay
          END
        GROUP BY p.id
        """)
  }
}

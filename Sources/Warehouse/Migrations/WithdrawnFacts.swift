import GRDB

/// Which advertising figures a newer export has taken back.
///
/// A row of one day is withdrawn when a newer file holds other days of the same series (the same ad entity, breakdown
/// value, result type and attribution, by day), covers that day, has no rejected row, and does not hold this one: then
/// the platform no longer says that anything was delivered on it. Nothing is deleted, and nothing stored says so: it
/// follows from the files, so that neither the order of loading nor loading again can change it. Of several newer files
/// the newest by `Evidence` states it: what the others hold in its place has moved on to that file.
///
/// A file that holds nothing of the series says nothing of it: it may have been filtered. Nor does a file that covers
/// longer windows, since weeks, months and ranges that lie otherwise contradict nothing.
enum WithdrawnFacts {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE adSeries (
          entity INTEGER NOT NULL REFERENCES adEntity (id),
          slice INTEGER NOT NULL REFERENCES adSlice (id),
          sourceFile INTEGER NOT NULL REFERENCES sourceFile (id) ON DELETE CASCADE,
          firstDay INTEGER NOT NULL,
          lastDay INTEGER NOT NULL CHECK (firstDay <= lastDay),
          PRIMARY KEY (entity, slice, sourceFile)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX adSeriesFile ON adSeries (sourceFile);
        CREATE VIEW withdrawnAdPerformance AS
        SELECT p.id AS fact, MAX(\(Evidence.place(of: "b"))) AS place, b.lastDay AS statedDay, b.id AS newFile
        FROM adPerformance AS p
        \(newerFile)
        GROUP BY p.id;
        DROP VIEW readableAdPerformance;
        CREATE VIEW readableAdPerformance AS
        SELECT e.platform, e.channel, e.account, e.campaign, e.campaignID, e.adGroup, e.ad, e.adID, e.level,
          s.grain, s.breakdown, s.breakdownValue, s.resultType, s.attribution, p.firstDay, p.lastDay,
          c.content AS currency, p.spendMicros, p.impressions, p.clicks, p.allClicks, p.interactions, p.reach,
          p.conversionsMicros, p.conversionValueMicros, p.sourceFile, p.line, p.section
        FROM adPerformance AS p
        JOIN adEntity AS e ON e.id = p.entity
        JOIN adSlice AS s ON s.id = p.slice
        LEFT JOIN label AS c ON c.id = p.currency
        WHERE p.id NOT IN (SELECT fact FROM withdrawnAdPerformance)
        """)
  }

  /// The newer files of a fact's series; files with a series have days.
  private static let newerFile = """
    JOIN sourceFile AS a ON a.id = p.sourceFile
    CROSS JOIN adSeries AS n ON n.entity = p.entity AND n.slice = p.slice AND n.sourceFile <> p.sourceFile
      AND n.firstDay <= p.firstDay AND p.lastDay <= n.lastDay
    JOIN sourceFile AS b ON b.id = n.sourceFile AND b.rowsRejected = 0
      AND \(Evidence.isNewer("b", than: "a"))
    """
}

import GRDB
import Vocabulary

extension Warehouse {
  /// Marks what of the stored advertising does not count: results that are deliveries, of which later versions know more,
  /// and rows that say again, in other words, what another file says.
  ///
  /// The same days exported with another set of columns – ids beside the names, no attribution, no type of campaign – are
  /// other rows to the warehouse and the same money. Everything follows from what is stored, so that the order of loading
  /// changes nothing. O(n log n) in rows where two files or more tell of a platform, and O(1) otherwise.
  package func markUncountedAds() throws {
    try change { db in
      try UncountedAds.fillDeliveryResults(in: db)
      try db.execute(sql: "DELETE FROM toldTwice")
      let platforms = try ToldTwice.platforms(in: db)
      guard !platforms.isEmpty else { return }
      let accounts = try AdAccounts.byPlatform(in: db)
      try ToldTwice.withSeriesIndex(in: db) {
        for platform in platforms {
          for group in try ToldTwice.groups(of: platform, accounts, in: db) { try ToldTwice.mark(group, in: db) }
        }
        try db.execute(sql: ToldTwice.otherResultSQL)
      }
    }
  }
}

/// A *series* is one ad entity with one slice; those of one platform and account that bear the same name in the same
/// level, breakdown and grain are a group, and so are those that were renamed (`RenamedParts`). Series that some file
/// tells side by side are different things (a result each, ads of one name), and so are those with ids of their own, but
/// not an ad's days with and without a result (`otherResultSQL`); what remains apart within a group are tellings of the
/// same thing, of which one counts in each window:
/// one that names its currency, without which nothing can be added; then the newest, then the one with the most figures,
/// then the one with the larger spend, then by the file's digest.
enum ToldTwice {
  struct Series: Hashable {
    var entity: Int64
    var slice: Int64
  }

  /// The series of one telling.
  typealias Telling = [Series]

  static func platforms(in db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT e.platform FROM adDelivery AS d JOIN adEntity AS e ON e.id = d.entity
        GROUP BY e.platform HAVING MIN(d.sourceFile) <> MAX(d.sourceFile) ORDER BY e.platform
        """)
  }

  /// The groups of a platform that are told in more ways than one.
  static func groups(
    of platform: String, _ accounts: [String: AdAccounts], in db: Database
  ) throws -> [[Telling]] {
    let rows = try Row.fetchAll(db, sql: seriesSQL, arguments: [platform, platform]).map(StoredSeries.init)
    let listed = try ListedCampaignNames(in: db)
    var campaigns = EntityNames()
    var adGroups = EntityNames()
    var ads = EntityNames()
    for row in rows {
      campaigns.join(listed.name(row.campaign, id: row.campaignID, on: platform), id: row.campaignID)
      ads.join(row.ad, id: row.adID)
    }
    campaigns.joinSpellings(rows.lazy.map { (name: $0.campaign, file: $0.file) })
    adGroups.joinSpellings(rows.lazy.map { (name: $0.adGroup, file: $0.file) })
    ads.joinSpellings(rows.lazy.map { (name: $0.ad, file: $0.file) })
    let byCampaign = Dictionary(grouping: rows) { row in
      [
        accounts.account(row.account, on: platform, campaign: row.campaign, id: row.campaignID),
        campaigns.root(of: row.campaign, id: row.campaignID), row.level, row.breakdown, row.grain,
      ]
    }
    return try byCampaign.values.flatMap { rows -> [[Telling]] in
      let parts = Dictionary(grouping: rows) { row in
        [adGroups.root(of: row.adGroup, id: ""), ads.root(of: row.ad, id: row.adID), row.breakdownValue]
          .joined(separator: "\u{1F}")
      }
      let isOfWords = rows[0].breakdown.split(separator: "+").contains { AdSpendRows.words.contains(String($0)) }
      let renamed = try RenamedParts(isOfWords ? [:] : parts, in: db)
      let groups = Dictionary(parts.map { (renamed.root(of: $0.key), $0.value) }, uniquingKeysWith: +)
      return groups.values.flatMap(byID).filter { $0.count > 1 }
    }
  }

  /// Of one name with several ids each id is told for itself; rows that name none of them may be all of them together.
  private static func byID(_ rows: [StoredSeries]) -> [[Telling]] {
    let namesAds = rows.contains { !$0.adID.isEmpty }
    let whole = EntityIDs(rows.lazy.map { namesAds ? $0.adID : $0.campaignID })
    let byID = Dictionary(grouping: rows) { whole.key(namesAds ? $0.adID : $0.campaignID) }
    let ids = byID.filter { !$0.key.isEmpty }
    guard ids.count > 1 else { return [tellings(rows)] }
    let identified = Array(Set(ids.values.joined().map(\.series)))
    return ids.values.map(tellings) + [tellings(byID[""] ?? []) + [identified]]
  }

  /// Series that share a file, directly or by way of others, are one telling. Not so rows that name their result and rows
  /// that do not, nor settings of attribution, where no file has both: the same things before they had a result, after the
  /// setting was changed, or without the column.
  private static func tellings(_ rows: [StoredSeries]) -> [Telling] {
    let tellings = apartByFile(rows)
      .flatMap { apart($0, \.resultType.isEmpty, \.stated) }
      .flatMap { apart($0, \.attribution, \.stated) }
      .map { Set($0.map(\.series)) }
    return Set(tellings).filter { own in !tellings.contains { own.isStrictSubset(of: $0) } }.map { Array($0) }
  }

  /// Files in any language have days without a result, which join no names of results to one telling.
  private static func apartByFile(_ rows: [StoredSeries]) -> [[StoredSeries]] {
    let named = rows.filter { !$0.resultType.isEmpty }
    return apart(rows, \.series, \.file, joinedBy: named.isEmpty ? rows : named)
  }

  /// Rows by the things that share a file, directly or by way of others.
  private static func apart<Thing: Hashable>(
    _ rows: [StoredSeries], _ thing: KeyPath<StoredSeries, Thing>, _ file: KeyPath<StoredSeries, Int64>,
    joinedBy joining: [StoredSeries]? = nil
  ) -> [[StoredSeries]] {
    var files = DisjointSets<Int64>()
    for told in Dictionary(grouping: joining ?? rows, by: { $0[keyPath: thing] }).values {
      for row in told.dropFirst() { files.unite(told[0][keyPath: file], row[keyPath: file]) }
    }
    return Array(Dictionary(grouping: rows) { files.root(of: $0[keyPath: file]) }.values)
  }

  /// Rows are looked for by series, of which there may be as many as ads. The index is one sort here; kept, it would have to
  /// be filled row by row in every load.
  static func withSeriesIndex(in db: Database, _ body: () throws -> Void) throws {
    try db.execute(sql: "CREATE INDEX adPerformanceSeries ON adPerformance (entity, slice, firstDay, lastDay)")
    try body()
    try db.execute(sql: "DROP INDEX adPerformanceSeries")
  }

  /// Writes down the rows that do not count.
  static func mark(_ tellings: [Telling], in db: Database) throws {
    let find = try db.cachedStatement(sql: factSQL)
    let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO toldTwice (fact, countedFile) VALUES (?, ?)")
    var windows: [Window: [Int: WindowTelling]] = [:]
    for (place, telling) in tellings.enumerated() {
      for series in telling {
        for row in try Row.fetchAll(find, arguments: [series.entity, series.slice]) {
          windows[Window(row), default: [:]][place, default: WindowTelling()].add(row)
        }
      }
    }
    for told in windows.values where told.count > 1 {
      guard let counted = told.values.max(by: { $1.isPreferred(to: $0) }) else { continue }
      for other in told.values where other.digest != counted.digest {
        for fact in other.facts { try insert.execute(arguments: [fact, counted.file]) }
      }
    }
  }

  /// For days the series that each file holds; for other windows, of which files keep no series, their entities'.
  private static let seriesSQL = """
    SELECT n.entity, n.slice, n.sourceFile, \(words), n.sourceFile, n.firstDay, n.lastDay
    FROM adSeries AS n JOIN adEntity AS e ON e.id = n.entity JOIN adSlice AS s ON s.id = n.slice
    WHERE e.platform = ?
    UNION
    SELECT p.entity, p.slice, d.sourceFile, \(words), p.sourceFile, d.firstDay, d.lastDay
    FROM adPerformance AS p JOIN adEntity AS e ON e.id = p.entity JOIN adSlice AS s ON s.id = p.slice
    JOIN adDelivery AS d ON d.entity = p.entity AND d.breakdown = s.breakdown AND d.grain = s.grain
    WHERE e.platform = ? AND s.grain <> '\(Grain.day.rawValue)'
    """

  private static let words = """
    e.account, e.campaign, e.campaignID, e.adGroup, e.ad, e.adID, e.level, s.breakdown, s.breakdownValue, s.grain,
    s.resultType, s.attribution
    """

  static let factSQL = """
    SELECT p.id, p.firstDay, p.lastDay, p.sourceFile, f.digest, f.lastDay AS fileLastDay, f.exportedDay, p.spendMicros,
      p.currency IS NOT NULL AS hasCurrency, \(figures(of: "p")) AS figures
    FROM adPerformance AS p JOIN sourceFile AS f ON f.id = p.sourceFile
    WHERE p.entity = ? AND p.slice = ?
    """

  /// The kind of a row's result is no part of what its cost was for: of a window that two files tell under two kinds, or
  /// under one and none, the newer file's rows count, else those that `mark` prefers: of its choice and this one no window
  /// may lose both rows. Of two kinds the figures must be alike as well, since a file may have been filtered; days tell
  /// that by their series. No row without cost or currency stands for one that has it. Where one file is the newer, whole
  /// campaigns are left to `AdCover`.
  static let otherResultSQL = """
    INSERT OR IGNORE INTO toldTwice (fact, countedFile)
    WITH pair AS MATERIALIZED (
      SELECT u.id AS own, v.id AS other, u.breakdown, u.resultType <> '' AND v.resultType <> '' AS areNamed
      FROM adSlice AS u
      JOIN adSlice AS v ON v.grain = u.grain AND v.breakdown = u.breakdown AND v.breakdownValue = u.breakdownValue
        AND v.resultType <> u.resultType AND v.attribution = u.attribution
      WHERE u.grain <> '\(Grain.day.rawValue)' OR u.resultType = '' OR v.resultType = ''
    )
    SELECT fact, countedFile FROM (
      SELECT p.id AS fact, b.id AS countedFile, MAX(\(place(of: "q", in: "b")))
      FROM adPerformance AS p
      CROSS JOIN pair ON pair.own = p.slice
      CROSS JOIN adPerformance AS q ON q.entity = p.entity AND q.slice = pair.other AND q.firstDay = p.firstDay
        AND q.lastDay = p.lastDay AND q.sourceFile <> p.sourceFile
        AND (COALESCE(p.spendMicros, 0) > 0) = (COALESCE(q.spendMicros, 0) > 0)
        AND (p.currency IS NULL OR q.currency = p.currency)
        AND (NOT pair.areNamed OR (\(isAlike("spendMicros")) AND \(isAlike("impressions"))))
      JOIN sourceFile AS a ON a.id = p.sourceFile
      JOIN sourceFile AS b ON b.id = q.sourceFile AND \(place(of: "q", in: "b")) > \(place(of: "p", in: "a"))
      JOIN adEntity AS e ON e.id = p.entity AND (e.level IN ('adGroup', 'ad') OR pair.breakdown <> ''
        OR (\(Evidence.isNewer("b", than: "a"))) IS NOT TRUE)
      WHERE EXISTS (SELECT 1 FROM pair) AND p.id NOT IN (SELECT fact FROM withdrawnAdPerformance)
        AND q.id NOT IN (SELECT fact FROM toldTwice)
      GROUP BY p.id
    )
    """

  /// Greater is what `WindowTelling` prefers, of rows whose currencies say nothing.
  private static func place(of row: String, in file: String) -> String {
    "\(Evidence.rank(of: file)) || \(figures(of: row)) || printf('%020d', COALESCE(\(row).spendMicros, 0))"
      + " || \(file).digest"
  }

  /// How many of a row's figures are known.
  private static func figures(of row: String) -> String {
    let measures = ["spendMicros", "impressions", "clicks", "conversionsMicros", "conversionValueMicros"]
    return "(" + measures.map { "(\(row).\($0) IS NOT NULL)" }.joined(separator: " + ") + ")"
  }

  /// A platform still puts a few figures right after the last day.
  private static func isAlike(_ measure: String) -> String {
    "p.\(measure) > 0 AND ABS(q.\(measure) - p.\(measure)) * 20 <= p.\(measure)"
  }

  struct StoredSeries {
    let series: Series
    let file: Int64
    let account, campaign, campaignID, adGroup, ad, adID, level, breakdown, breakdownValue, grain: String
    let resultType, attribution: String
    /// Whose row it is now; of days, whose series.
    let stated: Int64
    /// Of which the file tells; nil for figures without days.
    let days: ClosedRange<Int64>?

    init(_ row: Row) {
      series = Series(entity: row[0], slice: row[1])
      file = row[2]
      account = row[3]
      campaign = row[4]
      campaignID = row[5]
      adGroup = row[6]
      ad = row[7]
      adID = row[8]
      level = row[9]
      breakdown = row[10]
      breakdownValue = row[11]
      grain = row[12]
      resultType = row[13]
      attribution = row[14]
      stated = row[15]
      let first: Int64? = row[16]
      let last: Int64? = row[17]
      days = first.flatMap { first in last.map { first...$0 } }
    }
  }

  private struct Window: Hashable {
    let first: Int64?
    let last: Int64?

    init(_ row: Row) {
      first = row["firstDay"]
      last = row["lastDay"]
    }
  }

  /// What one telling says of one window.
  private struct WindowTelling {
    private(set) var facts: [Int64] = []
    /// Of the newest of its rows' files.
    private(set) var file: Int64 = 0
    private(set) var digest = ""
    private var evidence = Evidence(lastDay: nil, exportedDay: nil)
    private var hasCurrency = false
    private var figures = 0
    private var spendMicros: Int64 = 0

    mutating func add(_ row: Row) {
      facts.append(row["id"])
      let own = Evidence(lastDay: row["fileLastDay"], exportedDay: row["exportedDay"])
      let ownDigest: String = row["digest"]
      if digest.isEmpty || own.ranks(above: evidence) ?? (ownDigest > digest) {
        (evidence, file, digest) = (own, row["sourceFile"], ownDigest)
      }
      hasCurrency = hasCurrency || row["hasCurrency"]
      figures = max(figures, row["figures"])
      spendMicros += row["spendMicros"] ?? 0
    }

    func isPreferred(to other: WindowTelling) -> Bool {
      if hasCurrency != other.hasCurrency { return hasCurrency }
      return evidence.ranks(above: other.evidence)
        ?? ((figures, spendMicros, digest) > (other.figures, other.spendMicros, other.digest))
    }
  }
}

import GRDB
import Vocabulary

/// Stored runs with parameters and metrics; scores, segments and the artefact are asked for on their own.
package enum ModelRuns {
  static let sql = """
    SELECT id, model, version, seed, firstDay, lastDay, rows, dataDigest, asOfDay
    FROM modelRun
    ORDER BY model, asOfDay, id
    """
  static let parametersSQL = "SELECT name, value FROM modelParameter WHERE run = :run ORDER BY name"
  static let metricsSQL = """
    SELECT name, split, value, low, high, n FROM modelMetric WHERE run = :run ORDER BY name, split
    """
  static let pointsSQL = """
    SELECT kind, x, y, low, high, n FROM reliabilityPoint WHERE run = :run ORDER BY position, kind
    """
  static let slicesSQL = """
    SELECT metric, slice, value, low, high, n FROM sliceMetric WHERE run = :run ORDER BY metric, slice
    """
  static let artefactSQL = "SELECT digest, bytes FROM modelArtefact WHERE run = :run"

  /// By model, as-of day and id. Parameters, metrics and slices come by name, points in the order they were given.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [StoredRun] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: sql).map { row in try run(row, in: db) }
    }
  }

  /// The fitted model of a run as bytes with their digest; nil where the run stored none.
  package static func artefact(
    ofRun id: String, from warehouse: Warehouse
  ) throws(WarehouseError) -> StoredRun.Artefact? {
    try warehouse.read { db in
      try Row.fetchOne(db, sql: artefactSQL, arguments: ["run": id]).map {
        StoredRun.Artefact(digest: $0["digest"], bytes: $0["bytes"])
      }
    }
  }

  private static func run(_ row: Row, in db: Database) throws -> StoredRun {
    let id: String = row["id"]
    let seed: Int64 = row["seed"]
    var window: DateWindow?
    if let first = row.day("firstDay"), let last = row.day("lastDay") { window = DateWindow(first: first, last: last) }
    var run = StoredRun(
      id: id, model: row["model"], version: row["version"], seed: UInt64(bitPattern: seed), window: window,
      rows: row["rows"], dataDigest: row["dataDigest"], asOfDay: Day(number: row["asOfDay"]))
    run.parameters = try Row.fetchAll(db, sql: parametersSQL, arguments: ["run": id]).map {
      StoredRun.Parameter(name: $0["name"], value: $0["value"])
    }
    run.metrics = try Row.fetchAll(db, sql: metricsSQL, arguments: ["run": id]).map {
      StoredRun.Metric(
        name: $0["name"], split: $0["split"], value: $0["value"], low: $0["low"], high: $0["high"], n: $0["n"])
    }
    run.points = try Row.fetchAll(db, sql: pointsSQL, arguments: ["run": id]).map {
      StoredRun.Point(kind: $0["kind"], x: $0["x"], y: $0["y"], low: $0["low"], high: $0["high"], n: $0["n"])
    }
    run.slices = try Row.fetchAll(db, sql: slicesSQL, arguments: ["run": id]).map {
      StoredRun.SliceMetric(
        metric: $0["metric"], slice: $0["slice"], value: $0["value"], low: $0["low"], high: $0["high"], n: $0["n"])
    }
    return run
  }
}

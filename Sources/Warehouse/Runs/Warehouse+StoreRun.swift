import GRDB
import Vocabulary

extension Warehouse {
  /// Stores a run with all that belongs to it, in place of an earlier one of the same id, in one transaction.
  package func replaceRun(_ run: StoredRun) throws {
    try change { db in
      let promotions = try String.fetchAll(
        db, sql: "SELECT model FROM modelPromotion WHERE run = ? ORDER BY id", arguments: [run.id])
      try db.execute(sql: "DELETE FROM modelRun WHERE id = ?", arguments: [run.id])
      try Warehouse.insert(run, in: db)
      for model in promotions {
        try db.execute(sql: "INSERT INTO modelPromotion (model, run) VALUES (?, ?)", arguments: [model, run.id])
      }
      try AuditEntry(action: .run, subject: run.id, outcome: run.model, rows: run.rows).write(to: db)
    }
  }

  /// Puts a stored run into use for its model.
  package func promote(run id: String) throws {
    try change { db in
      let sql = "SELECT model FROM modelRun WHERE id = ?"
      guard let model = try String.fetchOne(db, sql: sql, arguments: [id]) else {
        throw WarehouseError.unknownRun(id: id)
      }
      try db.execute(sql: "INSERT INTO modelPromotion (model, run) VALUES (?, ?)", arguments: [model, id])
      try AuditEntry(action: .promote, subject: model, outcome: "promoted \(id)", rows: 0).write(to: db)
    }
  }

  /// Takes back the last promotion of a model; returns the run that is in use then, nil for none.
  package func rollBack(model: String) throws -> String? {
    try change { db in
      try db.execute(
        sql: "DELETE FROM modelPromotion WHERE id = (SELECT MAX(id) FROM modelPromotion WHERE model = ?)",
        arguments: [model])
      let run = try Warehouse.promotedRun(of: model, in: db)
      try AuditEntry(action: .promote, subject: model, outcome: "rolled back to \(run ?? "none")", rows: 0)
        .write(to: db)
      return run
    }
  }

  /// The run in use for a model, nil where none was promoted.
  package func promotedRun(of model: String) throws(WarehouseError) -> String? {
    try read { db in try Warehouse.promotedRun(of: model, in: db) }
  }

  private static func promotedRun(of model: String, in db: Database) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT run FROM modelPromotion WHERE model = ? ORDER BY id DESC LIMIT 1", arguments: [model])
  }

  private static func insert(_ run: StoredRun, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO modelRun (id, model, version, seed, firstDay, lastDay, rows, dataDigest, asOfDay)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        run.id, run.model, run.version, Int64(bitPattern: run.seed), run.window?.first.number,
        run.window?.last.number, run.rows, run.dataDigest, run.asOfDay.number,
      ])
    let parameter = try db.makeStatement(sql: "INSERT INTO modelParameter (run, name, value) VALUES (?, ?, ?)")
    for item in run.parameters { try parameter.execute(arguments: [run.id, item.name, item.value]) }
    let metric = try db.makeStatement(
      sql: "INSERT INTO modelMetric (run, name, split, value, low, high, n) VALUES (?, ?, ?, ?, ?, ?, ?)")
    for item in run.metrics {
      try metric.execute(arguments: [run.id, item.name, item.split, item.value, item.low, item.high, item.n])
    }
    if let artefact = run.artefact {
      try db.execute(
        sql: "INSERT INTO modelArtefact (run, digest, bytes) VALUES (?, ?, ?)",
        arguments: [run.id, artefact.digest, artefact.bytes])
    }
    let score = try db.makeStatement(
      sql: "INSERT INTO customerScore (run, customer, name, asOfDay, scoreMicros) VALUES (?, ?, ?, ?, ?)")
    for item in run.scores {
      try score.execute(arguments: [run.id, item.customerID, item.name, item.asOfDay.number, item.scoreMicros])
    }
    let segment = try db.makeStatement(sql: "INSERT INTO customerSegment (run, customer, segment) VALUES (?, ?, ?)")
    for item in run.segments { try segment.execute(arguments: [run.id, item.customerID, item.segment]) }
    let point = try db.makeStatement(
      sql: "INSERT INTO reliabilityPoint (run, kind, position, x, y, low, high, n) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for (position, item) in run.points.enumerated() {
      try point.execute(arguments: [run.id, item.kind, position, item.x, item.y, item.low, item.high, item.n])
    }
    let slice = try db.makeStatement(
      sql: "INSERT INTO sliceMetric (run, metric, slice, value, low, high, n) VALUES (?, ?, ?, ?, ?, ?, ?)")
    for item in run.slices {
      try slice.execute(arguments: [run.id, item.metric, item.slice, item.value, item.low, item.high, item.n])
    }
  }
}

import Foundation
import Vocabulary
import Warehouse

/// Trained runs in the warehouse: one is promoted for each purpose, and reports are drawn from that one.
package enum RunRegistry {
  private static let heldOutScore = "heldOut.score"
  private static let heldOutLeft = "heldOut.left"
  private static let features = "features"
  private static let model = "model"
  private static let separator = "; "

  package static func store(_ trained: TrainedRun, in warehouse: Warehouse) throws {
    let run = trained.run
    var stored = StoredRun(
      id: run.id, model: run.purpose, version: run.version, seed: run.seed, window: run.window, rows: run.rows,
      dataDigest: run.dataDigest, asOfDay: run.asOf)
    stored.parameters =
      run.hyperparameters.map { StoredRun.Parameter(name: $0.name, value: $0.value) } + [
        StoredRun.Parameter(name: features, value: run.features.joined(separator: separator)),
        StoredRun.Parameter(name: model, value: run.model),
      ]
    stored.metrics = run.metrics.map {
      StoredRun.Metric(
        name: $0.name, split: $0.split, value: $0.value, low: $0.low, high: $0.high, n: $0.sampleSize)
    }
    stored.artefact = StoredRun.Artefact(digest: run.id, bytes: Data(trained.artefact))
    stored.scores = trained.heldOut.flatMap { row in
      [(heldOutScore, row.score), (heldOutLeft, row.left ? 1 : 0)].map { name, value in
        StoredRun.Score(
          customerID: Int64(row.customerID), name: name, asOfDay: row.asOf,
          scoreMicros: Int64((value * Double(Micros.perUnit)).rounded()))
      }
    }
    stored.segments = trained.segments.map {
      StoredRun.Segment(customerID: Int64($0.customerID), segment: String($0.segment))
    }
    try warehouse.replaceRun(stored)
    try warehouse.promote(run: run.id)
  }

  /// The promoted run of that purpose, or nil.
  package static func promoted(_ purpose: String, in warehouse: Warehouse) throws(WarehouseError) -> TrainedRun? {
    guard let id = try warehouse.promotedRun(of: purpose),
      let stored = try ModelRuns.fetch(from: warehouse).first(where: { $0.id == id }),
      let artefact = try ModelRuns.artefact(ofRun: id, from: warehouse)
    else { return nil }
    let scores = Dictionary(grouping: try Scores.fetch(run: id, from: warehouse), by: \.customerID)
    let heldOut = scores.sorted { $0.key < $1.key }.compactMap { customer, rows -> TrainedRun.HeldOutScore? in
      guard let score = rows.first(where: { $0.name == heldOutScore }),
        let left = rows.first(where: { $0.name == heldOutLeft })
      else { return nil }
      return TrainedRun.HeldOutScore(
        customerID: Int(customer), asOf: score.asOfDay, score: Micros.double(score.scoreMicros),
        left: left.scoreMicros > 0)
    }
    let segments = try Segments.fetch(run: id, from: warehouse).compactMap { row in
      Int(row.segment).map { TrainedRun.SegmentMember(customerID: Int(row.customerID), segment: $0) }
    }
    return TrainedRun(
      run: run(stored), artefact: Array(artefact.bytes), heldOut: heldOut, segments: segments)
  }

  /// The record of the run with that id, promoted or not; nil where it is not stored.
  package static func run(_ id: String, in warehouse: Warehouse) throws(WarehouseError) -> ModelRun? {
    try ModelRuns.fetch(from: warehouse).first { $0.id == id }.map(run)
  }

  private static func run(_ stored: StoredRun) -> ModelRun {
    let value = { (name: String) in stored.parameters.first { $0.name == name }?.value ?? "" }
    return ModelRun(
      id: stored.id, purpose: stored.model, model: value(model), version: stored.version, seed: stored.seed,
      asOf: stored.asOfDay, window: stored.window ?? DateWindow(day: stored.asOfDay), rows: stored.rows,
      dataDigest: stored.dataDigest, features: value(features).components(separatedBy: separator),
      hyperparameters: stored.parameters.filter { $0.name != features && $0.name != model }
        .map { ModelRun.Setting($0.name, $0.value) },
      metrics: stored.metrics.map {
        ModelRun.Metric(
          $0.name, split: $0.split, value: $0.value, low: $0.low, high: $0.high, sampleSize: $0.n ?? 0)
      })
  }
}

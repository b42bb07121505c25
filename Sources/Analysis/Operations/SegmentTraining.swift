import Computation
import Modeling
import Vocabulary

/// Groups customers by their habits. One group is an allowed answer. The groups are learned from customers with habits
/// steady enough to show them, and every customer with more than one order is then put where they fit best; those with
/// a single order have no habits yet and are a group of their own.
package struct SegmentTraining: Sendable {
  package static let purpose = "segments"
  package static let fewestCustomers = 100
  package static let largestK = 6
  /// Mean adjusted Rand index between refits below which groups are not the same groups twice ("highly stable" from
  /// 0.85; Hennig 2007).
  package static let leastStability = 0.85
  package static let oneTimeSegment = -1

  package let seed: UInt64
  package let refits: Int
  package let workers: Workers

  package init(seed: UInt64, refits: Int = 20, workers: Workers = .one) {
    self.seed = seed
    self.refits = refits
    self.workers = workers
  }

  package func train(
    _ histories: [PurchaseHistory], asOf: Day, dataDigest: String
  ) throws -> Insight<TrainedRun>.Outcome {
    let known = histories.compactMap { $0.known(by: asOf) }
    let repeaters = known.filter { $0.purchases.count >= SegmentFeatures.fewestOrders }
    let steady = repeaters.indices.filter { repeaters[$0].purchases.count >= SegmentFeatures.fewestOrdersToLearn }
    guard steady.count >= Self.fewestCustomers else {
      return .notEnough([Shortfall(.frequentCustomers, have: steady.count, required: Self.fewestCustomers)])
    }
    let table = try SegmentFeatures.table(repeaters, asOf: asOf)
    let encoder = try TableEncoder().fit(table.selecting(rows: steady))
    let rows = try encoder.transform(table)
    let search = try SegmentSearch(
      rows.selecting(rows: steady), seed: seed, refits: refits, largestK: Self.largestK, workers: workers)
    let model = SegmentModel(encoder: encoder, mixture: search.mixture, centres: search.centres)
    let labels = try search.mixture.predict(rows, on: workers)
    var members = zip(repeaters, labels).map {
      TrainedRun.SegmentMember(customerID: $0.customerID, segment: $1)
    }
    members += known.filter { $0.purchases.count < SegmentFeatures.fewestOrders }.map {
      TrainedRun.SegmentMember(customerID: $0.customerID, segment: Self.oneTimeSegment)
    }
    let first = known.compactMap { $0.purchases.first?.day }.min() ?? asOf
    var run = ModelRun(
      id: "", purpose: Self.purpose, model: GaussianMixture.Fitted.name, version: String(SegmentModel.version),
      seed: seed, asOf: asOf, window: DateWindow(day: first).union(DateWindow(day: asOf)), rows: steady.count,
      dataDigest: dataDigest, features: table.features.map(\.name),
      hyperparameters: [
        ModelRun.Setting("covariance", search.mixture.covariance.rawValue),
        ModelRun.Setting("k", String(search.mixture.weights.count)), ModelRun.Setting("refits", String(refits)),
        ModelRun.Setting("largestK", String(Self.largestK)),
      ],
      metrics: search.candidates)
    run.id = run.digest
    return .found(
      TrainedRun(run: run, artefact: try ModelArchive.bytes(of: model), heldOut: [], segments: members))
  }
}

import Computation
import Modeling
import Testing

@Suite("Pipeline")
struct PipelineTests {
  let spend = Feature("spend", unit: .money)
  let city = Feature("city", unit: .category, missing: .ownLevel)

  func table(_ spend: [Double?], _ cities: [String?]) throws -> FeatureTable {
    var table = FeatureTable(rowCount: spend.count)
    try table.append(self.spend, .numeric(spend))
    try table.append(city, .categorical(cities))
    return table
  }

  /// Twenty training rows and ten others, which may be anything.
  func whole(others: (Double?, String?)) throws -> FeatureTable {
    let spends = (0..<20).map { $0 % 6 == 0 ? nil : Double($0 * $0) }
    let cities = (0..<20).map { $0 % 7 == 0 ? nil : ["Bonn", "Köln", "Ulm"][$0 % 3] }
    return try table(
      spends + [Double?](repeating: others.0, count: 10), cities + [String?](repeating: others.1, count: 10))
  }

  var steps:
    Pipeline<
      Pipeline<
        Pipeline<Pipeline<Pipeline<OutlierBounds, NeighbourImputer>, RareLevels>, TargetEncoder>, TableEncoder
      >, YeoJohnson
    >
  {
    OutlierBounds(.quartiles(1.5)).then(NeighbourImputer(neighbours: 2)).then(RareLevels(minimumRows: 2))
      .then(TargetEncoder()).then(TableEncoder()).then(YeoJohnson())
  }

  @Test("changing every value outside the training rows changes no fitted parameter")
  func poison() throws {
    let outcomes = (0..<30).map { Double($0 % 2) }
    let poisonedOutcomes = outcomes.enumerated().map { $0 < 20 ? $1 : -1e9 }
    let rows = Array(0..<20)
    let clean = try steps.fit(try whole(others: (4, "Bonn")), outcomes: outcomes, training: rows)
    for poison in [(1e9, "Atlantis"), (-1e9, nil), (nil, "Ulm")] as [(Double?, String?)] {
      let fitted = try steps.fit(try whole(others: poison), outcomes: poisonedOutcomes, training: rows)
      #expect(try ModelArchive.bytes(of: fitted) == ModelArchive.bytes(of: clean))
    }
    // The training rows do change it.
    let other = try steps.fit(try whole(others: (4, "Bonn")), outcomes: outcomes, training: Array(1..<20))
    #expect(try ModelArchive.bytes(of: other) != ModelArchive.bytes(of: clean))
  }

  @Test("is stored and read back, and not as a pipeline of others")
  func stored() throws {
    let training = try whole(others: (4, "Bonn"))
    let fitted = try steps.fit(training, outcomes: (0..<30).map { Double($0 % 2) })
    let bytes = try ModelArchive.bytes(of: fitted)
    let read = try ModelArchive.read(type(of: fitted), from: bytes)
    #expect(read == fitted)
    #expect(try read.transform(training) == (try fitted.transform(training)))
    #expect(throws: FitProblem.self) {
      try ModelArchive.read(Pipeline<Standardiser, YeoJohnson>.Fitted.self, from: bytes)
    }
    #expect(
      Pipeline<Standardiser, YeoJohnson>.Fitted.name == "Pipeline(Standardiser 1, YeoJohnson 1)")
  }

  @Test("what follows learns from the cross-fitted encodings, not from the outcomes themselves")
  func crossFitted() throws {
    // Every row has a city of its own: in sample its encoding would be its outcome, with deviation 0.5.
    let cities = try SmallTable.levels((0..<20).map { "city \($0)" })
    let outcomes = (0..<20).map { Double($0 % 2) }
    let fitted = try TargetEncoder().then(TableEncoder()).fit(cities, outcomes: outcomes)
    #expect(fitted.second.standardiser?.means == [0.5])
    #expect((fitted.second.standardiser?.deviations ?? []).allSatisfy { $0 == 1 || $0 < 1e-12 })
  }

  @Test("goes back through each step")
  func inverse() throws {
    let rows = Matrix([[1, 20], [2, 25], [4, 90], [9, 31]])
    let fitted = try Standardiser().then(YeoJohnson()).then(PolynomialFeatures()).fit(rows)
    let back = try fitted.inverse(try fitted.transform(rows))
    #expect(zip(back.values, rows.values).allSatisfy { abs($0 - $1) <= 1e-12 * abs($1) })
  }
}

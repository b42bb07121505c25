import Computation
import Testing

@testable import Modeling

/// What every way to divide conversions promises. A new one is one line in `cases`.
@Suite("Every attribution")
struct AttributionContract {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Stored bytes, those of the model read back, and the credits.
    let run: @Sendable (Journeys, Workers) throws -> (bytes: [UInt8], again: [UInt8], credits: ChannelCredits)
  }

  static let cases: [Case] = [
    rule(.first), rule(.last), rule(.lastNonDirect(direct: ["c1"])), rule(.linear), rule(.position), rule(.timeDecay),
    markov(1), markov(2), markov(3), markov(4),
    shapley(.conversions), shapley(.rate),
  ]

  static func rule(_ rule: TouchRule) -> Case {
    stored(rule.name) { journeys, _ in
      try rule.credits(of: journeys)
    } credits: {
      $0
    }
  }

  static func markov(_ order: Int) -> Case {
    stored("markov \(order)") {
      try MarkovAttribution(order: order).fit($0, on: $1)
    } credits: {
      $0.credits
    }
  }

  static func shapley(_ game: ShapleyAttribution.Game) -> Case {
    stored("shapley \(game)") { journeys, workers in
      try ShapleyAttribution(game: game, permutations: 200).credits(
        of: journeys, using: SeededGenerator(seed: 1), on: workers)
    } credits: {
      $0
    }
  }

  static func stored<Model: FittedModel>(
    _ name: String, fit: @escaping @Sendable (Journeys, Workers) throws -> Model,
    credits: @escaping @Sendable (Model) -> ChannelCredits
  ) -> Case {
    Case(testDescription: name) { journeys, workers in
      let model = try fit(journeys, workers)
      let bytes = try ModelArchive.bytes(of: model)
      let read = try ModelArchive.read(Model.self, from: bytes)
      #expect(read == model)
      return (bytes, try ModelArchive.bytes(of: read), credits(model))
    }
  }

  private static let rows: [(String, Double, Double, Double)] = {
    var generator = SeededGenerator(seed: 8)
    return (0..<500).map { _ in
      let path = (0...generator.integer(below: 8)).map { _ in "c\(generator.integer(below: 14))" }
      return (path.joined(separator: ">"), Double(generator.integer(below: 3)), generator.uniform(), 2.5)
    }
  }()

  @Test("gives the same bytes on one worker or two, and whatever the order of rows", arguments: cases)
  func reproducible(item: Case) throws {
    let journeys = try Journeys(rows: Self.rows)
    let once = try item.run(journeys, .one)
    #expect(once.again == once.bytes)
    #expect(try item.run(journeys, Workers(count: 2)).bytes == once.bytes)
    var generator = SeededGenerator(seed: 9)
    let shuffled = generator.permutation(Self.rows.count).map { Self.rows[$0] }
    #expect(try item.run(try Journeys(rows: shuffled), .one).bytes == once.bytes)
  }

  @Test("divides the conversions there were, and nothing else", arguments: cases)
  func addsUp(item: Case) throws {
    let journeys = try Journeys(rows: Self.rows)
    let credits = try item.run(journeys, .one).credits
    #expect(credits.conversions.reduce(0, +) == journeys.totalConversions)
    #expect(credits.values.reduce(0, +) == journeys.totalValue)
    #expect(credits.conversions.allSatisfy { $0.isFinite })
    #expect(credits.channels == journeys.channels)
    let one = try item.run(try Journeys(rows: [("c1", 2, 7, 0)]), .one).credits
    #expect(one.conversions == [2])
    #expect(one.values == [7])
  }
}

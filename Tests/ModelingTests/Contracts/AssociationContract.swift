import Computation
import Testing

@testable import Modeling

/// What models of items promise.
@Suite("Every model of items")
struct AssociationContract {
  private static let pairs: [(user: Int, item: Int)] = {
    var generator = SeededGenerator(seed: 8)
    return (0..<3_000).map { _ in (generator.integer(below: 300), generator.integer(below: 80)) }
  }()
  private static let names = (0..<300).map { "n\($0)" }

  private func association(_ pairs: [(user: Int, item: Int)], _ workers: Workers) throws -> ItemAssociation.Fitted {
    var baskets = [[Int]](repeating: [], count: 300)
    for pair in pairs { baskets[pair.user].append(pair.item) }
    return try ItemAssociation(minimumSupport: 0.01).fit(Baskets(items: Self.names, baskets: baskets), on: workers)
  }

  private func factors(_ pairs: [(user: Int, item: Int)], _ workers: Workers) throws -> ImplicitFactorisation.Fitted {
    let interactions = try Interactions(
      users: Self.names, items: Self.names, entries: pairs.map { .init(user: $0.user, item: $0.item, count: 0.7) })
    return try ImplicitFactorisation(factors: 8, maximumSteps: 5).fit(
      interactions, using: SeededGenerator(seed: 5), on: workers)
  }

  @Test("same bytes on one worker or two and in any order of rows; read back it answers with the same bits")
  func promises() throws {
    var generator = SeededGenerator(seed: 9)
    let shuffled = generator.permutation(Self.pairs.count).map { Self.pairs[$0] }
    let rules = try association(Self.pairs, .one)
    let bytes = try ModelArchive.bytes(of: rules)
    #expect(try ModelArchive.bytes(of: association(shuffled, Workers(count: 2))) == bytes)
    #expect(try ModelArchive.read(ItemAssociation.Fitted.self, from: bytes).rules() == rules.rules())
    #expect(rules.pairCount > 100)

    let fitted = try factors(Self.pairs, .one)
    let stored = try ModelArchive.bytes(of: fitted)
    #expect(try ModelArchive.bytes(of: factors(shuffled, Workers(count: 2))) == stored)
    let read = try ModelArchive.read(ImplicitFactorisation.Fitted.self, from: stored)
    for user in fitted.users { #expect(read.scores(of: user) == fitted.scores(of: user)) }
  }
}

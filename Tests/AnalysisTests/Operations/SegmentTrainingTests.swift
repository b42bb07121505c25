import Computation
import Testing
import Vocabulary

@testable import Analysis

struct SegmentTrainingTests {
  /// Two kinds of customer far apart: 10 a week apart, 15 pounds each; 60 days apart, 150 pounds each.
  private func histories(_ count: Int) -> [PurchaseHistory] {
    var generator = SeededGenerator(seed: 5)
    return (0..<count).map { id in
      let frequent = id % 2 == 0
      let purchases = (0..<8).map { index in
        let noise = Int64(generator.uniform() * 8)
        let day = monday + index * (frequent ? 7 : 45) + Int(generator.uniform() * 5)
        return purchase(day, (frequent ? 15 : 150) + noise, discounted: generator.uniform() < 0.3)
      }
      return customer(id, purchases)
    }
  }

  @Test func twoKindsAreFound() throws {
    let outcome = try SegmentTraining(seed: 1, refits: 3).train(
      histories(240), asOf: monday + 400, dataDigest: "d")
    guard case .found(let run) = outcome else { return #expect(Bool(false)) }
    let byParity = Dictionary(grouping: run.segments) { $0.customerID % 2 }
    let even = Set((byParity[0] ?? []).map(\.segment))
    let odd = Set((byParity[1] ?? []).map(\.segment))
    #expect(even.isDisjoint(with: odd))
    #expect(run.segments.count == 240)
  }

  /// A group's profile tells of products only where lines of orders are known.
  @Test(arguments: [true, false])
  func profilesTellOfProductsWhereLinesAreKnown(told: Bool) throws {
    var customers = histories(240)
    if !told {
      for customer in customers.indices {
        for index in customers[customer].purchases.indices { customers[customer].purchases[index].products = nil }
      }
    }
    let trained = try SegmentTraining(seed: 1, refits: 3).train(customers, asOf: monday + 400, dataDigest: "d")
    let found = try #require(
      SegmentationAnalysis.segmentation(of: ledger(customers, asOf: monday + 400), trained: trained).finding)
    let expected = Segmentation.SegmentFeature.allCases.filter { told || $0 != .products }
    #expect(found.segments.count > 1 && found.segments.allSatisfy { $0.profile.map(\.feature) == expected })
  }

  @Test func tooFewRepeatCustomersAreRefusedByNumber() throws {
    let outcome = try SegmentTraining(seed: 1).train(histories(60), asOf: monday + 400, dataDigest: "d")
    guard case .notEnough(let shortfalls) = outcome else { return #expect(Bool(false)) }
    #expect(shortfalls == [Shortfall(.frequentCustomers, have: 60, required: 100)])
  }
}

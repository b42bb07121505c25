import Computation
import Testing
import Vocabulary

@testable import Analysis

struct ChurnTrainingTests {
  private let asOf = monday + 600

  /// Customers who buy every 20 days until their last day and then never again.
  private var histories: [PurchaseHistory] {
    var generator = SeededGenerator(seed: 3)
    return (0..<800).map { id in
      let start = monday + Int(generator.uniform() * 400)
      let life = Int(generator.uniform() * 500) + 20
      var days: [Day] = []
      var day = start
      while day - start < life && day <= asOf {
        days.append(day)
        day = day + 5 + Int(generator.uniform() * 60)
      }
      return customer(id, days.map { purchase($0, 20) })
    }
  }

  private func trained(_ histories: [PurchaseHistory]) throws -> TrainedRun {
    let outcome = try ChurnTraining(horizonDays: 60, seed: 1, replicates: 50)
      .train(histories, asOf: asOf, dataDigest: "d")
    guard case .found(let run) = outcome else {
      throw Missing()
    }
    return run
  }

  private struct Missing: Error {}

  @Test func testDayComesAfterEveryTrainingDaysOutcome() {
    let training = ChurnTraining(horizonDays: 60, seed: 1)
    let days = training.trainingDays(asOf: asOf, first: monday)
    #expect(days == [asOf - 120, asOf - 165, asOf - 210, asOf - 255, asOf - 300, asOf - 345])
    #expect(days.allSatisfy { $0 + 60 <= asOf - 60 })
    #expect(training.trainingDays(asOf: monday + 200, first: monday) == [monday + 80])
  }

  /// Scores on the test day do not move when what happened after it is poisoned.
  @Test func whatHappensAfterTheTestDayReachesNoScore() throws {
    let plain = try trained(histories)
    let poisoned = histories.map { history in
      var changed = history
      changed.purchases = history.purchases.map {
        $0.day > asOf - 60 ? purchase($0.day, 99_999, discounted: true, products: 50) : $0
      }
      return changed
    }
    #expect(try trained(poisoned).heldOut.map(\.score) == plain.heldOut.map(\.score))
  }

  @Test func sameSeedSameRun() throws {
    #expect(try trained(histories) == trained(histories))
  }

  @Test func recencyOfSuchCustomersTellsWhoLeft() throws {
    let run = try trained(histories).run
    let area = try #require(run.metric(ChurnTraining.metricName("LogisticRegression", "auc")))
    // A silence beyond 65 days cannot be anything but having left here.
    #expect(area.value > 0.8 && area.value <= 1)
    #expect((area.low ?? 1) < area.value && area.value < (area.high ?? 0))
  }

  /// Without a line of any order there are no products to learn from; where only some have lines, there are.
  @Test(arguments: [0, 2])
  func productsAreLearnedFromWhereLinesAreKnown(every: Int) throws {
    let untold = histories.map { history in
      var changed = history
      for index in history.purchases.indices where every == 0 || history.customerID % every == 0 {
        changed.purchases[index].products = nil
      }
      return changed
    }
    let run = try trained(untold).run
    let name = ChurnFeatures.products.name
    #expect(run.features.contains(name) == (every > 0))
    #expect((run.metric(ChurnTraining.driverPrefix + name) == nil) == (every == 0))
  }

  @Test func tooFewCustomersAreRefusedByNumber() throws {
    let outcome = try ChurnTraining(horizonDays: 60, seed: 1)
      .train(Array(histories.prefix(20)), asOf: asOf, dataDigest: "d")
    guard case .notEnough(let shortfalls) = outcome else { return #expect(Bool(false)) }
    #expect(shortfalls.first?.need == .customers)
    #expect(shortfalls.first?.required == 200)
  }
}

import Computation
import Testing
import Vocabulary

@testable import Analysis

struct ChurnFeaturesTests {
  private let history = customer(1, [purchase(monday, 10), purchase(monday + 30, 20, discounted: true, products: 3)])

  @Test func aLaterOrderDoesNotChangeWhatWasKnown() throws {
    var later = history
    later.purchases.append(purchase(monday + 50, 900))
    let day = monday + 40
    let before = try ChurnFeatures.table([CustomerOnDay(history: history, day: day)], horizon: 60)
    let after = try ChurnFeatures.table([CustomerOnDay(history: later, day: day)], horizon: 60)
    #expect(before == after)
  }

  @Test func figuresAreThoseOfTheDay() throws {
    let table = try ChurnFeatures.table([CustomerOnDay(history: history, day: monday + 40)], horizon: 60)
    func value(_ feature: Feature) -> Double? {
      if case .numeric(let values) = table[feature] { values.first ?? nil } else { nil }
    }
    #expect(abs((value(ChurnFeatures.daysSinceOrder) ?? 0) - 2.397_895_272_798_370_7) < 1e-12)  // ln 11
    #expect(abs((value(ChurnFeatures.orderValue) ?? 0) - 2.772_588_722_239_781) < 1e-12)  // ln 16
    #expect(value(ChurnFeatures.discountShare) == 0.5)
    #expect(abs((value(ChurnFeatures.products) ?? 0) - 1.098_612_288_668_109_8) < 1e-12)  // ln 3
    // Ten days of silence after 30 days with two orders: 3 ln(1 + 10 / 150); sixty more: ln(3 ln(1 + 60 / 160)).
    #expect(abs((value(ChurnFeatures.surprise) ?? 0) - 0.1936155634127135) < 1e-12)
    #expect(abs((value(ChurnFeatures.ahead) ?? 0) + 0.04566579706808626) < 1e-12)
  }

  /// Three products in the order whose lines are known; nobody knows how many in the others.
  @Test func ordersWithoutLinesCountInNoAverage() throws {
    let mixed = customer(1, [purchase(monday, 10, products: 3), purchase(monday + 30, 20, products: nil)])
    let plain = customer(2, [purchase(monday, 10, products: nil)])
    func table(_ histories: [PurchaseHistory]) throws -> FeatureTable {
      try ChurnFeatures.table(histories.map { CustomerOnDay(history: $0, day: monday + 40) }, horizon: 60)
    }
    let both = try table([mixed, plain])
    guard case .numeric(let values) = both[ChurnFeatures.products] else { return #expect(Bool(false)) }
    #expect(abs((values[0] ?? 0) - 1.3862943611198906) < 1e-12 && values[1] == nil)  // ln(1 + 3)
    #expect(ChurnFeatures.told(by: both) == ChurnFeatures.scored)
    #expect(try ChurnFeatures.told(by: table([plain])) == ChurnFeatures.scored.filter { $0 != ChurnFeatures.products })
  }
}

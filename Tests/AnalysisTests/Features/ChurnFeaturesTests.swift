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
    let before = try ChurnFeatures.table([CustomerOnDay(history: history, day: day)])
    let after = try ChurnFeatures.table([CustomerOnDay(history: later, day: day)])
    #expect(before == after)
  }

  @Test func figuresAreThoseOfTheDay() throws {
    let table = try ChurnFeatures.table([CustomerOnDay(history: history, day: monday + 40)])
    func value(_ feature: Feature) -> Double? {
      if case .numeric(let values) = table[feature] { values.first ?? nil } else { nil }
    }
    #expect(abs((value(ChurnFeatures.daysSinceOrder) ?? 0) - 2.397_895_272_798_370_7) < 1e-12)  // ln 11
    #expect(abs((value(ChurnFeatures.orders) ?? 0) - 0.693_147_180_559_945_3) < 1e-12)  // ln 2
    #expect(abs((value(ChurnFeatures.orderValue) ?? 0) - 2.772_588_722_239_781) < 1e-12)  // ln 16
    #expect(value(ChurnFeatures.discountShare) == 0.5)
    #expect(abs((value(ChurnFeatures.products) ?? 0) - 1.098_612_288_668_109_8) < 1e-12)  // ln 3
    // Rhythm (30 + 90) / 2 = 60 days: ln(17 / 67).
    #expect(abs((value(ChurnFeatures.silence) ?? 0) + 1.371_479_275_3) < 1e-9)
  }
}

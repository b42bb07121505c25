import Computation
import Testing
import Vocabulary

@testable import Analysis

struct SegmentFeaturesTests {
  /// Four orders within 73 days (a fifth of a year to 0.02 %), one of them at a discount: 8 pieces of 200 pounds at list
  /// prices, of which 150 were paid; 6 products.
  private let history = customer(
    1,
    [0, 10, 20, 73].enumerated().map { index, offset in
      PurchaseHistory.Purchase(
        day: monday + offset, netMicros: (index == 0 ? 30 : 40) * Micros.perUnit, isDiscounted: index == 0,
        products: index < 2 ? 2 : 1, units: 2, listMicros: 50 * Micros.perUnit)
    })

  private func value(_ feature: Feature, _ histories: [PurchaseHistory]) throws -> Double? {
    let table = try SegmentFeatures.table(histories, asOf: monday + 400)
    return if case .numeric(let values) = table[feature] { values.first ?? nil } else { nil }
  }

  @Test func figuresAreThoseOfAHandCalculation() throws {
    func check(_ feature: Feature, _ expected: Double, within tolerance: Double = 1e-12) throws {
      let found = try #require(try value(feature, [history]))
      #expect(abs(found - expected) < tolerance, "\(feature.name)")
    }
    try check(SegmentFeatures.itemPrice, 3.258096538021482)  // ln(1 + 200 / 8)
    try check(SegmentFeatures.pace, 2.302_585_092_994_046, within: 4e-4)  // ln(4.5 / (73 / 365.25 + 0.25)) ≈ ln 10
    try check(SegmentFeatures.discountShare, -0.693_147_180_559_945_3)  // ln(2 / 4)
    try check(SegmentFeatures.products, 0.45953232937844013)  // ln((6 + 2 · 6 / 4 + 0.5) / 6)
  }

  @Test func whatWasPaidDoesNotMoveThePriceOfAnItem() throws {
    var cheaper = history
    for index in cheaper.purchases.indices { cheaper.purchases[index].netMicros /= 2 }
    #expect(
      try value(SegmentFeatures.itemPrice, [cheaper]) == value(SegmentFeatures.itemPrice, [history]))
  }

  @Test func withoutListPricesTheNetValueStandsIn() throws {
    let plain = customer(1, [purchase(monday, 30, products: 2), purchase(monday + 9, 10)])
    let found = try #require(try value(SegmentFeatures.itemPrice, [plain]))
    #expect(abs(found - 2.662587827025453) < 1e-12)  // ln(1 + 40 / 3)
  }

  /// Of orders without lines nobody knows what was in them: their value, (10 + 30) / 2, stands alone.
  @Test func withoutLinesThereAreNoProducts() throws {
    let plain = customer(1, [purchase(monday, 10, products: nil), purchase(monday + 9, 30, products: nil)])
    let table = try SegmentFeatures.table([plain], asOf: monday + 400)
    #expect(
      table.features == [SegmentFeatures.orderValue, SegmentFeatures.pace, SegmentFeatures.discountShare])
    let found = try #require(try value(SegmentFeatures.orderValue, [plain]))
    #expect(abs(found - 3.044522437723423) < 1e-12)  // ln(1 + 20)
  }

  /// One order of two pieces for 50 in all and one without lines for 500: the second is in no average. Who has no order
  /// with lines is taken for the average of the others.
  @Test func ordersWithoutLinesCountInNoAverage() throws {
    let told = PurchaseHistory.Purchase(
      day: monday, netMicros: 40 * Micros.perUnit, isDiscounted: false, products: 2, units: 2,
      listMicros: 50 * Micros.perUnit)
    let mixed = customer(1, [told, purchase(monday + 9, 500, products: nil)])
    let plain = customer(2, [purchase(monday, 500, products: nil), purchase(monday + 9, 500, products: nil)])
    let table = try SegmentFeatures.table([mixed, plain], asOf: monday + 400)
    guard case .numeric(let prices) = table[SegmentFeatures.itemPrice],
      case .numeric(let products) = table[SegmentFeatures.products]
    else { return #expect(Bool(false)) }
    #expect(prices.allSatisfy { abs(($0 ?? 0) - 3.258096538021482) < 1e-12 })  // ln(1 + 50 / 2)
    #expect(abs((products[0] ?? 0) - 0.7731898882334817) < 1e-12)  // ln((2 + 2 · 2 + 0.5) / 3)
    #expect(abs((products[1] ?? 0) - 0.8109302162163288) < 1e-12)  // ln((0 + 2 · 2 + 0.5) / 2)
  }
}

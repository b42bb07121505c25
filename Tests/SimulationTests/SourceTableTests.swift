import Testing

@testable import Simulation

@Suite struct SourceTableTests {
  @Test func chancesAddUpToOne() {
    for source in ArrivalSource.all {
      #expect(abs(source.recording.reduce(0, +) - 1) < 1e-12, "\(source.channel)")
      #expect(abs(source.segmentMix.reduce(0, +) - 1) < 1e-12)
    }
    let unpaid = ArrivalSource.all.map(\.unpaidShare).reduce(0, +)
    #expect(abs(unpaid - 1) < 1e-12)
    for segment in Segment.all {
      #expect(abs(segment.lineChances.reduce(0, +) - 1) < 1e-12)
      #expect(abs(segment.favourites.reduce(0, +) - 1) < 1e-12)
    }
    #expect(abs(Segment.all.map(\.share).reduce(0, +) - 1) < 1e-12)
  }

  @Test func catalogueHasSixCategoriesOfTen() {
    let catalogue = Catalogue.fernhill
    #expect(catalogue.categories.count == 6)
    #expect(catalogue.products.count == 60)
    #expect(Set(catalogue.products.map(\.sku)).count == 60)
  }

  @Test func tiltZeroWeighsByPopularityAlone() {
    // Popularities 1/3 … 1/12: the expected price is their weighted mean.
    let catalogue = Catalogue.fernhill
    let shelf = catalogue.products[catalogue.categories[0].products]
    var value = 0.0
    var weight = 0.0
    for (rank, product) in shelf.enumerated() {
      value += Double(product.pricePounds) / Double(rank + 3)
      weight += 1 / Double(rank + 3)
    }
    #expect(abs(catalogue.expectedPrice(category: 0, tilt: 0) - value / weight) < 1e-9)
    #expect(catalogue.expectedPrice(category: 0, tilt: 1) > catalogue.expectedPrice(category: 0, tilt: 0))
  }
}

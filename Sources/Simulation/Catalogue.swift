import Computation

/// One thing the shop sells. Prices are whole pounds, so that every discount of 5 % steps is an exact amount of pence.
struct Product: Sendable {
  let name: String
  let sku: String
  let category: Int
  let pricePounds: Int
  /// Relative popularity inside its category.
  let popularity: Double
}

/// A shelf of the shop.
struct Category: Sendable {
  let name: String
  /// Share of lines that are bought without a favourite in mind.
  let share: Double
  /// How easily a line is sent back, relative to a customer's own inclination; at most 1.
  let returnFactor: Double
  /// The chance of buying two of the same.
  let pairChance: Double
  let products: Range<Int>
  let meanPricePounds: Double
}

/// What the shop sells.
struct Catalogue: Sendable {
  let categories: [Category]
  let products: [Product]

  static let fernhill = Catalogue()

  private init() {
    var categories: [Category] = []
    var products: [Product] = []
    for (index, shelf) in Catalogue.shelves.enumerated() {
      let first = products.count
      for (rank, item) in shelf.items.enumerated() {
        let number = String(100 + rank * 7)
        products.append(
          Product(
            name: item.0, sku: "FH-\(shelf.code)-\(number)", category: index, pricePounds: item.1,
            popularity: 1 / Double(rank + 3)))
      }
      var sum = 0
      for item in shelf.items { sum += item.1 }
      categories.append(
        Category(
          name: shelf.name, share: shelf.share, returnFactor: shelf.returnFactor, pairChance: shelf.pairChance,
          products: first..<products.count, meanPricePounds: Double(sum) / Double(shelf.items.count)))
    }
    self.categories = categories
    self.products = products
  }

  /// How the products of a category are weighed by a customer of the given price tilt.
  func weights(category: Int, tilt: Double) -> [Double] {
    let shelf = categories[category]
    return shelf.products.map { index in
      let product = products[index]
      return product.popularity * Exponential.power(Double(product.pricePounds) / shelf.meanPricePounds, tilt)
    }
  }

  /// The expected price in pounds of one line's product from a category, at a price tilt.
  func expectedPrice(category: Int, tilt: Double) -> Double {
    var total = 0.0
    var value = 0.0
    let shelf = categories[category]
    for (weight, index) in zip(weights(category: category, tilt: tilt), shelf.products) {
      total += weight
      value += weight * Double(products[index].pricePounds)
    }
    return value / total
  }
}

extension Catalogue {
  private struct Shelf {
    let name: String
    let code: String
    let share: Double
    let returnFactor: Double
    let pairChance: Double
    let items: [(String, Int)]
  }

  private static let shelves = [
    Shelf(
      name: "Jackets", code: "JK", share: 0.05, returnFactor: 0.9, pairChance: 0,
      items: [
        ("Ridgeway Windshirt", 48), ("Harrow Rain Jacket", 71), ("Tarn Softshell", 76), ("Combe Packable Jacket", 53),
        ("Stanage Down Jacket", 123), ("Alder Waxed Jacket", 137), ("Fellside Waterproof", 103),
        ("Quarry Insulated Parka", 157), ("Beacon Mountain Shell", 189), ("Larch Gilet", 60),
      ]),
    Shelf(
      name: "Fleeces", code: "FL", share: 0.20, returnFactor: 0.7, pairChance: 0,
      items: [
        ("Moor Half-Zip Fleece", 32), ("Bracken Fleece", 37), ("Heath Hooded Fleece", 45), ("Dale Micro Fleece", 23),
        ("Copse Sherpa Fleece", 51), ("Wold Lambswool Jumper", 61), ("Gorse Grid Fleece", 48),
        ("Knoll Merino Cardigan", 71), ("Brook Fleece Vest", 28), ("Thwaite Cable Jumper", 80),
      ]),
    Shelf(
      name: "Trousers", code: "TR", share: 0.18, returnFactor: 0.9, pairChance: 0,
      items: [
        ("Drift Walking Trousers", 40), ("Scree Convertible Trousers", 46), ("Marsh Overtrousers", 35),
        ("Pike Softshell Trousers", 61), ("Hollow Corduroys", 51), ("Ghyll Shorts", 27), ("Cairn Winter Trousers", 68),
        ("Burn Trail Shorts", 30), ("Edge Climbing Trousers", 56), ("Vale Leggings", 33),
      ]),
    Shelf(
      name: "Footwear", code: "FW", share: 0.06, returnFactor: 1, pairChance: 0,
      items: [
        ("Trod Trail Shoe", 65), ("Causey Walking Boot", 93), ("Ford Wellington", 43), ("Pass Approach Shoe", 73),
        ("Ling Sandal", 38), ("Crag Leather Boot", 131), ("Helm Winter Boot", 113), ("Rill Water Shoe", 32),
        ("Summit Mountain Boot", 163), ("Lane Chukka", 78),
      ]),
    Shelf(
      name: "Base layers", code: "BL", share: 0.26, returnFactor: 0.4, pairChance: 0.18,
      items: [
        ("Spring Tee", 15), ("Merino Tee", 32), ("Long-Sleeve Merino", 40), ("Thermal Leggings", 27),
        ("Bamboo Vest", 18), ("Merino Briefs", 17), ("Winter Base Layer Set", 53), ("Sun Shirt", 35),
        ("Running Tee", 20), ("Roll-Neck Base Layer", 37),
      ]),
    Shelf(
      name: "Accessories", code: "AC", share: 0.25, returnFactor: 0.3, pairChance: 0.22,
      items: [
        ("Walking Socks", 10), ("Wool Beanie", 15), ("Merino Gaiter", 17), ("Liner Gloves", 13), ("Dry Bag 10 L", 12),
        ("Waterproof Gloves", 30), ("Day Pack 22 L", 48), ("Trekking Poles", 40), ("Steel Flask", 20),
        ("Sun Hat", 18),
      ]),
  ]
}

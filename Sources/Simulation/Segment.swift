/// A group of customers with common habits. Each customer draws their own values around these, so groups overlap.
///
/// Rates are per week. Gamma distributions are given by mean and shape, betas by mean and concentration (the sum of
/// their two shapes).
package struct Segment: Sendable {
  package let name: String
  /// Share among people who come unprompted, before a source's own leaning.
  let share: Double
  package let orderRateMean: Double
  let orderRateShape: Double
  package let hazardMean: Double
  /// Neither 1 nor 2: the expected-value formulas divide by (shape − 1)(shape − 2).
  let hazardShape: Double
  /// Products are chosen in proportion to (price ÷ category's mean price) to this power.
  let priceTiltMean: Double
  let priceTiltDeviation: Double
  /// Chances of 1, 2, 3, 4 lines in an order.
  let lineChances: [Double]
  let discountMean: Double
  let discountConcentration: Double
  /// Chance that a line comes from any category, not from the customer's favourite one.
  let breadth: Double
  /// How likely each category is the favourite, in the catalogue's order.
  let favourites: [Double]
  let returnMean: Double
  let returnConcentration: Double
  let guestChance: Double

  var meanLines: Double {
    var sum = 0.0
    for (index, chance) in lineChances.enumerated() { sum += Double(index + 1) * chance }
    return sum
  }

  package static let all = [
    Segment(
      name: "Regulars", share: 0.24, orderRateMean: 0.21, orderRateShape: 4.5, hazardMean: 0.022, hazardShape: 6,
      priceTiltMean: 0.1, priceTiltDeviation: 0.5, lineChances: [0.42, 0.34, 0.17, 0.07], discountMean: 0.12,
      discountConcentration: 14, breadth: 0.85, favourites: [0.10, 0.24, 0.18, 0.08, 0.22, 0.18], returnMean: 0.07,
      returnConcentration: 20, guestChance: 0.06),
    Segment(
      name: "Bargain hunters", share: 0.30, orderRateMean: 0.156, orderRateShape: 3.5, hazardMean: 0.042,
      hazardShape: 6, priceTiltMean: -1.0, priceTiltDeviation: 0.5, lineChances: [0.50, 0.30, 0.14, 0.06],
      discountMean: 0.82, discountConcentration: 14, breadth: 0.45, favourites: [0.03, 0.18, 0.14, 0.03, 0.32, 0.30],
      returnMean: 0.08, returnConcentration: 18, guestChance: 0.15),
    Segment(
      name: "Enthusiasts", share: 0.14, orderRateMean: 0.096, orderRateShape: 3.5, hazardMean: 0.029,
      hazardShape: 6, priceTiltMean: 1.3, priceTiltDeviation: 0.6, lineChances: [0.72, 0.20, 0.06, 0.02],
      discountMean: 0.07, discountConcentration: 14, breadth: 0.15, favourites: [0.52, 0.04, 0.06, 0.36, 0.01, 0.01],
      returnMean: 0.12, returnConcentration: 14, guestChance: 0.09),
    Segment(
      name: "Occasional buyers", share: 0.32, orderRateMean: 0.054, orderRateShape: 3.0, hazardMean: 0.040,
      hazardShape: 6, priceTiltMean: -0.1, priceTiltDeviation: 0.5, lineChances: [0.80, 0.15, 0.04, 0.01],
      discountMean: 0.12, discountConcentration: 14, breadth: 0.20, favourites: [0.04, 0.25, 0.16, 0.07, 0.26, 0.22],
      returnMean: 0.08, returnConcentration: 18, guestChance: 0.25),
  ]
}

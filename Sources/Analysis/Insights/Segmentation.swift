import Vocabulary

/// The groups of customers that the chosen model finds, and how sure it is of them.
package struct Segmentation: Sendable {
  package var asOf: Day
  package var currency: Currency
  package var model: String
  package var k: Int
  package var customers: Int
  /// Adjusted Rand index between refits on bootstrap samples: 1 the same groups each time, 0 chance.
  package var stability: Estimate
  package var silhouette: Double?
  package var candidates: [Candidate]
  /// Largest revenue first.
  package var segments: [Segment]
  /// Counts of customers by recency quintile (0 longest ago) and frequency class (0 fewest), row-major 5×5.
  package var recencyFrequency: [[Int]]
  package var revenueByRecencyFrequency: [[Double]]
  package var recencyLabels: [String]
  package var frequencyLabels: [String]
  /// Days since the last order of each row, in the order of `recencyLabels`.
  package var recencyBounds: [(low: Int, high: Int)] = []

  /// Orders of each column: "1", "3-4", and "10" for 10 or more.
  static let frequencySpans = ["1-1", "2-2", "3-4", "5-9", "10"]

  package struct Candidate: Sendable, Equatable {
    package var model: String
    package var k: Int
    package var bic: Double?
    package var silhouette: Double?
    package var stability: Double?
    package var chosen: Bool
  }

  package struct Segment: Sendable {
    package var name: SegmentName
    package var size: Int
    package var share: Double
    package var revenueShare: Double
    package var profile: [Trait]
    /// Under which the run stores its members.
    package var number = 0
  }

  /// A feature of the segment, a mean or sum over sum, as an index: 100 is that of all customers.
  package struct Trait: Sendable, Equatable {
    package var feature: SegmentFeature
    package var mean: Double
    package var average: Double
    package var index: Double
  }

  package enum SegmentFeature: String, Sendable, CaseIterable {
    case orders, orderValue, daysSinceOrder, discountShare, products, ordersPerYear
  }

  /// Named by what sets a segment apart most, never by number.
  package enum SegmentName: String, Sendable, CaseIterable {
    case regulars, bigBaskets, bargainHunters, oneTimeBuyers, slippingAway, newcomers, broadShoppers, smallBaskets
    case steady, everyone
  }
}

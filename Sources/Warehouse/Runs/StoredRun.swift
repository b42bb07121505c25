import Foundation
import Vocabulary

/// A model run as the warehouse keeps it: what was fitted, on what, how well it does, and what it says of whom.
package struct StoredRun: Equatable, Sendable {
  package struct Parameter: Equatable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A figure with its interval and sample size, of one split ("validation", "test").
  package struct Metric: Equatable, Sendable {
    package var name: String
    package var split: String
    package var value: Double
    package var low: Double?
    package var high: Double?
    package var n: Int?

    package init(name: String, split: String, value: Double, low: Double? = nil, high: Double? = nil, n: Int? = nil) {
      self.name = name
      self.split = split
      self.value = value
      self.low = low
      self.high = high
      self.n = n
    }
  }

  package struct Artefact: Equatable, Sendable {
    package var digest: String
    package var bytes: Data

    package init(digest: String, bytes: Data) {
      self.digest = digest
      self.bytes = bytes
    }
  }

  /// What the model says of a customer as of a day, in millionths: a probability, a count or an amount, by `name`.
  package struct Score: Equatable, Sendable {
    package var customerID: Int64
    package var name: String
    package var asOfDay: Day
    package var scoreMicros: Int64

    package init(customerID: Int64, name: String, asOfDay: Day, scoreMicros: Int64) {
      self.customerID = customerID
      self.name = name
      self.asOfDay = asOfDay
      self.scoreMicros = scoreMicros
    }
  }

  package struct Segment: Equatable, Sendable {
    package var customerID: Int64
    package var segment: String

    package init(customerID: Int64, segment: String) {
      self.customerID = customerID
      self.segment = segment
    }
  }

  /// A point of a reliability curve, or of another curve named by `kind`, in the order given.
  package struct Point: Equatable, Sendable {
    package var kind: String
    package var x: Double
    package var y: Double
    package var low: Double?
    package var high: Double?
    package var n: Int?

    package init(kind: String, x: Double, y: Double, low: Double? = nil, high: Double? = nil, n: Int? = nil) {
      self.kind = kind
      self.x = x
      self.y = y
      self.low = low
      self.high = high
      self.n = n
    }
  }

  /// A metric on a part of the rows, the part in words ("country = DE").
  package struct SliceMetric: Equatable, Sendable {
    package var metric: String
    package var slice: String
    package var value: Double
    package var low: Double?
    package var high: Double?
    package var n: Int

    package init(metric: String, slice: String, value: Double, low: Double? = nil, high: Double? = nil, n: Int) {
      self.metric = metric
      self.slice = slice
      self.value = value
      self.low = low
      self.high = high
      self.n = n
    }
  }

  /// A digest of everything that went in.
  package var id: String
  package var model: String
  package var version: String
  package var seed: UInt64
  package var window: DateWindow?
  package var rows: Int
  package var dataDigest: String
  package var asOfDay: Day
  package var parameters: [Parameter] = []
  package var metrics: [Metric] = []
  package var artefact: Artefact?
  package var scores: [Score] = []
  package var segments: [Segment] = []
  package var points: [Point] = []
  package var slices: [SliceMetric] = []

  package init(
    id: String, model: String, version: String, seed: UInt64, window: DateWindow?, rows: Int, dataDigest: String,
    asOfDay: Day
  ) {
    self.id = id
    self.model = model
    self.version = version
    self.seed = seed
    self.window = window
    self.rows = rows
    self.dataDigest = dataDigest
    self.asOfDay = asOfDay
  }
}

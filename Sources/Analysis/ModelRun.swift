import Vocabulary

/// The record of one training: enough to say what was fitted on what, and how well it did on what it had not seen.
package struct ModelRun: Sendable, Equatable {
  /// Digest of everything below and of the data.
  package var id: String
  /// The question it answers: "churn", "segments".
  package var purpose: String
  package var model: String
  package var version: String
  package var seed: UInt64
  package var asOf: Day
  package var window: DateWindow
  package var rows: Int
  package var dataDigest: String
  package var features: [String]
  package var hyperparameters: [Setting]
  package var metrics: [Metric]

  package struct Setting: Sendable, Equatable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package struct Metric: Sendable, Equatable {
    package var name: String
    /// "train", "validation", "test"; "" where there is no split.
    package var split: String
    package var value: Double
    package var low: Double?
    package var high: Double?
    package var sampleSize: Int

    package init(_ name: String, split: String, value: Double, low: Double? = nil, high: Double? = nil, sampleSize: Int)
    {
      self.name = name
      self.split = split
      self.value = value
      self.low = low
      self.high = high
      self.sampleSize = sampleSize
    }
  }
}

extension ModelRun {
  package func metric(_ name: String) -> Metric? { metrics.first { $0.name == name } }
  package func setting(_ name: String) -> String? { hyperparameters.first { $0.name == name }?.value }
}

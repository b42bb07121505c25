import Analysis
import Testing
import Vocabulary

@Suite("RecencyFrequencyValue")
struct RecencyFrequencyValueTests {
  /// Customer k of five bought last 10 k days ago, 6 − k times, for 10 each.
  private let five = (1...5).map { k in
    customer(k, (0..<(6 - k)).map { purchase(monday - 10 * k - $0, 10) })
  }

  @Test("figures as of a day: what came after is not known")
  func figures() {
    let late = customer(6, [purchase(monday + 1, 90)])
    let split = customer(7, [purchase(monday - 2, 5), purchase(monday - 2, 6), purchase(monday + 3, 7)])
    let found = RecencyFrequencyValue(five + [late, split], asOf: monday)
    #expect(found.recencyDays == [10, 20, 30, 40, 50, 2])
    #expect(found.purchases == [5, 4, 3, 2, 1, 2])
    #expect(found.netMicros == [50, 40, 30, 20, 10, 11].map { $0 * Micros.perUnit })
  }

  @Test("lately, often and for much are 5", arguments: RecencyFrequencyValue.Dealing.allCases)
  func scores(dealing: RecencyFrequencyValue.Dealing) {
    let scores = RecencyFrequencyValue(five, asOf: monday).scores(dealing)
    #expect(scores.map(\.recency) == [5, 4, 3, 2, 1])
    #expect(scores.map(\.frequency) == [5, 4, 3, 2, 1])
    #expect(scores.map(\.value) == [5, 4, 3, 2, 1])
  }

  @Test("customers alike: fifths by rank split them, fifths by cut do not")
  func alike() {
    let alike = (1...5).map { customer($0, [purchase(monday - 3, 10)]) }
    let found = RecencyFrequencyValue(alike, asOf: monday)
    #expect(found.scores(.byRank).map(\.recency) == [1, 2, 3, 4, 5])
    #expect(found.scores(.byCut) == Array(repeating: .init(recency: 5, frequency: 1, value: 1), count: 5))
    #expect(RecencyFrequencyValue([], asOf: monday).scores(.byRank) == [])
  }
}

import Computation
import Modeling
import Testing

@Suite("MutualInformation")
struct MutualInformationTests {
  /// No two pairs lie equally far apart.
  let numbers = [1.531, 2.297, 0.486, 3.703, 1.178, -0.751, 4.512, 0.093, 2.938, 2.062]
  let three = OutcomeClasses(SelectionExample.outcomes)
  let two = OutcomeClasses([0, 1, 0, 1, 0, 1, 1, 0, 1, 1])

  @Test("of classes is scikit-learn 1.9.1's mutual_info_score")
  func discrete() {
    for (column, expected) in [1.0549201679861444, 0.7776612957621662, 1.0549201679861444, 0].enumerated() {
      let found = MutualInformation.discrete(OutcomeClasses(SelectionExample.rows.column(column)), three)
      #expect(abs(found - expected) < 1e-15)
    }
    // Two coins that always agree: ln 2.
    let coin = OutcomeClasses([0, 1, 1, 0])
    #expect(abs(MutualInformation.discrete(coin, coin) - 0.6931471805599453) < 1e-15)
  }

  @Test("of numbers is scikit-learn 1.9.1's _compute_mi_cd, without the noise that it adds")
  func continuous() {
    let classes = (0..<200).map { Double($0 * $0 % 7 % 3) }
    let values = classes.enumerated().map { row, place in
      let turns = Double(row + 2).squareRoot() * 7.3
      return (turns - turns.rounded(.down)) * 10 + place * 1.7
    }
    for (k, expected) in [(1, 0.3104199394382429), (3, 0.22052506178497655), (5, 0.17860770031218598)] {
      #expect(abs(MutualInformation.continuous(values, OutcomeClasses(classes), neighbours: k) - expected) < 1e-13)
    }
  }

  /// scikit-learn finds the neighbours of so few rows by rounded squares, and others with them.
  @Test("of a few numbers is the formula in Python's fractions")
  func few() {
    for (k, expected) in [(1, 0.1773015873015873), (2, 0.0373015873015873), (3, 0.0011111111111111111)] {
      #expect(abs(MutualInformation.continuous(numbers, three, neighbours: k) - expected) < 1e-14)
    }
    for (k, expected) in [(1, 0.5173015873015873), (2, 0.413968253968254), (3, 0.348968253968254)] {
      #expect(abs(MutualInformation.continuous(numbers, two, neighbours: k) - expected) < 1e-14)
    }
  }

  @Test("of numbers comes near the truth")
  func truth() {
    // A normal number moved by 2 with a fair coin: 0.3369 nats, by integrating −Σ p ln p numerically.
    var generator = SeededGenerator(seed: 3)
    let coins = (0..<20_000).map { _ in generator.chance(0.5) ? 1.0 : 0 }
    let values = coins.map { 2 * $0 + generator.normal() }
    #expect(abs(MutualInformation.continuous(values, OutcomeClasses(coins)) - 0.3369) < 0.02)
  }

  @Test("a row alone in its class says nothing, and many equal values do no harm")
  func edges() {
    #expect(MutualInformation.continuous([1, 2, 3], OutcomeClasses([0, 1, 2])) == 0)
    let zeros = [Double](repeating: 0, count: 10)
    #expect(MutualInformation.continuous(zeros, two) == 0)
  }
}

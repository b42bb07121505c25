import Computation
import Testing

@testable import Modeling

@Suite("PlusPlus")
struct PlusPlusTests {
  @Test("rows without distance to the centres so far are never drawn")
  func distinct() {
    // Two hundred equal rows and three others: four centres can only be the four values.
    let rows = Matrix((0..<200).map { _ in [5.0] } + [[0], [9], [70]])
    for seed in 1...20 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let centres = PlusPlus.centres(4, of: rows, using: &generator, on: .one)
      #expect(centres.values.sorted() == [0, 5, 9, 70])
    }
  }

  @Test("each of groups far apart gets a centre, whatever the seed")
  func farApart() {
    let corners = (0..<12).map { (Double($0 % 4) * 100, Double($0 / 4) * 100) }
    let rows = Simulated.blobs(6_000, centres: corners, deviation: 1, seed: 1)
    for seed in 1...10 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let centres = PlusPlus.centres(12, of: rows, using: &generator, on: .one)
      let cells = Set(
        (0..<12).map { Int((centres[$0, 0] / 100).rounded()) * 10 + Int((centres[$0, 1] / 100).rounded()) })
      #expect(cells.count == 12)
    }
  }

  @Test("the first centre is any row, and the next in proportion to the squared distance")
  func proportions() {
    // From 0, 1 and 3 are drawn as 1 to 9, and the better of two trials is 0, 3 or 1, 3: 3 unless both trials are 1.
    let rows = Matrix([[0], [1], [3]])
    var first = [0, 0, 0]
    var missing = 0
    for seed in 1...3_000 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let centres = PlusPlus.centres(2, of: rows, using: &generator, on: .one).values
      if let place = rows.values.firstIndex(of: centres[0]) { first[place] += 1 }
      if centres[0] == 0, centres[1] == 1 { missing += 1 }
    }
    #expect(first.allSatisfy { abs($0 - 1_000) < 110 })
    // Both trials are 1 with probability .01 of the thousand that begin at 0.
    #expect(missing < 30)
  }

  @Test("skipping rows changes nothing: the same on one worker or two, and with rows far from zero")
  func sameBits() {
    let rows = Simulated.blobs(9_000, centres: [(1e6, 0), (1e6 + 8, 0), (1e6, 8)], deviation: 1.5, seed: 3)
    var one = SeededGenerator(seed: 4)
    var two = SeededGenerator(seed: 4)
    let centres = PlusPlus.centres(20, of: rows, using: &one, on: .one)
    #expect(PlusPlus.centres(20, of: rows, using: &two, on: Workers(count: 2)) == centres)
    #expect(one == two)
  }
}

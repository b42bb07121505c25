import Charting
import Testing

@Suite struct RecencyFrequencyMapTests {
  private func map(_ counts: [[Int]], groups: [RecencyFrequencyMap.Group] = []) -> RecencyFrequencyMap {
    let labels = ["1", "2", "3", "4", "5"]
    return RecencyFrequencyMap(
      head: EdgeCases.head("r", "R"), rowHeading: "Since", columnHeading: "Orders", rowLabels: labels,
      columnLabels: labels, counts: counts, groups: groups)
  }

  @Test func shadeGrowsWithTheSquareRoot() throws {
    var counts = Array(repeating: [0, 0, 0, 0, 0], count: 5)
    // √ of 3, 4, 16, 36, 64, 100 in hundredths: .17 .2 .4 .6 .8 1.
    counts[0] = [3, 4, 16, 36, 64]
    counts[1] = [100, 0, 0, 0, 0]
    let body = try map(counts).draw().body
    let shades = body.split(separator: "<rect class=\"q").dropFirst().prefix(7).map { String($0.prefix(1)) }
    #expect(shades == ["1", "2", "3", "4", "5", "5", "0"])
  }

  @Test func everyCellShowsItsNumber() throws {
    let body = try RecencyFrequencyMap.specimen.draw().body
    for number in [">1,310<", ">2,960<", ">0<", ">20<"] { #expect(body.contains(number)) }
  }

  @Test func theGridIsFiveByFive() {
    #expect(throws: ChartProblem.lengthMismatch(figure: "edge-r", what: "rows", found: 4, expected: 5)) {
      try map(Array(repeating: [0, 0, 0, 0, 0], count: 4)).draw()
    }
    #expect(throws: ChartProblem.negativeCount(figure: "edge-r", row: 2)) {
      try map([[1, 1, 1, 1, 1], [1, 1, 1, 1, 1], [1, 1, -1, 1, 1], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1]]).draw()
    }
    #expect(throws: ChartProblem.self) {
      try map(
        Array(repeating: [1, 1, 1, 1, 1], count: 5), groups: [.init("Out", rows: 0...5, columns: 0...0)]
      ).draw()
    }
  }
}

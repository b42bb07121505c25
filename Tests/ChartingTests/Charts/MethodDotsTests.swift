import Charting
import Testing

@Suite struct MethodDotsTests {
  @Test func methodsHaveLanesTenPixelsApart() throws {
    let chart = MethodDots(
      head: EdgeCases.head("m", "M"), rowHeading: "C", methods: ["A", "B", "C"],
      rows: [MethodDots.Row("Row", [0.2, 0.2, 0.2])], format: ValueFormat(.percent))
    let body = try chart.draw().body
    // Row 44 px high, middle 22: lanes at 12, 22 and 32, all at the same place across.
    #expect(body.contains("cy=\"12\"") && body.contains("y=\"22\" overflow") && body.contains("y=\"32\" overflow"))
  }

  @Test func shapesDifferInTheKey() throws {
    let key = try MethodDots.specimen.draw().key
    #expect(key.map(\.label) == ["Last click", "Data-driven", "Marketing-mix model"])
    #expect(Set(key.map { String(describing: $0) }).count == 3)
  }

  @Test func aRowOfAnotherLengthIsAnError() {
    let chart = MethodDots(
      head: EdgeCases.head("m", "M"), rowHeading: "C", methods: ["A", "B"], rows: [MethodDots.Row("Row", [1])],
      format: ValueFormat(.percent))
    #expect(throws: ChartProblem.lengthMismatch(figure: "edge-m", what: "a row", found: 1, expected: 2)) {
      try chart.draw()
    }
  }
}

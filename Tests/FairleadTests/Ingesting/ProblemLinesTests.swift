import Testing

@testable import fairlead

struct ProblemLinesTests {
  private func problem(_ line: Int?, _ column: String, _ found: String, _ expected: String) -> FileReport.Problem {
    FileReport.Problem(line: line, column: column, found: found, expected: expected)
  }

  @Test func whatRowsHaveInCommonIsSaidOnce() {
    let problems =
      [problem(nil, "Reach", "missing", "it"), problem(nil, "Clicks", "missing", "it")]
      + (2...9).map { (line: Int) in problem(line, "Day", "0\(line).03.26", "a year") } + [
        problem(11, "Cost", "x", "a number")
      ]
      + [problem(12, "Cost", "y", "a number")]
    let told = ProblemLines.sentences(problems, most: 10)
    #expect(
      told.lines == [
        "Reach is missing; expected it", "Clicks is missing; expected it", "line 2: Day is 02.03.26; expected a year",
        "the same in lines 3, 4, 5, 6, 7 and 2 more", "line 11: Cost is x; expected a number", "the same in line 12",
      ])
    #expect(told.told == 12)
  }

  @Test func theRestIsCounted() {
    let problems = (1...5).map { (line: Int) in problem(line, "Column \(line)", "x", "y") }
    let told = ProblemLines.sentences(problems, most: 3)
    #expect(told.lines.count == 3 && told.told == 3)
  }
}

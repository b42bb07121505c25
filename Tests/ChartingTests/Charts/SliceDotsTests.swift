import Charting
import Testing

@Suite struct SliceDotsTests {
  private func draw(_ estimate: Estimate) throws -> String {
    try SliceDots(
      head: EdgeCases.head("s", "S"), groupHeading: "G", valueHeading: "V",
      groups: [
        .init("Age", [.init("Some", estimate, count: 60), .init("All", Estimate(0.7, low: 0.6, high: 0.8), count: 9)])
      ],
      overall: 0.7, tolerance: 0.05, level: "95%", overallLabel: "All 70%", toleranceLabel: "Within 5 points"
    ).draw().body
  }

  @Test func onlyAnIntervalWhollyOutsideIsMarked() throws {
    #expect(try draw(Estimate(0.55, low: 0.5, high: 0.649)).contains(">55%: lower<"))
    #expect(try !draw(Estimate(0.55, low: 0.5, high: 0.651)).contains("lower"))
    #expect(try draw(Estimate(0.85, low: 0.76, high: 0.9)).contains(">85%: higher<"))
    #expect(try !draw(Estimate(0.85, low: 0.749, high: 0.9)).contains("higher"))
    #expect(try !draw(Estimate(0.3, low: 0.2, high: nil)).contains("lower"))
  }

  @Test func tooFewKeepsItsRow() throws {
    let body = try draw(Estimate(nil))
    #expect(body.contains(">Too few to say<") && body.contains(">n = 60<"))
  }

  @Test func theBandIsTheTolerance() throws {
    // Ticks at 0.6…0.8 in steps of 0.05: the band of ±0.05 is the middle half.
    #expect(try draw(Estimate(0.7, low: 0.65, high: 0.75)).contains("class=\"ft\" x=\"25%\" y=\"26\" width=\"50%\""))
  }

  @Test func aReversedIntervalIsAnError() {
    #expect(throws: ChartProblem.intervalReversed(figure: "edge-s", row: 0, low: 0.8, high: 0.7)) {
      try draw(Estimate(0.75, low: 0.8, high: 0.7))
    }
  }
}

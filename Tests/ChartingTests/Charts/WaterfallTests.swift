import Charting
import Testing

@Suite struct WaterfallTests {
  private func fall(start: Double?, _ steps: [Double?], end: Double?) -> Waterfall {
    Waterfall(
      head: EdgeCases.head("fall", "Fall"), stepHeading: "Step", start: CategoryValue("Start", start),
      steps: steps.enumerated().map { CategoryValue("Step \($0.offset + 1)", $0.element) },
      end: CategoryValue("End", end), format: ValueFormat(.count))
  }

  @Test func barsHangWhereTheOneBeforeEnds() throws {
    let body = try fall(start: 40, [60, -20], end: 80).draw().body
    // 0…100: 0–40, 40–100, 80–100, 0–80.
    for (x, width) in [("0%", "40%"), ("40%", "60%"), ("80%", "20%"), ("0%", "80%")] {
      #expect(body.contains(" x=\"\(x)\"") && body.contains("width=\"\(width)\""))
    }
  }

  @Test func whatTheStepsLeaveIsARow() throws {
    let figure = try fall(start: 40, [60, nil], end: 110).draw()
    #expect(figure.body.contains("Not explained: +10"))
    #expect(figure.numbers.csv.contains("Not explained,10\r\nEnd,110"))
    #expect(figure.note == "Without a value: Step 2.")
  }

  @Test func aStartBelowZeroIsHatched() throws {
    let figure = try fall(start: -50, [150], end: nil).draw()
    #expect(figure.body.contains("<rect fill=\"url(#edge-fall-hatch)\" x=\"0%\""))
    #expect(figure.note.contains("It starts below zero"))
  }

  @Test func theSmallestOfManyArePutTogether() throws {
    let body = try fall(start: 0, (1...20).map { Double($0) }, end: 210).draw().body
    // 1 + 2 + 3 + 4 + 5.
    #expect(body.contains("5 others: +15") && !body.contains("Step 5:") && body.contains("Step 6: +6"))
  }
}

import Charting
import Testing

@Suite struct ResponseCurvesTests {
  private func curves(_ panels: [ResponseCurves.Panel]) -> ResponseCurves {
    ResponseCurves(
      head: EdgeCases.head("curve", "Curve"), channelHeading: "Channel", spendHeading: "Spend",
      responseHeading: "Revenue", panels: panels, spendFormat: ValueFormat(.count), responseFormat: ValueFormat(.count))
  }

  private let line = [0.0, 1, 2].map { ResponseCurves.Point($0, Estimate($0 * 10)) }

  @Test func theCurveIsDashedPastTheMostThatWasSpent() throws {
    let body = try curves([ResponseCurves.Panel("A", action: "", points: line, mostSpent: 1.5, now: 1)]).draw().body
    // 0…2 by 0…20; the data end at 1.5, three quarters along the straight line.
    #expect(body.contains("class=\"ln s1\" d=\"M0 100L50 50L75 25\""))
    #expect(body.contains("class=\"ln s1 dash1\" d=\"M75 25L100 0\""))
    // Spend now is half-way: 8 + 64.
    #expect(body.contains("cx=\"50%\" cy=\"72\""))
  }

  @Test func aChannelThatWasNeverSpentOnIsNamed() throws {
    let never = ResponseCurves.Panel("Podcasts", action: "", points: [], mostSpent: 0)
    let figure = try curves([never]).draw()
    #expect(!figure.hasDrawing && figure.body.contains("Never spent, so no curve: Podcasts."))
  }

  @Test func withoutSignalThereIsNoCurve() throws {
    let panel = ResponseCurves.Panel("A", action: "", points: line, mostSpent: 2, now: 1, hasNoSignal: true)
    let body = try curves([panel]).draw().body
    #expect(body.contains("No signal") && !body.contains("class=\"ln s1") && !body.contains("<circle"))
  }
}

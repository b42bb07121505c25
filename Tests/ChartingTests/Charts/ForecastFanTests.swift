import Charting
import Testing

@Suite struct ForecastFanTests {
  private func fan(_ low: Double, neverNegative: Bool) -> ForecastFan {
    ForecastFan(
      head: EdgeCases.head("fan", "Fan"), days: [0, 7], values: [10, 20],
      steps: [
        ForecastFan.Step(
          day: 14, inner: Estimate(20, low: 10, high: 30), outer: Estimate(nil, low: low, high: 40))
      ], neverNegative: neverNegative, format: ValueFormat(.count))
  }

  @Test func theBandStartsAtTheLastValueAndIsCutOffAtZero() throws {
    let body = try fan(-20, neverNegative: true).draw().body
    // 0…40 over the plot: the last value 20 stands at 50%, the range runs from 0 to 40.
    #expect(body.contains("class=\"fband\" d=\"M50 50L100 0L100 100L50 50Z\""))
    #expect(body.contains("class=\"q3\" d=\"M50 50L100 25L100 75L50 50Z\""))
  }

  @Test func aMeasureBelowZeroKeepsItsRange() throws {
    let figure = try fan(-20, neverNegative: false).draw()
    // −20…40: 20 stands at a third from the top.
    #expect(figure.body.contains("class=\"fband\" d=\"M50 33.33L100 0L100 100L50 33.33Z\""))
    #expect(figure.subtitle.contains("The axis starts at −20."))
  }

  @Test func theForecastBeginsAfterTheMeasurement() {
    let chart = ForecastFan(
      head: EdgeCases.head("fan", "Fan"), days: [0, 7], values: [1, 2],
      steps: [ForecastFan.Step(day: 7, inner: Estimate(1), outer: Estimate(nil))], neverNegative: true,
      format: ValueFormat(.count))
    #expect(throws: ChartProblem.dayRepeated(figure: "edge-fan", day: 7)) { try chart.draw() }
  }
}

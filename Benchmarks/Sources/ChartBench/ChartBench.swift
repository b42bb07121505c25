import Charting
import Foundation

/// Draws what `peers/draw_report.py` draws, of data of the same sizes and kinds: twelve charts in one page, each with a
/// table of 26 rows of 6 columns. It has drawn once before, as the peer has. Prints seconds.
@main
struct ChartBench {
  static func main() throws {
    let numbers = Series()
    _ = try page(numbers)
    let clock = ContinuousClock()
    let start = clock.now
    let text = try page(numbers)
    let seconds = (clock.now - start) / .seconds(1)
    if CommandLine.arguments.contains("--page") { print(text) } else { print(seconds) }
  }

  private static func page(_ numbers: Series) throws -> String {
    var page = "<!doctype html><title>Report</title>"
    for number in 0..<12 {
      page += "<section><h2>Chart \(number)</h2>"
      for figure in try figures(number, numbers) { page += figure.keyMarkup + figure.body }
      page += table(numbers.table(caption: "Chart \(number)")) + "</section>"
    }
    return page
  }

  private static func figures(_ number: Int, _ numbers: Series) throws -> [Figure] {
    switch number % 4 {
    case 0:
      // A line chart of ours has four series at most: the six lines stand in two.
      return try [numbers.names[..<3], numbers.names[3...]].map { names in
        try LineChart(
          head: head(number, part: names.startIndex), days: numbers.days,
          series: names.indices.map { LineChart.Series(numbers.names[$0], numbers.values[$0]) }, format: plain
        ).draw()
      }
    case 1:
      let sums = zip(numbers.names, numbers.values).map { CategoryValue($0, $1.reduce(0, +)) }
      return try [RankedBars(head: head(number), categoryHeading: "Channel", items: sums, format: plain).draw()]
    case 2:
      return try [
        OutlierScatter(
          head: head(number), labelHeading: "Point", xLabel: "x", yLabel: "y",
          points: numbers.points.map { OutlierScatter.Point("", x: $0.x, y: $0.y) }, xFormat: plain, yFormat: plain
        ).draw()
      ]
    default:
      return try [
        CohortMap(
          head: head(number), cohortHeading: "Week", periodHeading: "Channel",
          cohorts: numbers.lastWeeks(12).map { CohortMap.Cohort($0.day, size: 100, kept: $0.shares) }
        ).draw()
      ]
    }
  }

  private static func head(_ number: Int, part: Int = 0) -> FigureHead {
    FigureHead(id: "chart-\(number)-\(part)", title: "Chart \(number)", subtitle: "", name: "Chart \(number)")
  }

  private static let plain = ValueFormat(.plain)

  private static func table(_ table: NumbersTable) -> String {
    var text = "<table><thead><tr>"
    for column in table.columns { text += "<th>\(column.heading)</th>" }
    text += "</tr></thead><tbody>"
    for row in table.rows {
      text += "<tr>"
      for cell in row {
        text += "<td>"
        text += cell.text
        text += "</td>"
      }
      text += "</tr>"
    }
    return text + "</tbody></table>"
  }
}

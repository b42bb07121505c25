import ChartSpecimens
import Charting
import Testing

/// No text of any chart covers another or leaves its card, from the narrowest phone to a wide screen.
@Suite struct OverlapTests {
  @Test(arguments: ChartKind.all.map(\.slug)) func nothingCoversAnother(_ slug: String) throws {
    let kind = try #require(ChartKind.all.first { $0.slug == slug })
    let figures = [try kind.specimen.draw()] + EdgeCase.allCases.compactMap { try? kind.chart($0).draw() }
    for figure in figures where figure.hasDrawing {
      for width in [242.0, 254, 312, 326, 400, 560, 700, 1_130] {
        let faults = TextBoxes.faults(figure, width: width)
        #expect(faults.isEmpty, "\(figure.id) at \(width): \(faults.prefix(4))")
      }
    }
  }
}

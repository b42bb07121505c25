import Charting

/// One kind of chart with its specimen and what it makes of each edge case.
package struct ChartKind: Sendable {
  package let name: String
  package let specimen: any Chart
  private let build: @Sendable (EdgeCase, FigureHead) -> any Chart

  init(_ name: String, _ specimen: any Chart, _ build: @escaping @Sendable (EdgeCase, FigureHead) -> any Chart) {
    self.name = name
    self.specimen = specimen
    self.build = build
  }

  package func chart(_ edge: EdgeCase) -> any Chart {
    let head = FigureHead(
      id: "\(slug)-\(edge.rawValue)", title: edge.title, subtitle: "\(name).", name: "\(name): \(edge.title)")
    return build(edge, head)
  }

  /// "Line chart" as "line-chart".
  package var slug: String { FigureHead(id: name, title: "", subtitle: "", name: "").slug }

  /// In the order of the design's catalogue; the second scatter stands at the end.
  package static let all: [ChartKind] = overTime + bars + intervals + curves + grids
}

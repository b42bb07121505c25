import Vocabulary
import Warehouse

/// Conversions by channel in a span of days, as one analytics tool alone tells them.
package struct SeenConversions: Sendable, Equatable {
  package var tool: String
  package var micros: [Channel: Int64]

  package init(tool: String, micros: [Channel: Int64]) {
    self.tool = tool
    self.micros = micros
  }

  /// Of the tool that tells of the most conversions; of two that tell as many the first by name. Single visits are asked
  /// before tables, and tables of source and medium before those of channels, which each tool groups by its own rules.
  package static func fetch(
    in span: DateWindow, by rules: ChannelGrouping, from warehouse: Warehouse
  ) throws(WarehouseError) -> SeenConversions? {
    var found = VisitOrigins.of(try SourcedSessions.fetch(within: span, from: warehouse))
      .compactMap { SeenConversions($0, by: rules) }
    let names = try DimensionedTraffic.dimensions(of: warehouse)
    for name in names {
      guard let dimension = SourceDimension(name) else { continue }
      let traffic = try DimensionedTraffic.fetch(dimension: name, within: span, from: warehouse)
      found += VisitOrigins.of(traffic, by: dimension).compactMap { SeenConversions($0, by: rules) }
    }
    for name in names where SourceDimension(name) == nil && TrackingAnalysis.Level(name) == .channel {
      found += byChannel(try DimensionedTraffic.fetch(dimension: name, within: span, from: warehouse))
    }
    var best: SeenConversions?
    for candidate in found where candidate.total > best?.total ?? 0 { best = candidate }
    return best
  }

  /// Nil where its visits tell no conversions.
  init?(_ origins: VisitOrigins, by rules: ChannelGrouping) {
    guard origins.rows.contains(where: { $0.conversionsMicros != nil }) else { return nil }
    var micros: [Channel: Int64] = [:]
    for (row, channel) in zip(origins.rows, origins.channels(by: rules)) {
      micros[channel, default: 0] += row.conversionsMicros ?? 0
    }
    self.init(tool: origins.tool, micros: micros)
  }

  private var total: Int64 { micros.values.reduce(0, +) }

  /// A report may tell several kinds of conversion, and a tool may call one otherwise from some day on: of each window the
  /// first by name counts. What a tool calls otherwise than we do is of another channel.
  static func byChannel(_ traffic: [DimensionedTraffic]) -> [SeenConversions] {
    let byTool = Dictionary(grouping: traffic.filter { $0.metric == .conversions }, by: \.tool)
    return byTool.sorted { $0.key < $1.key }.map { tool, facts -> SeenConversions in
      var micros: [Channel: Int64] = [:]
      for counted in CountedWindow.all(of: facts, property: \.property, window: \.window) {
        let metric = counted.facts.map(\.metricName).min()
        for fact in counted.facts where fact.metricName == metric {
          let channel = Channel.allCases.first { $0.goesBy(fact.value) } ?? .other
          micros[channel, default: 0] += fact.valueMicros
        }
      }
      return SeenConversions(tool: tool, micros: micros)
    }
  }
}

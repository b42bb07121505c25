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

  /// Of windows of one property that overlap the later and shorter one counts, and a file that does not name its
  /// property only for days on which none that does has figures. What a tool calls otherwise than we do is of another
  /// channel.
  static func byChannel(_ traffic: [DimensionedTraffic]) -> [SeenConversions] {
    let byTool = Dictionary(grouping: traffic.filter { $0.metric == .conversions }, by: \.tool)
    return byTool.sorted { $0.key < $1.key }.map { tool, facts -> SeenConversions in
      // A report may tell several kinds; the first by name is one of them.
      let metric = facts.map(\.metricName).min()
      var micros: [Channel: Int64] = [:]
      var named: [DateWindow] = []
      let byProperty = Dictionary(grouping: facts.filter { $0.metricName == metric }, by: \.property)
      for (property, facts) in byProperty.sorted(by: { $0.key > $1.key }) {
        var taken = property.isEmpty ? named : []
        for fact in latest(facts, besides: &taken) {
          let channel = Channel.allCases.first { $0.goesBy(fact.value) } ?? .other
          micros[channel, default: 0] += fact.valueMicros
        }
        named += taken
      }
      return SeenConversions(tool: tool, micros: micros)
    }
  }

  private static func latest(
    _ facts: [DimensionedTraffic], besides taken: inout [DateWindow]
  ) -> [DimensionedTraffic] {
    var kept: [DimensionedTraffic] = []
    let byWindow = Dictionary(grouping: facts, by: \.window).sorted {
      ($1.key.last, $0.key.dayCount) < ($0.key.last, $1.key.dayCount)
    }
    for (window, facts) in byWindow where !taken.contains(where: { $0.first <= window.last && window.first <= $0.last })
    {
      taken.append(window)
      kept += facts
    }
    return kept
  }
}

import Vocabulary
import Warehouse

extension VisitOrigins {
  /// Up to and with a day, by the tool that tells of the most visits; of two tables that tell as many the one with
  /// campaigns, then the first by name. Events are made into visits only where no tool has built them itself. Nil
  /// where nothing tells source and medium.
  package static func fetch(upTo day: Day, from warehouse: Warehouse) throws(WarehouseError) -> VisitOrigins? {
    var best: VisitOrigins?
    func offer(_ candidates: [VisitOrigins]) {
      for candidate in candidates where candidate.sessions > best?.sessions ?? 0 { best = candidate }
    }
    offer(VisitOrigins.of(try SourcedSessions.fetch(from: warehouse).filter { $0.day <= day }))
    let names = try DimensionedTraffic.dimensions(of: warehouse)
    let dimensions = names.compactMap { name in SourceDimension(name).map { (name: name, dimension: $0) } }
    for (name, dimension) in dimensions.filter(\.dimension.tellsCampaign)
      + dimensions.filter({ !$0.dimension.tellsCampaign })
    {
      let traffic = try DimensionedTraffic.fetch(dimension: name, from: warehouse).filter { $0.window.last <= day }
      offer(VisitOrigins.of(traffic, by: dimension))
    }
    if best == nil { offer(VisitOrigins.of(try VisitBuilder().fetch(from: warehouse).filter { $0.day <= day })) }
    return best
  }
}

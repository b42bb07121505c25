import Analysis

/// The places of a page in which numbers with ids stand.
struct NumberedPage {
  let cards: [CardView]
  var tiles: [TileView] = []
  var week: FoldView?
  var source: ProvenanceView?

  var folds: [ProvenanceView] { [source].compactMap { $0 } + cards.compactMap(\.source) }

  /// What is printed under each id; of a cell that is a drawing, nothing.
  var texts: [String: String] {
    let tables = [week?.rows] + cards.map(\.numberedTable)
    let cells = tables.compactMap { $0 }.flatMap(\.rows).flatMap(\.cells)
    let printed =
      cells.map { ($0.number, $0.plot == nil ? $0.text : nil) } + tiles.map { ($0.origin?.number, $0.amount) }
    return Dictionary(
      printed.compactMap { id, text in id.flatMap { id in text.map { (id, $0) } } },
      uniquingKeysWith: { first, _ in first })
  }

  var ids: Set<String> {
    let tables = [week?.rows] + cards.map(\.numberedTable)
    let cells = tables.compactMap { $0 }.flatMap(\.rows).flatMap(\.cells)
    return Set(cells.compactMap(\.number) + tiles.compactMap(\.origin?.number))
  }
}

extension NumberedCards {
  /// The tiles of the week with their ids.
  func traced(_ tiles: [TileView], _ overview: Overview, source: ProvenanceView?) -> [TileView] {
    traced(tiles, overview.tiles.map { $0.value == nil ? nil : .tile($0.measure) }, source: source)
  }

  /// - Parameter ids: of the tiles, in their order.
  func traced(_ tiles: [TileView], _ ids: [NumberID?], source: ProvenanceView?) -> [TileView] {
    zip(tiles, ids).map { view, id in
      guard let id, isKnown(id) else { return view }
      var view = view
      view.origin = TileOriginView(
        number: id.description, path: source.map { "#\($0.sourceAnchor)" },
        about: "\(source?.sourceSummary ?? ""): \(view.label)")
      return view
    }
  }
}

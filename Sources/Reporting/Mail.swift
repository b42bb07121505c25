/// The summary as the body of an e-mail: tables and words, no drawing, since mail programs show none. The templates
/// `mail` and `mail-text` write it.
struct Mail {
  let language = Language.current.tag
  let direction = Language.current.attribute
  /// Sides of the page as attributes of mail name them.
  let start = Language.current.direction == .leftToRight ? "left" : "right"
  let end = Language.current.direction == .leftToRight ? "right" : "left"
  let title: String
  let brandName: String
  let prepared: String
  let brandColour: String
  let accent: String
  let head: PageHead
  let weekMissing: MissingView?
  let hasTiles: Bool
  let tiles: [MailTile]
  let insights: [InsightView]
  let quiet: String?
  let limits: [String]
  let hasLimits: Bool
  /// Where the report lies, if the configuration says so.
  let address: String?
  let closing: String?
  let build: String

  init(_ summary: SummarySection, of edition: Edition, brand: Brand, address: String?) {
    title = "\(edition.client): \(summary.head.headline)"
    brandName = Names.shown(brand.name)
    prepared = brand.prepared(for: edition.findings.client, edition.findings.week)
    brandColour = brand.accent.darkened(against: [.white]).hex
    accent = brand.accent.darkened(against: [.white, .lightPage]).hex
    head = summary.head
    weekMissing = summary.weekMissing
    hasTiles = summary.hasTiles
    tiles = summary.tiles.map(MailTile.init)
    insights = summary.insights
    quiet = summary.quiet
    limits = summary.limits
    hasLimits = summary.hasLimits
    self.address = address
    closing = brand.closing.map(Names.shown)
    build = Page.buildLine(edition)
  }
}

/// One figure of the week as a row.
struct MailTile {
  let label: String
  let amount: String
  let change: String?
  /// Of the change, with words that say the same.
  let colour: String
  let words: String

  init(_ tile: TileView) {
    label = tile.label
    amount = tile.amount ?? phrase("Not enough data")
    change = tile.delta.map { "\($0.change) \($0.spoken)" } ?? tile.lack?.progress
    // The light theme's colours: mail programs know no custom properties.
    switch tile.delta?.tone {
    case "up-good": colour = "#0a6b5c"
    case "up-bad": colour = "#ad3214"
    default: colour = "#465060"
    }
    words = tile.why ?? tile.lack?.need ?? ""
  }
}

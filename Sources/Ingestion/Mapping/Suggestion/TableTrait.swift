/// What a table's columns say of it before any kind is guessed.
enum TableTrait: Hashable {
  /// It has a column for the id of an order: its rows are orders, their lines or their payments.
  case namesOrders
  /// It has a column for the id of a payment.
  case namesPayments
  /// It has a column of e-mail addresses.
  case holdsAddresses
  /// It is a payment service's own table, as its interface delivers it, and counts in cents.
  case isOfPayments
  /// It has a column of what was paid for what its rows tell: no mailing and no post of one's own has one.
  case namesCosts
  /// It counts what own profiles and posts have come to, and no money, mailing or visit beside it.
  case isOfProfiles
  /// It has a column about baskets or checkouts that were abandoned: its amounts may be of what nobody bought.
  case tellsOfAbandonment
  /// It has a column of clicks, impressions, their price or commissions: its sales may be those that advertising claims.
  case tellsOfAdvertising
  /// It has a column of suppliers: its amounts are most likely what they were paid.
  case namesSuppliers
  /// It has a column of branches and one of visitors, and none that only websites have.
  case countsFootfall

  /// Those of orders and payments, which no table of advertising, visits or people has.
  static let ofSales: Set<TableTrait> = [.namesOrders, .namesPayments, .isOfPayments]

  static func of(_ columns: [ColumnProfile]) -> Set<TableTrait> {
    let names = columns.map { HeaderWords.plain($0.header) }
    var traits: Set<TableTrait> = []
    if names.contains(where: { isNamed($0, orderWords) }) { traits.insert(.namesOrders) }
    if names.contains(where: { isNamed($0, paymentWords) }) { traits.insert(.namesPayments) }
    if columns.contains(where: { $0.content == .email }) { traits.insert(.holdsAddresses) }
    if names.contains(where: serviceWords.contains) { traits.insert(.isOfPayments) }
    let words = Set(names.flatMap { $0.split(separator: " ").map(String.init) })
    if words.contains(where: { costWords.contains($0) || $0.hasSuffix("kosten") }) { traits.insert(.namesCosts) }
    if traits.isEmpty, countsProfiles(columns) { traits.insert(.isOfProfiles) }
    if names.contains(where: tellsOfAbandonment) { traits.insert(.tellsOfAbandonment) }
    if !words.isDisjoint(with: advertisingWords) { traits.insert(.tellsOfAdvertising) }
    if names.contains(where: { name in supplierWords.contains { name.hasPrefix($0) } }) {
      traits.insert(.namesSuppliers)
    }
    let hasVisitors = !words.isDisjoint(with: visitorWords) && words.isDisjoint(with: websiteWords)
    if hasVisitors, names.contains(where: branchNames.contains) { traits.insert(.countsFootfall) }
    return traits
  }

  /// A column of figures by which profiles and posts are known, and another such or one that they share with ads.
  /// Reports of advertising may have both, beside campaigns or what was paid for.
  private static func countsProfiles(_ columns: [ColumnProfile]) -> Bool {
    var own = 0
    var shared = 0
    for column in columns {
      let words = Set(HeaderWords.plain(column.header).split(separator: " ").map(String.init))
      guard words.isDisjoint(with: otherWords), column.content != .amount else { return false }
      guard [.whole, .number, .percent].contains(column.content) else { continue }
      if !words.isDisjoint(with: profileWords) {
        own += 1
      } else if !words.isDisjoint(with: sharedWords) {
        shared += 1
      }
    }
    return own > 0 && own + shared > 1
  }

  /// With a word before it or none (`marketplace-order-id`); a person's last order says nothing of the row.
  private static func isNamed(_ name: String, _ words: [String]) -> Bool {
    words.contains { name == $0 || name.hasSuffix(" " + $0) }
      && !["last ", "latest ", "first ", "letzte ", "erste "].contains { name.hasPrefix($0) }
  }

  private static let orderWords = [
    "order id", "order number", "order no", "order nr", "bestellnummer", "auftragsnummer", "número de pedido",
    "numéro de commande", "numero ordine", "ordernummer", "numer zamówienia",
  ]
  private static let paymentWords = [
    "payment id", "transaction id", "charge id", "transaktionscode", "numéro de transaction", "id de transacción",
  ]
  private static let serviceWords: Set<String> = [
    "captured", "amount captured", "balance transaction", "balance transaction id", "payment intent",
    "payment intent id", "livemode",
  ]
  /// Single words of headers in English, German, Spanish, French, Portuguese and Italian.
  private static let profileWords: Set<String> = [
    "likes", "comments", "shares", "reactions", "saves", "reposts", "retweets", "follows", "followers", "follower",
    "gefällt", "kommentare", "gusta", "comentarios", "seguidores", "guardados", "aime", "commentaires", "partages",
    "curtidas", "comentários", "compartilhamentos", "salvamentos", "piace", "commenti", "condivisioni",
  ]
  private static let sharedWords: Set<String> = [
    "reach", "reichweite", "alcance", "couverture", "copertura", "impressions", "views", "clicks", "engagement",
    "engagements", "interactions", "impressionen", "aufrufe", "klicks",
    "impresiones", "visualizaciones", "interacciones", "clics", "vues", "impressões", "visualizações", "cliques",
    "impressioni", "visualizzazioni",
  ]
  /// Whether a column of that name is one that lists of abandoned checkouts have.
  static func tellsOfAbandonment(_ name: String) -> Bool { name.contains("abandon") || name == "recovery status" }

  private static let costWords: Set<String> = [
    "cost", "costs", "spend", "spent", "fee", "fees", "kosten", "ausgaben", "honorar", "coste", "gasto", "gastos",
    "gastado", "honorarios", "coût", "coûts", "dépenses", "dépensé", "honoraires", "custo", "custos", "costo", "costi",
    "spesa", "speso", "compenso", "uitgaven", "koszt", "расход",
  ]
  private static let advertisingWords: Set<String> = [
    "clicks", "klicks", "clics", "cliques", "klikken", "kliknięcia", "клики", "impressions", "impressionen",
    "impresiones", "impressões", "impressies", "impressioni", "wyświetlenia", "показы", "cpc", "cpm", "commission",
    "commissions", "provision", "provisionen", "comisión", "comisiones", "comissão", "comissões", "commissione",
    "commissioni", "commissie", "commissies", "provisie", "prowizja", "комиссия",
  ]
  /// With an ending or a word behind it or none (`Lieferantenname`); the brand of what was sold is a "Lineitem vendor".
  private static let supplierWords = [
    "vendor", "supplier", "lieferant", "proveedor", "fournisseur", "fornecedor", "fornitore", "leverancier", "dostawca",
    "поставщик",
  ]
  /// "Shop" is a website as likely.
  private static let branchNames: Set<String> = [
    "store", "store name", "store id", "branch", "branch name", "filiale", "filialname", "filialnummer", "filiaal",
    "sucursal", "tienda", "magasin", "loja", "negozio", "sklep", "магазин",
  ]
  private static let visitorWords: Set<String> = [
    "visitors", "visits", "footfall", "besucher", "besuche", "visitantes", "visitas", "visiteurs", "visites",
    "visitatori", "visite", "bezoekers", "bezoeken",
  ]
  private static let websiteWords: Set<String> = [
    "website", "web", "online", "url", "page", "pages", "pageviews", "views", "session", "sessions", "users", "bounce",
    "bounces", "source", "medium", "referrer", "seite", "seiten", "seitenaufrufe", "seitenansichten", "sitzungen",
    "nutzer", "quelle", "página", "páginas", "sesiones", "usuarios", "fuente", "vues", "utilisateurs", "sessões",
    "visualizações", "sessioni", "sessies", "gebruikers", "paginaweergaven",
  ]
  /// Of advertising, selling, mailing and visits.
  private static let otherWords: Set<String> = [
    "campaign", "campaigns", "kampagne", "campaña", "campagne", "campanha", "campagna", "ad", "ads", "adset",
    "budget", "cpc", "cpm", "price", "usado", "delivered", "recipients", "unsubscribed", "unsubscribes", "sessions",
    "session", "pageviews", "bounce", "investimento", "inversión", "inversion", "investido", "invertido",
    "investment", "investition", "importe", "importo", "montant", "betrag", "amount", "gross", "net", "sent",
    "opens", "opened",
  ]
}

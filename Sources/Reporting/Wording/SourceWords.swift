import Analysis

extension DataQuality.Source {
  /// With what it tells of, where one system gives several kinds of facts: `Shop (payments)`.
  var shownName: String {
    let shown = Names.shown(name)
    return kindWord.map { "\(shown) (\($0))" } ?? shown
  }

  /// Advertising, web and orders go by the name alone.
  private var kindWord: String? {
    switch kind {
    case "social": phrase("social media figures")
    case "posts": phrase("posts")
    case "visits": phrase("single visits")
    case "payments": phrase("payments")
    case "sales": phrase("till sales")
    case "invoices": phrase("invoices")
    case "subscriptions": phrase("subscriptions")
    case "deals": phrase("deals")
    case "mailings": phrase("mailings")
    case "surveys": phrase("survey answers")
    case "interactions": phrase("calls, events and forms")
    default: nil
    }
  }
}

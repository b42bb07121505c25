extension String {
  /// As a spreadsheet shows it: the text of a formula that is nothing else.
  var asShown: String {
    guard utf8.count > 2, hasPrefix("=\""), hasSuffix("\"") else { return self }
    let inner = String(dropFirst(2).dropLast())
    return inner.replacing("\"\"", with: "").contains("\"") ? self : inner.replacing("\"\"", with: "\"")
  }
}

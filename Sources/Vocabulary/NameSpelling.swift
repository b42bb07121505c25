/// What of a campaign's or an ad's name tells it from others: neither its case nor the blanks around and within it.
package enum NameSpelling {
  package static func normalized(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

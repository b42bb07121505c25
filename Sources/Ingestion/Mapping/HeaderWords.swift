/// A header as words to compare with: `Order_ID`, `orderId`, `Order-Id.` and `order id` are all `order id`.
enum HeaderWords {
  static func plain(_ header: String) -> String {
    let key = Header.key(header)
    // A name in capitals has no humps.
    let name = Header([header]).names[0]
    let hasHumps = name.contains { $0.isLowercase } && !name.contains(" ")
    var words: [String] = [""]
    var wasSmall = false
    for character in hasHumps ? name : key.key {
      if character.isLetter || character.isNumber {
        if hasHumps, character.isUppercase, wasSmall { words.append("") }
        words[words.count - 1] += character.lowercased()
        wasSmall = character.isLowercase
      } else {
        words.append("")
        wasSmall = false
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether the header says that its amounts are millionths: `cost_micros`, `Spend (micros)`, `spend_in_micro_dollar`.
  /// "Micro" alone is also the size of a campaign or a conversion.
  static func saysMicros(_ header: String) -> Bool {
    let words = plain(header).split(separator: " ")
    let isOfDollars = zip(words, words.dropFirst()).contains { $0 == "micro" && $1.hasPrefix("dollar") }
    return words.contains("micros") || words.last == "micro" || isOfDollars
  }
}

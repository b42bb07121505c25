/// Which names and ids mean one campaign: those that occur together in a row, by union and find.
struct CampaignNames {
  /// The root of rows that name no campaign: totals of the account.
  static let none = ""

  private var parents: [String: String] = [:]

  mutating func join(_ name: String, id: String) {
    guard !name.isEmpty, !id.isEmpty else { return }
    unite("name " + name, "id " + id)
  }

  mutating func rename(_ old: String, to new: String) { unite("name " + old, "name " + new) }

  func root(of name: String, id: String) -> String {
    if name.isEmpty && id.isEmpty { return CampaignNames.none }
    return root(name.isEmpty ? "id " + id : "name " + name)
  }

  private func root(_ key: String) -> String {
    var key = key
    while let parent = parents[key] { key = parent }
    return key
  }

  /// The lesser key becomes the root, so that the order of rows does not matter.
  private mutating func unite(_ left: String, _ right: String) {
    let (first, second) = (root(left), root(right))
    if first != second { parents[max(first, second)] = min(first, second) }
  }
}

/// Which names and ids mean one campaign, or one ad: those that occur together in a row.
struct EntityNames {
  /// The root of rows that name nothing: totals of what lies above.
  static let none = ""

  private var sets = DisjointSets<String>()

  mutating func join(_ name: String, id: String) {
    guard !name.isEmpty, !id.isEmpty else { return }
    sets.unite("name " + name, "id " + id)
  }

  mutating func rename(_ old: String, to new: String) { sets.unite("name " + old, "name " + new) }

  func root(of name: String, id: String) -> String {
    if name.isEmpty && id.isEmpty { return EntityNames.none }
    return sets.root(of: name.isEmpty ? "id " + id : "name " + name)
  }
}

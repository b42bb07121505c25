import Vocabulary

/// Which names and ids mean one campaign, or one ad: those that occur together in a row.
struct EntityNames {
  /// The root of rows that name nothing: totals of what lies above.
  static let none = ""

  private var sets = DisjointSets<String>()
  private var ids: Set<String> = []
  private var whole = EntityIDs([])
  private var namesWithoutID: Set<String> = []
  /// Roots of names that several ids share, each of which is a thing of its own.
  private var shared: Set<String> = []

  mutating func join(_ name: String, id: String) {
    if !id.isEmpty { ids.insert(id) } else if !name.isEmpty { namesWithoutID.insert(name) }
    guard !name.isEmpty, !id.isEmpty else { return }
    sets.unite("name " + name, "id " + id)
  }

  /// Takes names that differ in case and blanks alone for one, as the report does, except those that a file tells side by
  /// side.
  mutating func joinSpellings(_ files: some Sequence<(name: String, file: Int64)>) {
    var told: [String: Set<Int64>] = [:]
    for (name, file) in files where !name.isEmpty { told[name, default: []].insert(file) }
    for spellings in Dictionary(grouping: told.keys, by: NameSpelling.normalized).values where spellings.count > 1 {
      let files = spellings.flatMap { told[$0, default: []] }
      guard Set(files).count == files.count else { continue }
      for other in spellings.dropFirst() { rename(other, to: spellings[0]) }
    }
  }

  /// Tells ids of one name apart where every row of it has one: a row without could be all of them together. To be called
  /// when all rows are known.
  mutating func separateIDs() {
    whole = EntityIDs(ids)
    let roots = Dictionary(ids.map { (sets.root(of: "id " + $0), [whole.key($0)]) }, uniquingKeysWith: +)
    shared = Set(roots.filter { Set($0.value).count > 1 }.keys)
      .subtracting(namesWithoutID.map { sets.root(of: "name " + $0) })
  }

  /// Whether the two may be one thing's; to be asked after `separateIDs`.
  func areOne(_ id: String, _ other: String) -> Bool { whole.key(id) == whole.key(other) }

  mutating func rename(_ old: String, to new: String) { sets.unite("name " + old, "name " + new) }

  func root(of name: String, id: String) -> String {
    if name.isEmpty && id.isEmpty { return EntityNames.none }
    let root = sets.root(of: name.isEmpty ? "id " + id : "name " + name)
    return !id.isEmpty && shared.contains(root) ? "id " + whole.key(id) : root
  }
}

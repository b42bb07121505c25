import Vocabulary

/// What one property tells of one window, among windows that may be told twice.
struct CountedWindow<Fact> {
  var property: String
  var window: DateWindow
  var facts: [Fact]

  /// Of one tool. Of windows of one property that overlap the later one counts, and of two that end together the longer;
  /// a file that does not name its property counts only for days on which none that does has figures, since it may be the
  /// same.
  static func all(of facts: [Fact], property: (Fact) -> String, window: (Fact) -> DateWindow) -> [CountedWindow] {
    var counted: [CountedWindow] = []
    for (name, facts) in Dictionary(grouping: facts, by: property).sorted(by: { $0.key > $1.key }) {
      var taken = name.isEmpty ? Set(counted.map(\.window)) : []
      let byWindow = Dictionary(grouping: facts, by: window)
      for (window, facts) in byWindow.sorted(by: { ($1.key.last, $1.key.dayCount) < ($0.key.last, $0.key.dayCount) })
      where !taken.contains(where: { $0.clipped(to: window) != nil }) {
        taken.insert(window)
        counted.append(CountedWindow(property: name, window: window, facts: facts))
      }
    }
    return counted
  }
}

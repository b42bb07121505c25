import Vocabulary

/// How the columns of an export differ from those that were remembered of its source.
package enum ColumnDrift {
  /// The set of remembered columns that the found ones are a drift of: the one with the most in common, which is half of
  /// all at least; none where the export is another report.
  package static func closest(among known: [SourceColumn], to found: [SourceColumn]) -> [SourceColumn] {
    let keys = Set(found.map(\.key))
    var best: (share: Double, columns: [SourceColumn]) = (0, [])
    for shape in Set(known.map(\.shape)).sorted() {
      let columns = known.filter { $0.shape == shape }
      let common = columns.filter { keys.contains($0.key) }
      let lost = columns.filter { $0.isOriginal && !keys.contains($0.key) }
      let renamed = lost.count { column in found.contains { isRead($0, as: column) } }
      let share = Double(common.count + renamed) / Double(found.count + lost.count - renamed)
      if share > best.share { best = (share, columns) }
    }
    return best.share >= 0.5 ? best.columns : []
  }

  /// In the order of the columns, those that are gone first. A column whose cells were or are all empty, or whose
  /// numbers have or lose a fraction, has not changed.
  package static func changes(from known: [SourceColumn], to found: [SourceColumn]) -> [ColumnChange] {
    guard !known.isEmpty else { return [] }
    let foundKeys = Set(found.map(\.key))
    let knownKeys = Set(known.map(\.key))
    var added = found.filter { !knownKeys.contains($0.key) }
    var changes: [ColumnChange] = []
    for gone in known where gone.isOriginal && !foundKeys.contains(gone.key) {
      // Known by another name since an earlier file.
      if known.contains(where: { !$0.isOriginal && foundKeys.contains($0.key) && isRead($0, as: gone) }) { continue }
      if let index = added.firstIndex(where: { isRead($0, as: gone) }) {
        let column = added.remove(at: index)
        changes.append(
          ColumnChange(
            .renamed, header: gone.header, found: "now called \"\(column.header)\"; it is read as before",
            expected: "\"\(gone.header)\", as in the first file"))
        changes += differences(gone, column)
      } else if let index = likeness(gone, in: added, known: known, found: found) {
        let column = added.remove(at: index)
        changes.append(
          ColumnChange(
            .renamed, header: gone.header,
            found: "gone, and \"\(column.header)\" is new and looks like it; \(lost(gone))",
            expected: "\"\(gone.header)\", as in the first file; if they are the same, name both in a mapping"))
      } else {
        changes.append(
          ColumnChange(
            .gone, header: gone.header, found: "gone; \(lost(gone))",
            expected: "\"\(gone.header)\", as in the first file", isLoaded: !gone.field.isEmpty))
      }
    }
    for column in added {
      changes.append(
        ColumnChange(
          .added, header: column.header,
          found: "a new column; \(column.field.isEmpty ? "it is not loaded" : "it is loaded")",
          expected: "the columns of the first file", isLoaded: !column.field.isEmpty))
    }
    for column in found {
      if let before = known.first(where: { $0.key == column.key }) { changes += differences(before, column) }
    }
    return together(changes) + order(known, found)
  }

  /// Columns that are not read are named one by one only where they are few.
  private static func together(_ changes: [ColumnChange]) -> [ColumnChange] {
    var result = changes.filter(\.isLoaded)
    for kind in [ColumnChange.Kind.gone, .added] {
      let unread = changes.filter { !$0.isLoaded && $0.kind == kind }
      guard unread.count > 3, let first = unread.first else {
        result += unread
        continue
      }
      let others = unread.count - 1
      let what =
        kind == .gone
        ? "gone, and so are \(others) more; they were not loaded before either"
        : "new, and so are \(others) more; they are not loaded"
      result.append(
        ColumnChange(kind, header: first.header, found: what, expected: first.expected, isLoaded: false))
    }
    // The rest keeps the order of the columns.
    return result.count == changes.count ? changes : result
  }

  /// The keys of columns that no remembered one is known by, and that are not a remembered one's new name.
  package static func added(from known: [SourceColumn], to found: [SourceColumn]) -> Set<String> {
    let keys = Set(known.map(\.key))
    let gone = known.filter { column in !found.contains { $0.key == column.key } }
    return Set(
      found.filter { column in !keys.contains(column.key) && !gone.contains { isRead(column, as: $0) } }.map(\.key))
  }

  /// Fields of names that people give as they like: the first file's may be "Lookalike 1%" or "2026" alone.
  private static let names: Set<String> = ["campaign", "group", "adGroup", "adSet", "ad"]

  /// The same column, other cells.
  private static func differences(_ known: SourceColumn, _ found: SourceColumn) -> [ColumnChange] {
    guard !names.contains(found.field) else { return [] }
    var changes: [ColumnChange] = []
    if !isSameContent(known.content, found.content) {
      changes.append(
        ColumnChange(
          .content, header: found.header, found: "now \(words(found))",
          expected: "\(words(known)), as in the first file", isLoaded: !found.field.isEmpty))
    } else if !known.form.isEmpty, !found.form.isEmpty, known.form != found.form {
      changes.append(
        ColumnChange(
          .form, header: found.header, found: "now written like \(shape(found))",
          expected: "\(shape(known)), as in the first file", isLoaded: !found.field.isEmpty))
    }
    if let before = known.currency, let now = found.currency, before != now {
      changes.append(
        ColumnChange(
          .currency, header: found.header, found: "now in \(now)", expected: "\(before), as in the first file"))
    }
    return changes
  }

  /// `00/00/0000` of dates that are written so; numbers as they are.
  private static func shape(_ column: SourceColumn) -> String {
    guard column.content == .day else { return column.form }
    return column.form.replacing("D", with: "00").replacing("Y", with: "0000")
  }

  private static func words(_ column: SourceColumn) -> String {
    column.content.words + (column.content == .amount ? column.currency.map { " (\($0))" } ?? "" : "")
  }

  private static func isSameContent(_ known: ColumnContent, _ found: ColumnContent) -> Bool {
    if known == found || known == .empty || found == .empty { return true }
    let alike: [Set<ColumnContent>] = [[.whole, .number], [.text, .code]]
    return alike.contains { $0.contains(known) && $0.contains(found) }
  }

  private static func isRead(_ column: SourceColumn, as gone: SourceColumn) -> Bool {
    !gone.field.isEmpty && column.field == gone.field
      && (names.contains(gone.field) || isSameContent(gone.content, column.content))
  }

  /// The new column that is the lost one under another name: called by a word for the same thing, or the only one with
  /// such cells, in the same place.
  private static func likeness(
    _ gone: SourceColumn, in added: [SourceColumn], known: [SourceColumn], found: [SourceColumn]
  ) -> Int? {
    let open = added.indices.filter {
      added[$0].field.isEmpty && isSameContent(gone.content, added[$0].content) && added[$0].content != .empty
    }
    if let synonym = open.first(where: { areSynonyms(gone.header, added[$0].header) }) { return synonym }
    guard open.count == 1, let index = open.first, gone.content != .text,
      let place = known.firstIndex(of: gone), found.firstIndex(of: added[index]) == place
    else { return nil }
    return index
  }

  private static func areSynonyms(_ one: String, _ other: String) -> Bool {
    let (one, other) = (HeaderWords.plain(one), HeaderWords.plain(other))
    return RecordKind.allCases.contains { kind in
      kind.fields.contains { $0.words.contains(one) && $0.words.contains(other) }
    }
  }

  private static func lost(_ column: SourceColumn) -> String {
    column.field.isEmpty ? "it was not loaded before either" : "this file says nothing of it, which is not 0"
  }

  private static func order(_ known: [SourceColumn], _ found: [SourceColumn]) -> [ColumnChange] {
    let before = known.map(\.key).filter { key in found.contains { $0.key == key } }
    let now = found.map(\.key).filter { key in known.contains { $0.key == key } }
    guard before != now else { return [] }
    return [
      ColumnChange(
        .order, header: "", found: "columns in another order; they are read by name, so nothing else changes",
        expected: "the order of the first file", isLoaded: false)
    ]
  }
}

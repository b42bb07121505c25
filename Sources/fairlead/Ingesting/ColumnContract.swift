import ArgumentParser
import Ingestion
import Vocabulary
import Warehouse

/// What is done with a file whose columns are not those of the first file of its report and account.
enum ColumnContract: String, ExpressibleByArgument, CaseIterable {
  /// Refused.
  case freeze
  /// Loaded, and said.
  case evolve
  /// Loaded without the columns that are new, and said.
  case discard

  /// An export held to what is remembered of its source.
  struct Held {
    var export: Export
    var recognition: Recognition
    /// To be remembered.
    var columns: [SourceColumn]
    var changes: [ColumnChange]

    /// Why a frozen source does not take it; nil where it does. The order of columns is no matter.
    func refusal(_ name: String) -> String? {
      let others = changes.filter { $0.kind != .order }
      guard !others.isEmpty else { return nil }
      // What would have been loaded is not, so what is said of that stays out.
      let found = others.map { change in
        "\(change.header) \(change.kind == .added ? change.found.prefix { $0 != ";" } : change.found[...])"
      }.joined(separator: ", ")
      return "\(name): \(found); expected the columns of the first file (--contract freeze); "
        + "export it as before, or take it with --contract evolve"
    }
  }

  /// Recognises the export. A file that is in the warehouse already is not held to anything.
  func hold(_ export: Export, to warehouse: Warehouse) throws -> Held {
    let recognition = try export.recognise()
    let held = Held(export: export, recognition: recognition, columns: recognition.sourceColumns, changes: [])
    guard let source = recognition.source, try warehouse.isLoaded(digest: export.digest) == nil else { return held }
    var remembered = try warehouse.columns(of: source)
    if self == .freeze, remembered.isEmpty {
      remembered = try ColumnContract.unsplit(source, recognition.sourceColumns, in: warehouse)
      if remembered.isEmpty {
        remembered = try ColumnContract.split(source, recognition.sourceColumns, in: warehouse)
      }
    }
    let known = ColumnDrift.closest(among: remembered, to: recognition.sourceColumns)
    let shape = known.first?.shape ?? (remembered.map(\.shape).max() ?? 0) + 1
    let found = recognition.sourceColumns.map { column in
      var column = column
      column.shape = shape
      return column
    }
    let changes = ColumnDrift.changes(from: known, to: found)
    let added = known.isEmpty ? [] : ColumnDrift.added(from: known, to: found)
    guard self == .discard, !added.isEmpty else {
      return Held(export: export, recognition: recognition, columns: found, changes: changes)
    }
    let rest = export.leavingOut(added)
    return Held(
      export: rest, recognition: try rest.recognise(), columns: found.filter { !added.contains($0.key) },
      changes: changes.map { change in
        guard change.kind == .added else { return change }
        var change = change
        change.found = "a new column; it is left out (--contract discard)"
        return change
      })
  }

  /// What is remembered of the same report without a column that splits its rows, such as Device: with one it counts as
  /// a report of its own, which a frozen source must not become unseen. None where no such report is known.
  private static func unsplit(
    _ source: SourceIdentity, _ found: [SourceColumn], in warehouse: Warehouse
  ) throws -> [SourceColumn] {
    let parts = source.variant.split(separator: "+").map(String.init)
    let splitting = parts.indices.filter { place in
      found.contains { $0.field == parts[place] || $0.key == parts[place] }
    }
    // One or several may be new; no report has more than six.
    guard splitting.count <= 6 else { return [] }
    for choice in 1..<(1 << splitting.count) {
      let new = splitting.indices.filter { choice & (1 << $0) != 0 }.map { splitting[$0] }
      let rest = parts.indices.filter { !new.contains($0) }.map { parts[$0] }
      let remembered = try warehouse.columns(
        of: SourceIdentity(format: source.format, account: source.account, variant: rest.joined(separator: "+")))
      guard ColumnDrift.closest(among: remembered, to: found).isEmpty else { return remembered }
    }
    return []
  }

  /// What is remembered of the same report with a column more that splits its rows.
  private static func split(
    _ source: SourceIdentity, _ found: [SourceColumn], in warehouse: Warehouse
  ) throws -> [SourceColumn] {
    let parts = Set(source.variant.split(separator: "+"))
    for variant in try warehouse.variants(of: source.format, account: source.account)
    where parts.isStrictSubset(of: variant.split(separator: "+")) {
      let remembered = try warehouse.columns(
        of: SourceIdentity(format: source.format, account: source.account, variant: variant))
      guard ColumnDrift.closest(among: remembered, to: found).isEmpty else { return remembered }
    }
    return []
  }
}

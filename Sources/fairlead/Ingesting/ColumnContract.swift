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
      remembered = try ColumnContract.otherwiseSplit(source, recognition.sourceColumns, in: warehouse)
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

  /// What is remembered of the same report with fewer or more of the columns that split its rows, such as Device: with
  /// others it counts as a report of its own, which a frozen source must not become unseen. The nearest with fewer goes
  /// first; none where no such report is known.
  private static func otherwiseSplit(
    _ source: SourceIdentity, _ found: [SourceColumn], in warehouse: Warehouse
  ) throws -> [SourceColumn] {
    let parts = Set(source.variant.split(separator: "+").map(String.init))
    let splitting = parts.filter { part in found.contains { $0.field == part || $0.key == part } }
    let known = try warehouse.variants(of: source.format, account: source.account).map { variant in
      (variant: variant, parts: Set(variant.split(separator: "+").map(String.init)))
    }
    let fewer = known.filter {
      $0.parts.isStrictSubset(of: parts) && parts.subtracting($0.parts).isSubset(of: splitting)
    }
    .sorted { ($1.parts.count, $0.variant) < ($0.parts.count, $1.variant) }
    let more = known.filter { parts.isStrictSubset(of: $0.parts) }
    for (variant, _) in fewer + more {
      let remembered = try warehouse.columns(
        of: SourceIdentity(format: source.format, account: source.account, variant: variant))
      guard ColumnDrift.closest(among: remembered, to: found).isEmpty else { return remembered }
    }
    return []
  }
}

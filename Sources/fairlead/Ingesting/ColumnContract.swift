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
      let found = others.map { "\($0.header) \($0.found)" }.joined(separator: ", ")
      return "\(name): \(found); expected the columns of the first file (--contract freeze); "
        + "export it as before, or take it with --contract evolve"
    }
  }

  /// Recognises the export. A file that is in the warehouse already is not held to anything.
  func hold(_ export: Export, to warehouse: Warehouse) throws -> Held {
    let recognition = try export.recognise()
    let found = recognition.sourceColumns
    let held = Held(export: export, recognition: recognition, columns: found, changes: [])
    guard let source = recognition.source, try warehouse.isLoaded(digest: export.digest) == nil else { return held }
    let known = try warehouse.columns(of: source)
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
}

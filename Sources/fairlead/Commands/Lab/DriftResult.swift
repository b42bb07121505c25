import Foundation
import Modeling

/// What `lab drift` says.
struct DriftResult: Encodable {
  struct Column: Encodable {
    let name: String
    let kind: String
    let psi: Double
    let ks: Double?
    /// In the column's unit.
    let wasserstein: Double?
    let jensenShannon: Double
    let chiSquare: Double?
    /// Of Kolmogorov and Smirnov's test for numbers, of the χ² test for categories.
    let pValue: Double?
    let drifted: Bool
    let direction: DriftSearch.Direction
    /// The category whose share has changed most.
    let movedCategory: String?
    let missingReference: Double
    let missingCurrent: Double

    init(name: String, _ found: DriftSearch.Column, levels: [String]) {
      self.name = name
      kind = found.chiSquare == nil ? "number" : "category"
      psi = found.populationStability
      ks = found.kolmogorovSmirnov?.statistic
      wasserstein = found.wasserstein
      jensenShannon = found.jensenShannon
      chiSquare = found.chiSquare?.statistic
      pValue = found.pValue
      drifted = found.drifted
      direction = found.direction
      movedCategory = found.movedCategory.map { $0 < 0 ? "(blank)" : levels[$0] }
      missingReference = found.missingReference
      missingCurrent = found.missingCurrent
    }

    private enum Key: String, CodingKey {
      case name, kind, psi, ks, wasserstein, jensenShannon, chiSquare, pValue, drifted, direction, movedCategory
      case missingReference, missingCurrent
    }

    /// Every key in every column; null where the figure is not for its kind.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(name, forKey: .name)
      try container.encode(kind, forKey: .kind)
      try container.encode(psi, forKey: .psi)
      try container.encode(ks, forKey: .ks)
      try container.encode(wasserstein, forKey: .wasserstein)
      try container.encode(jensenShannon, forKey: .jensenShannon)
      try container.encode(chiSquare, forKey: .chiSquare)
      try container.encode(pValue, forKey: .pValue)
      try container.encode(drifted, forKey: .drifted)
      try container.encode(direction, forKey: .direction)
      try container.encode(movedCategory, forKey: .movedCategory)
      try container.encode(missingReference, forKey: .missingReference)
      try container.encode(missingCurrent, forKey: .missingCurrent)
    }

    fileprivate var text: String {
      func short(_ number: Double) -> String { String(format: "%.3g", number) }
      var parts = ["PSI \(short(psi))"]
      if let ks { parts.append("KS \(short(ks))") }
      if let wasserstein { parts.append("moved by \(short(wasserstein))") }
      if let chiSquare { parts.append("χ² \(short(chiSquare))") }
      parts.append("JS \(short(jensenShannon))")
      if let pValue { parts.append(pValue < 1e-4 ? "p < 0.0001" : "p \(short(pValue))") }
      if missingReference != missingCurrent {
        parts.append("blank \(short(100 * missingReference)) % → \(short(100 * missingCurrent)) %")
      }
      let mark = drifted ? "DRIFTED" : "stable "
      let way = direction == .none ? "" : " \(movedCategory ?? "") \(direction.rawValue)".replacing("  ", with: " ")
      return "  \(mark)  \(name)\(drifted ? way : "")  \(parts.joined(separator: ", "))"
    }
  }

  let referenceRows: Int
  let currentRows: Int
  let columns: [Column]
  let dropped: [DroppedColumn]
  /// The share of columns called drifted when rows of both tables are mixed and dealt again; null without replays.
  let falseAlarmRate: Double?
  /// The least PSI, KS or Jensen–Shannon distance that counts, and the largest p-value.
  let size: Double
  let certainty: Double
  let notes: [String]

  private enum Key: String, CodingKey {
    case referenceRows, currentRows, columns, dropped, falseAlarmRate, size, certainty, notes
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(referenceRows, forKey: .referenceRows)
    try container.encode(currentRows, forKey: .currentRows)
    try container.encode(columns, forKey: .columns)
    try container.encode(dropped, forKey: .dropped)
    try container.encode(falseAlarmRate, forKey: .falseAlarmRate)
    try container.encode(size, forKey: .size)
    try container.encode(certainty, forKey: .certainty)
    try container.encode(notes, forKey: .notes)
  }

  var text: String {
    let drifted = columns.filter(\.drifted)
    var lines = [
      "\(drifted.count) of \(columns.count) columns drifted; \(referenceRows) reference rows, "
        + "\(currentRows) current rows"
    ]
    lines += (drifted + columns.filter { !$0.drifted }).map(\.text)
    lines.append("  drifted: PSI, KS or JS of \(size) or more, and p of \(certainty) or less; or that share more blank")
    if let falseAlarmRate {
      let share = String(format: "%.2g", 100 * falseAlarmRate)
      lines.append("  false alarms: \(share) % of columns when rows of both tables are mixed and dealt again")
    }
    for column in dropped { lines.append("  left out  \(column.column): \(column.reason)") }
    for note in notes { lines.append("  note  \(note)") }
    return lines.joined(separator: "\n")
  }
}

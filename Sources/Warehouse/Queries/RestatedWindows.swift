/// Windows in which an older file tells a campaign as a whole, and newer rows of a finer level cost no less: there the
/// finer rows count.
///
/// Rows that were filtered, or that leave a rest out, cost less. Breakdowns never restate: some tell one cost under several
/// of their values.
struct RestatedWindows {
  private var windows: Set<WindowSchedule.Window> = []
  private let evidence: [Int64: Evidence]

  /// - Parameter evidence: by file.
  init(_ facts: [AdCover.Fact], evidence: [Int64: Evidence]) {
    self.evidence = evidence
    let whole = facts.filter { $0.shape.breakdown.isEmpty }
    guard Set(whole.map(\.shape)).count > 1 else { return }
    for (days, told) in Dictionary(grouping: whole, by: \.days) {
      guard let days else { continue }
      let shapes = Dictionary(grouping: told, by: \.shape).sorted { $0.key < $1.key }
      guard var kept = shapes.first else { continue }
      for finer in shapes.dropFirst() where isRestated(kept.value, by: finer.value) { kept = finer }
      for (shape, _) in shapes where shape < kept.key {
        windows.insert(WindowSchedule.Window(days: days, shape: shape))
      }
    }
  }

  func contains(_ window: WindowSchedule.Window) -> Bool { windows.contains(window) }

  private func isRestated(_ whole: [AdCover.Fact], by finer: [AdCover.Fact]) -> Bool {
    guard Set((whole + finer).map(\.spend.currency)).count == 1, let before = sum(whole, \.spendMicros), before > 0,
      let after = sum(finer, \.spendMicros), after >= before,
      finer.allSatisfy({ fact in whole.allSatisfy { isNewer(fact.file, than: $0.file) } })
    else { return false }
    let others: [KeyPath<AdSpendRow, Int64?>] = [
      \.impressions, \.clicks, \.conversionsMicros, \.conversionValueMicros,
    ]
    return others.allSatisfy { sum(whole, $0) == nil || sum(finer, $0) != nil }
  }

  private func isNewer(_ file: Int64, than other: Int64) -> Bool {
    guard let own = evidence[file], let others = evidence[other] else { return false }
    return own.verdict(against: others) == .newer
  }

  /// Nil where no row has the measure.
  private func sum(_ facts: [AdCover.Fact], _ measure: KeyPath<AdSpendRow, Int64?>) -> Int64? {
    let told = facts.compactMap { $0.spend[keyPath: measure] }
    return told.isEmpty ? nil : told.reduce(0, +)
  }
}

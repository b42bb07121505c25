import GRDB
import Vocabulary

/// How the file being loaded stands to those that were loaded before it.
final class FileOrder {
  /// The id of the file being loaded.
  let current: Int64
  private let file: SourceFile
  private let evidence: Evidence
  private let others: [Int64: Other]
  private let verdicts: [Int64: Evidence.Verdict]
  /// The files that something was decided against.
  private var asked: Set<Int64> = []
  private var lastAsked: Int64?
  /// The first case that the evidence could not decide, or in which the files tell of different things.
  private(set) var question: WarehouseError?

  /// The first file whose figures stand where this one's differ.
  private(set) var supersededBy: String?
  /// Orders and their lines come from one line, and each table is written for itself.
  private var superseded: Set<Int> = []
  var rowsSuperseded: Int { superseded.count }

  private struct Other {
    var name: String
    var digest: String
    var evidence: Evidence
  }

  init(current: Int64, file: SourceFile, in db: Database) throws {
    self.current = current
    self.file = file
    let evidence = Evidence(file)
    self.evidence = evidence
    var others: [Int64: Other] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT id, name, digest, lastDay, exportedDay FROM sourceFile")
    while let row = try rows.next() {
      let known = Evidence(lastDay: row["lastDay"], exportedDay: row["exportedDay"])
      others[row["id"]] = Other(name: row["name"], digest: row["digest"], evidence: known)
    }
    self.others = others
    verdicts = others.mapValues { FileOrder.verdict(evidence, against: $0.evidence) }
  }

  var sheetsAreApart: Bool { file.sheetsAreApart }

  func verdict(against other: Int64) -> Evidence.Verdict {
    if lastAsked != other {
      asked.insert(other)
      lastAsked = other
    }
    return verdicts[other] ?? .tie
  }

  /// Whether both files say on which day they were made, different ones, and neither before the day with which the state
  /// of its row began: such a day would be no export's.
  func sayWhenMade(began own: Int64, against other: Int64, began others: Int64) -> Bool {
    guard let made = evidence.made, let otherMade = self.others[other]?.evidence.made, made != otherMade else {
      return false
    }
    return made >= own && otherMade >= others
  }

  /// Whoever was asked which file is newer has put a day into its name, and none into the other's.
  private static func verdict(_ file: Evidence, against other: Evidence) -> Evidence.Verdict {
    let verdict = file.verdict(against: other)
    let isAnswered = file.exportedDay != nil && other.exportedDay == nil && !other.lacksDay(beside: file)
    return verdict == .tie && isAnswered ? .newer : verdict
  }

  /// Settles lineage, and lineage only, where nothing tells which file is the newer, so that it does not hang on load
  /// order.
  func ranks(above other: Int64) -> Bool {
    guard let other = others[other] else { return false }
    return evidence.ranks(above: other.evidence) ?? (file.digest > other.digest)
  }

  /// `hasDays`: whether the table's rows are of a period, which files may leave unsaid.
  func noteTie(table: String, hasDays: Bool, with id: Int64) {
    guard let other = others[id] else { return }
    let lacking =
      evidence.lacksDay(beside: other.evidence)
      ? file.name : other.evidence.lacksDay(beside: evidence) ? other.name : nil
    guard let lacking else {
      let isUndated = hasDays && evidence.lastDay == nil && other.evidence.lastDay == nil
      return ask(
        isUndated
          ? .unknownPeriods(table: table, first: file.name, second: other.name)
          : .equalEvidence(table: table, first: file.name, second: other.name))
    }
    ask(.unknownExport(table: table, first: file.name, second: other.name, lacking: lacking))
  }

  /// Not where a row's own day says that its state is the older one, whatever the files say.
  func noteSuperseded(by other: Int64, line: Int) {
    guard verdicts[other] == .older else { return }
    supersededBy = supersededBy ?? others[other]?.name
    superseded.insert(line)
  }

  func noteTwoThings(table: String, with other: Int64) {
    ask(.differentThings(table: table, first: file.name, second: others[other]?.name ?? ""))
  }

  /// Asks about figures far from another file's, unless the newer of the two says on which later day it was made.
  func compare(_ scale: RestatedScale, with id: Int64, final: SourceFile) {
    let own = Evidence(final)
    guard let other = others[id], let end = own.lastDay, let otherEnd = other.evidence.lastDay,
      scale.isFar(end: Int64(min(end, otherEnd)))
    else { return }
    let newer = own.verdict(against: other.evidence) == .older ? other.evidence : own
    if let exported = newer.exportedDay, let last = newer.lastDay, exported > last { return }
    ask(.farFigures(first: file.name, second: other.name))
  }

  private func ask(_ error: WarehouseError) { question = question ?? error }

  /// Whether what was only learnt by reading the file would have decided something otherwise.
  func isOverturned(by final: SourceFile) -> Bool {
    let better = Evidence(final)
    return asked.contains { id in
      guard let other = others[id], let verdict = verdicts[id] else { return false }
      if FileOrder.verdict(better, against: other.evidence) != verdict { return true }
      return verdict == .tie && better.ranks(above: other.evidence) != evidence.ranks(above: other.evidence)
    }
  }
}

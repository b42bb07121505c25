import GRDB
import Vocabulary

/// How the file being loaded stands to those that were loaded before it.
final class FileOrder {
  /// The id of the file being loaded.
  let current: Int64
  private let file: SourceFile
  private let evidence: Evidence
  private let others: [Int64: Other]
  private let verdicts: [Int64: Verdicts]
  /// The files that something was decided against.
  private var asked: Set<Int64> = []
  private var lastAsked: Int64?
  /// The first case that the evidence could not decide, or in which the files tell of different things.
  private(set) var question: WarehouseError?

  private struct Verdicts: Equatable {
    let ofDays: Evidence.Verdict
    let ofStates: Evidence.Verdict

    init(_ file: Evidence, against other: Evidence) {
      ofDays = Verdicts.settled(file.verdict(against: other), file, other)
      ofStates = Verdicts.settled(file.verdict(against: other, ofStates: true), file, other)
    }

    /// Whoever was asked which file is newer has put a day into its name, and none into the other's.
    private static func settled(_ verdict: Evidence.Verdict, _ file: Evidence, _ other: Evidence) -> Evidence.Verdict {
      verdict == .tie && file.exportedDay != nil && other.exportedDay == nil ? .newer : verdict
    }
  }

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
    verdicts = others.mapValues { Verdicts(evidence, against: $0.evidence) }
  }

  /// `ofStates`: of things in their latest known state, see `Evidence`.
  func verdict(against other: Int64, ofStates: Bool) -> Evidence.Verdict {
    if lastAsked != other {
      asked.insert(other)
      lastAsked = other
    }
    guard let verdicts = verdicts[other] else { return .tie }
    return ofStates ? verdicts.ofStates : verdicts.ofDays
  }

  /// Settles lineage, and lineage only, between files of equal evidence, so that it does not hang on load order.
  func isLaterByDigest(than other: Int64) -> Bool { others[other].map { file.digest > $0.digest } ?? false }

  func noteTie(table: String, with other: Int64) {
    ask(.equalEvidence(table: table, first: file.name, second: others[other]?.name ?? ""))
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
    return asked.contains { id in others[id].map { Verdicts(better, against: $0.evidence) } != verdicts[id] }
  }
}

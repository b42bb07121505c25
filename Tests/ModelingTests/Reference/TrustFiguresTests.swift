import Computation
import Foundation
import Testing

@testable import Modeling

/// The figures of trust.json on frozen scores of the Adult set.
@Suite("Trust figures", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
struct TrustFiguresTests {
  private static let file = "mix-and-trust/results/trust.json"
  private static let rates: [(ThresholdRate.Kind, String)] = [
    (.accuracy, "accuracy"), (.precision, "precision"), (.truePositive, "tpr"), (.falsePositive, "fpr"),
    (.selection, "selection_rate"),
  ]

  @Test(arguments: [["sex"], ["race"], ["sex", "race"]])
  func rates(columns: [String]) throws {
    let book = try FigureBook(Self.file)
    let (test, rows) = try SharedReference.scores("adult", "hgb", part: "test")
    let table = try ReferenceRows.read("adult")
    let names = try columns.map { try table.column($0) }
    let groups = rows.map { row in
      names.count == 1 ? names[0][row] : "(" + names.map { "'\($0[row])'" }.joined(separator: ", ") + ")"
    }
    let path = "fairlearn/" + columns.joined(separator: "+")
    let tool = Disaggregation(bootstrap: PercentileBootstrap(replicates: 1_000), minimumPositives: 0)
    for (kind, name) in Self.rates {
      let result = try tool.measure(
        ThresholdRate(kind), on: test, groups: groups, using: SeededGenerator(seed: 1), on: Workers(count: 2))
      book.meet("\(path)/overall/\(name)", result.overall)
      // The package calls a precision of nothing 0, and so its smallest.
      let isWhole = result.groups.allSatisfy { $0.value != nil }
      for group in result.groups {
        book.meet("\(path)/counts/\(group.name)", Double(group.rows))
        guard case .measured(let value, let interval) = group.finding else { continue }
        book.meet("\(path)/by_group/\(group.name)/\(name)", value)
        try meet(interval, of: group, book, path + "/by_group_ci", "\(group.name)/\(name)")
      }
      guard isWhole else { continue }
      book.meet("\(path)/difference/\(name)", result.difference?.value)
      book.meet("\(path)/ratio/\(name)", result.ratio?.value ?? 0)
      // With many groups the package's gap is the largest of each replicate, and so larger than what it estimates.
      guard result.groups.count == 2 else { continue }
      try meet(result.difference?.interval, of: result.groups[0], book, path + "/difference_ci", name)
    }
    // Of groups too small, and settings; gaps of which a group has no value.
    book.leaveOut("_ci/", "/quantiles/", "/n_boot", "/random_state", "/timing/")
    if columns.count == 2 { book.leaveOut("('Female', 'Amer-Indian-Eskimo')/precision", "/difference/", "/ratio/") }
    book.expectAllMet(under: path + "/")
  }

  /// Ends within a fifth of the width of 200 replicates there, where a group is large enough to say.
  private func meet(
    _ interval: Interval?, of group: Disaggregation.Group, _ book: FigureBook, _ path: String, _ name: String
  ) throws {
    guard group.positives >= 50, let interval else { return }
    let (low, high) = (try book.figure("\(path)/0/\(name)"), try book.figure("\(path)/2/\(name)"))
    // A gap is never below 0 there, which bends an interval that comes near it.
    guard low > 0.1 * (high - low) else { return }
    book.meet("\(path)/0/\(name)", interval.lower, relative: 0, absolute: 0.2 * (high - low))
    book.meet("\(path)/2/\(name)", interval.upper, relative: 0, absolute: 0.2 * (high - low))
  }

  @Test func classification() throws {
    let book = try FigureBook(Self.file)
    let (test, _) = try SharedReference.scores("adult", "hgb", part: "test")
    let path = "evidently_class/result/metrics"
    let other = try ScoredOutcomes(scores: test.scores.map { 1 - $0 }, outcomes: test.outcomes.map { !$0 })
    func rate(_ kind: ThresholdRate.Kind, _ input: ScoredOutcomes) throws -> Double {
      try ThresholdRate(kind).value(of: input)
    }
    book.meet("\(path)/0/value", try rate(.accuracy, test))
    book.meet("\(path)/1/value", try rate(.precision, test))
    book.meet("\(path)/2/value", try rate(.truePositive, test))
    book.meet("\(path)/3/value", try FScore().value(of: test))
    book.meet("\(path)/4/value", try AreaUnderCurve().value(of: test))
    book.meet("\(path)/5/value", try LogLoss().value(of: test))
    book.meet("\(path)/6/value", try rate(.truePositive, test))
    book.meet("\(path)/7/value", 1 - (try rate(.falsePositive, test)))
    book.meet("\(path)/8/value", try rate(.falsePositive, test))
    book.meet("\(path)/9/value", try rate(.falseNegative, test))
    for (label, input) in [("0", other), ("1", test)] {
      book.meet("\(path)/10/value/\(label)", try FScore().value(of: input))
      book.meet("\(path)/11/value/\(label)", try rate(.precision, input))
      book.meet("\(path)/12/value/\(label)", try rate(.truePositive, input))
      book.meet("\(path)/13/value/\(label)", try AreaUnderCurve().value(of: input))
    }
    book.leaveOut("/config/")
    book.expectAllMet(under: path + "/")
  }

  @Test func calibrationError() throws {
    let book = try FigureBook(Self.file)
    let (test, _) = try SharedReference.scores("adult", "hgb", part: "test")
    let error = ExpectedCalibrationError()
    book.meet("ece/own_ece15_width", try error.value(of: test))
    book.meet("ece/netcal_ece15", try error.value(of: test))
    let gaps = error.groups(test.scores).filter { !$0.isEmpty }.map { rows in
      abs(rows.reduce(0) { $0 + (test.outcomes[$1] ? 1 : 0) - test.scores[$1] }) / Double(rows.count)
    }
    book.meet("ece/netcal_mce15", gaps.max())
    // The mean of the gaps without weights, which that package calls average calibration error.
    book.meet("ece/netcal_ace15", gaps.reduce(0, +) / Double(gaps.count))
    book.leaveOut("/timing/")
    book.expectAllMet(under: "ece/")
  }

  @Test func slices() throws {
    let book = try FigureBook(Self.file)
    let (test, rows) = try SharedReference.scores("adult", "hgb", part: "test")
    let table = try ReferenceRows.read("adult")
    let errors = zip(test.scores, test.outcomes).map { ($0 >= 0.5) == $1 ? 0.0 : 1 }
    func whole(_ name: String, _ change: (Int) -> Int) throws -> [String] {
      try table.column(name).map { String(change(Int($0) ?? 0)) }
    }
    let plain = [
      "workclass", "education", "marital-status", "occupation", "relationship", "race", "sex", "native-country",
    ]
    var columns = try plain.map { ($0, try table.column($0)) }
    columns += [
      ("age5", try whole("age") { $0 / 10 }), ("hours5", try whole("hours-per-week") { $0 / 10 }),
      ("edunum", try whole("education-num") { $0 }),
      ("gain", try table.column("capital-gain").map { (Int($0) ?? 0) > 0 ? "True" : "False" }),
    ]
    for (name, wanted) in [("test7", Array(columns.prefix(7))), ("test12", columns)] {
      let path = "sliceline/\(name)"
      let support = try book.figure(path + "/min_sup")
      let found = try SliceSearch(support: Int(support)).search(
        wanted.map { column in
          SliceSearch.Column(name: column.0, values: rows.map { column.1[$0] })
        }, errors: errors)
      #expect(support == max(32, (0.01 * Double(rows.count)).rounded(.up)))
      #expect(found.count == 10)
      for (index, slice) in found.enumerated() {
        let at = "\(path)/top/\(index)"
        book.meet(at + "/slice_score", slice.score)
        book.meet(at + "/slice_size", Double(slice.rows.count))
        book.meet(at + "/slice_average_error", slice.meanError)
        book.meet(at + "/sum_slice_error", slice.meanError * Double(slice.rows.count))
        book.meet(at + "/max_slice_error", slice.rows.map { errors[$0] }.max())
      }
      book.leaveOut("/min_sup", "\(path)/alpha", "\(path)/k", "\(path)/max_l", "/timing/")
      book.expectAllMet(under: path + "/")
    }
  }
}

import Computation
import Foundation
import Testing

@testable import Modeling

/// Every figure of drift.json.
@Suite("Drift figures", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
struct DriftFiguresTests {
  @Test func bank() throws {
    let data = try ReferenceRows.read("bank")
    let half = data.cells.count / 2
    let book = try FigureBook("results/drift.json")
    let path = "bank_first_half_vs_second_half"
    book.meet(path + "/h", Double(half))
    let (reference, current) = (Array(0..<half), Array(half..<data.cells.count))
    _ = try columns(data, reference, current, book, path, and: "y")
    book.expectAllMet(under: path + "/")
  }

  @Test func telco() throws {
    let data = try ReferenceRows.read("telco")
    let book = try FigureBook("results/drift.json")
    let path = "telco_train_vs_test_no_drift"
    let pValues = try columns(data, data.rows(of: "train"), data.rows(of: "test"), book, path, and: "Churn")
    book.meet(path + "/p_in_order", all: pValues, relative: 1e-6)
    book.meet(path + "/bh_adjusted", all: FalseDiscoveryRate.adjusted(pValues), relative: 1e-6)
    // Holm's rule is not in use here.
    book.leaveOut("/holm_adjusted")
    book.expectAllMet(under: path + "/")
  }

  /// P-values, numbers first.
  private func columns(
    _ data: ReferenceRows, _ reference: [Int], _ current: [Int], _ book: FigureBook, _ path: String, and label: String
  ) throws -> [Double] {
    var pValues: [Double] = []
    for name in data.numeric {
      let values = try data.column(name).map { Double($0) ?? 0 }
      let (first, second) = (reference.map { values[$0] }, current.map { values[$0] })
      pValues.append(try numbers(first, second, book, "\(path)/numeric/\(name)"))
    }
    for name in data.names where !(data.numeric + ["customerID", label]).contains(name) {
      pValues.append(try categories(try data.column(name), reference, current, book, "\(path)/categorical/\(name)"))
    }
    pValues.append(try categories(try data.column(label), reference, current, book, "\(path)/categorical/\(label)"))
    return pValues
  }

  private func numbers(_ first: [Double], _ second: [Double], _ book: FigureBook, _ path: String) throws -> Double {
    let shares = try BinnedShares(reference: first, current: second)
    let test = try KolmogorovSmirnov(first, second)
    let distance = try WassersteinDistance.between(first, second)
    book.meet(path + "/n_ref", Double(first.count))
    book.meet(path + "/n_cur", Double(second.count))
    book.meet(path + "/ref_share", all: shares.reference)
    book.meet(path + "/cur_share", all: shares.current)
    book.meet(path + "/psi_eps1e-4", shares.populationStability, absolute: 1e-15)
    // The square root of what is left of two entropies.
    book.meet(path + "/jensenshannon_distance_base2", shares.jensenShannon, relative: 1e-8, absolute: 1e-9)
    book.meet(path + "/ks", test.statistic)
    book.meet(path + "/ks_p_asymp", test.pValue, relative: 1e-6)
    book.meet(path + "/wasserstein", distance)
    book.meet(path + "/mean_ref", Moments.mean(first))
    book.meet(path + "/mean_cur", Moments.mean(second))
    let deviation = Moments.variance(first, about: Moments.mean(first)).squareRoot()
    book.meet(path + "/wasserstein_over_ref_sd_ddof0", deviation > 0 ? distance / deviation : nil)
    // The area under the curve counts the pairs that Mann and Whitney's U does.
    let pairs = try ScoredOutcomes(
      scores: first + second, outcomes: first.map { _ in true } + second.map { _ in false })
    let area = try AreaUnderCurve().value(of: pairs)
    book.meet(path + "/mannwhitney_u", area * Double(first.count) * Double(second.count))
    // Sorted values at the shares .1 … .9, each once.
    let cuts = Set((1...9).map { Quantile.of(sorted: first.sorted(), Double($0) / 10) }).sorted()
    book.meet(path + "/edges", all: distinct(cuts))
    return test.pValue
  }

  /// Cuts that differ by rounding are one.
  private func distinct(_ cuts: [Double]) -> [Double] {
    cuts.enumerated().filter { $0.offset == 0 || $0.element - cuts[$0.offset - 1] > 1e-9 * abs($0.element) }
      .map(\.element)
  }

  private func categories(
    _ values: [String], _ reference: [Int], _ current: [Int], _ book: FigureBook, _ path: String
  ) throws -> Double {
    let levels = Set((reference + current).map { values[$0] }).sorted()
    func counts(_ rows: [Int]) -> [Int] {
      let found = Dictionary(grouping: rows) { values[$0] }
      return levels.map { found[$0]?.count ?? 0 }
    }
    let (first, second) = (counts(reference), counts(current))
    let shares = BinnedShares(referenceCounts: first, currentCounts: second)
    let test = ChiSquareTest(referenceCounts: first, currentCounts: second)
    book.meet(path + "/ref", all: first.map(Double.init))
    book.meet(path + "/cur", all: second.map(Double.init))
    book.meet(path + "/psi_eps1e-4", shares.populationStability)
    book.meet(path + "/jensenshannon_distance_base2", shares.jensenShannon, relative: 1e-8)
    book.meet(path + "/chi2", test.statistic)
    book.meet(path + "/dof", Double(test.degrees))
    book.meet(path + "/p", test.pValue, relative: 1e-6)
    let rows = Double(reference.count + current.count)
    book.meet(path + "/cramers_v", levels.count > 1 ? (test.statistic / rows).squareRoot() : nil)
    let distance = zip(shares.reference, shares.current).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
    book.meet(path + "/total_variation", distance)
    return test.pValue
  }
}

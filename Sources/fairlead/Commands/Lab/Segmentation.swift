import Computation
import Foundation
import Modeling

/// One run of `lab segment` on a table that has been read.
struct Segmentation {
  let command: LabSegment
  let rows: SegmentRows
  let table: LabTable
  let workers: Workers
  let generator: SeededGenerator
  private let progress: Progress

  /// Rows that are compared each with each; more take minutes.
  static let mostCompared = 20_000
  /// Rows of which twenty hierarchies are made in seconds.
  private static let mostRefitted = 1_000
  /// Rows on which the number of groups is decided.
  private static let mostCounted = 5_000
  /// Rows on which a mixture's best start is looked for; with more it climbs on from there on all of them, and less far.
  private static let mostSearched = 50_000
  /// A round of a mixture's climb that takes about a millisecond.
  private static let cheapRound = 1_000_000
  /// The dearest round with which a mixture is looked for beyond its starts too: hundreds of rounds are needed.
  private static let dearestMoved = 30 * cheapRound
  /// The same for k-means, on tables of more than twice as many.
  private static let mostSeeded = 100_000

  init(_ command: LabSegment, _ table: LabTable) throws {
    self.command = command
    self.table = table
    rows = try SegmentRows(
      table, features: LabOptions.list(command.features), scale: command.scale,
      numbersOnly: command.model == .gmm)
    workers = command.options.workers
    generator = command.options.generator
    let isCounted = command.k == "auto" && !command.findsCount
    progress = command.options.progress(steps: isCounted ? 2 : 1, rows: table.rowCount)
  }

  func result() throws -> SegmentResult {
    if command.model == .ward || command.model == .hdbscan, table.rowCount > Ward.mostRows {
      throw Failure(
        "\(table.name): found \(table.rowCount) rows; expected at most \(Ward.mostRows) for \(command.model.rawValue), "
          + "which compares each row with each; draw a sample, or take --model kmeans, gmm or dbscan", .unusableData)
    }
    defer { progress.end() }
    switch command.model {
    case .kmeans, .gmm, .ward: return try counted()
    case .dbscan:
      progress.step("dbscan: finds the neighbours of each of \(table.rowCount) rows")
      return try dense()
    case .hdbscan:
      progress.step("hdbscan: compares each of \(table.rowCount) rows with each")
      return try hierarchical()
    }
  }

  /// Methods that are told the number of groups.
  private func counted() throws -> SegmentResult {
    var notes: [String] = []
    var candidates: [SegmentResult.Candidate]?
    let k: Int
    if let count = Int(command.k) {
      guard count <= table.rowCount else {
        throw Failure(
          "\(table.name): --k is \(count); found \(table.rowCount) rows; expected no more groups than rows; lower it",
          .unusableData)
      }
      k = count
    } else {
      progress.step("\(command.model.rawValue): looks for the number of groups")
      (k, candidates) = try count(&notes)
    }
    progress.step("\(command.model.rawValue): \(k) groups of \(table.rowCount) rows")
    var result: SegmentResult
    switch command.model {
    case .gmm: result = try mixture(k)
    case .ward: result = try ward(k)
    default: result = try kMeans(k)
    }
    result.candidates = candidates
    if k == 1 {
      result.stability = 1
    } else if table.rowCount > Self.mostCompared {
      notes.append("silhouette and stability are measured on tables of up to \(Self.mostCompared) rows")
    } else if Set(result.labels).count < 2 || k == table.rowCount {
      notes.append("silhouette and stability need two groups or more, and fewer than rows")
    } else {
      result.silhouette = try Silhouette(on: workers).value(
        of: LabelledRows(rows: rows.scaled, labels: result.labels))
      if command.model == .ward, table.rowCount > Self.mostRefitted {
        notes.append("ward's stability is measured on tables of up to \(Self.mostRefitted) rows")
      } else {
        result.stability = stability(k, result.labels, of: rows.scaled)
      }
    }
    if command.start == nil {
      if command.model == .gmm, table.rowCount > Self.mostSearched {
        notes.append("the mixture's start was looked for on \(Self.mostSearched) rows drawn by seed")
      }
      if command.model == .kmeans, command.starts == nil, table.rowCount > 2 * Self.mostSeeded {
        notes.append("the start was looked for on \(Self.mostSeeded) rows drawn by seed; --starts takes all of them")
      }
    }
    result.notes += notes
    return result
  }

  private func kMeans(_ k: Int) throws -> SegmentResult {
    let start = try given(k).map { KMeans.Start.given($0) } ?? searched(k) ?? .plusPlus(starts: starts(k))
    let fitted = try KMeans(clusters: k, start: start, maximumIterations: 1_000).fit(
      rows.scaled, using: generator, on: workers)
    var result = SegmentResult(
      model: "kmeans", k: k, rows: table.rowCount, columns: rows.names, dropped: rows.dropped)
    result.sizes = fitted.sizes
    result.centres = (0..<k).map { Array(fitted.centres.row($0)) }
    result.centresOriginal = result.centres.map { rows.original($0) }
    result.inertia = fitted.inertia
    result.iterations = fitted.iterations
    result.labels = try fitted.predict(rows.scaled, on: workers)
    return result
  }

  /// On very many rows the best start of some of them; nil where all of them are searched, or none are to be had.
  private func searched(_ k: Int) -> KMeans.Start? {
    guard command.starts == nil, table.rowCount > 2 * Self.mostSeeded, let some = drawn(Self.mostSeeded) else {
      return nil
    }
    let search = KMeans(clusters: k, start: .plusPlus(starts: LabSegment.usualStarts))
    return (try? search.fit(some, using: generator, on: workers)).map { .given($0.centres) }
  }

  private func mixture(_ k: Int) throws -> SegmentResult {
    let covariance = shape
    let isMany = table.rowCount > Self.mostSearched
    let fitted: GaussianMixture.Fitted
    let regularisation = GaussianMixture(components: k).regularisation
    let exact = { (start: GaussianMixture.Start) in
      GaussianMixture(
        components: k, covariance: covariance, start: start, tolerance: isMany ? 1e-6 : 1e-9,
        maximumIterations: isMany ? 200 : 2_000)
    }
    if let start = try given(k) {
      fitted = try exact(.means(start)).fit(rows.scaled, using: generator, on: workers)
    } else {
      // The search is coarse where each round is dear; what it finds is then climbed to the top.
      let cost = mixtureCost(k)
      let coarse = GaussianMixture(
        components: k, covariance: covariance,
        start: cost <= Self.dearestMoved
          ? .splitAndMerge(starts: mixtureStarts(k)) : .kMeans(starts: mixtureStarts(k)),
        tolerance: cost <= Self.cheapRound ? 1e-6 : 1e-4)
      // A sample may hold fewer distinct rows than there are components.
      let some = drawn(Self.mostSearched).flatMap { try? coarse.fit($0, using: generator, on: workers) }
      let found = try some ?? coarse.fit(rows.scaled, using: generator, on: workers)
      fitted = try exact(.kMeans(starts: 1)).refine(found, rows.scaled, on: workers)
    }
    var result = SegmentResult(
      model: "gmm", k: k, rows: table.rowCount, columns: rows.names, dropped: rows.dropped)
    result.centres = (0..<k).map { Array(fitted.means.row($0)) }
    result.centresOriginal = result.centres.map { rows.original($0) }
    let spikes = fitted.spikes(regularisation: regularisation)
    if spikes > 0 {
      result.notes.append(
        "\(spikes) of \(k) groups hold hardly any rows or are as thin as rounding lets them be, where a likelihood has no "
          + "bound; expected broader ones; take fewer groups, or --covariance tied")
    }
    result.weights = fitted.weights
    result.logLikelihood = fitted.logLikelihood
    result.bic = fitted.bayesianInformation
    result.iterations = fitted.iterations
    result.converged = fitted.converged
    result.labels = try fitted.predict(rows.scaled, on: workers)
    result.sizes = [Int](repeating: 0, count: k)
    for label in result.labels { result.sizes[label] += 1 }
    return result
  }

  /// On small tables with many groups few starts find the best; there many cost nothing.
  private func starts(_ k: Int) -> Int {
    let cost = max(1, rows.scaled.rows * rows.scaled.columns * k)
    return command.starts ?? max(LabSegment.usualStarts, min(500, 20_000_000 / cost))
  }

  /// As for k-means. A climb that has not ended looks worse than a hill that has: on cheap tables each is climbed far.
  private func mixtureStarts(_ k: Int) -> Int {
    command.starts ?? max(LabSegment.usualStarts, min(100, 20 * Self.cheapRound / mixtureCost(k)))
  }

  /// What one round takes: rows × groups × entries of a covariance.
  private func mixtureCost(_ k: Int) -> Int {
    max(1, min(rows.scaled.rows, Self.mostSearched) * k * rows.scaled.columns * rows.scaled.columns)
  }

  private var shape: GaussianMixture.Covariance {
    switch command.covariance {
    case .full: .full
    case .tied: .tied
    case .diagonal: .diagonal
    case .spherical: .spherical
    }
  }

  func stability(_ k: Int, _ labels: [Int], of rows: Matrix) -> Double? {
    // Canonical order, so that the order of the file's rows does not decide which are drawn.
    let order = rows.canonicalOrder
    let sorted = rows.selecting(rows: order)
    let sortedLabels = order.map { labels[$0] }
    let stream = generator.split("stability")
    let covariance = shape
    let model = command.model
    // A resample may hold fewer distinct rows than there are groups; then there is nothing to compare.
    return try? Stability().measure(sorted, labels: sortedLabels, using: stream, on: workers) {
      sample, draw throws(FitProblem) in
      switch model {
      case .gmm:
        let mixture = GaussianMixture(
          components: k, covariance: covariance, start: .kMeans(starts: 1), tolerance: 1e-4)
        return try mixture.fit(sample, using: draw).predict(sorted)
      case .ward: return try Ward(clusters: k).fit(sample).predict(sorted)
      default: return try KMeans(clusters: k, start: .plusPlus(starts: 3)).fit(sample, using: draw).predict(sorted)
      }
    }
  }

  private func count(_ notes: inout [String]) throws -> (Int, [SegmentResult.Candidate]) {
    var counted = rows.scaled
    let most = command.model == .ward ? Self.mostRefitted : Self.mostCounted
    if let drawn = drawn(most) {
      counted = drawn
      notes.append("the number of groups was decided on \(most) rows drawn by seed")
    }
    switch command.model {
    case .gmm:
      let result = try ClusterCount(covariance: shape).choose(counted, using: generator, on: workers)
      let candidates = result.candidates.map {
        SegmentResult.Candidate(k: $0.clusters, stability: $0.stability, bic: $0.bayesianInformation)
      }
      return (result.chosen, candidates)
    case .ward:
      return try wardCount(counted)
    default:
      let result = try SilhouetteCount().choose(counted, using: generator, on: workers)
      let candidates = result.candidates.map {
        SegmentResult.Candidate(k: $0.clusters, stability: $0.stability, silhouette: $0.silhouette)
      }
      return (result.chosen, candidates)
    }
  }

  /// So many rows drawn by seed, whatever their order; nil where there are no more.
  private func drawn(_ most: Int) -> Matrix? {
    guard rows.scaled.rows > most else { return nil }
    var stream = generator.split("rows to count on")
    let order = rows.scaled.canonicalOrder
    return rows.scaled.selecting(rows: stream.permutation(order.count).prefix(most).sorted().map { order[$0] })
  }

  /// The rows of `--start`, in scaled units.
  private func given(_ k: Int) throws -> Matrix? {
    guard let path = command.start else { return nil }
    let lines = try RowNumbers.lines(of: path)
    guard lines.count == k else {
      throw Failure("\(path): holds \(lines.count) rows; expected \(k), as --k says; correct one", .unusableData)
    }
    if let numbers = try RowNumbers.numbers(lines, of: path, below: table.rowCount) {
      return rows.scaled.selecting(rows: numbers)
    }
    let values = lines.map { line in
      line.split { ",; \t".contains($0) }.compactMap { Double($0) }.filter { $0.isFinite }
    }
    guard values.allSatisfy({ $0.count == rows.names.count }) else {
      throw Failure(
        "\(path): found rows of other lengths than \(rows.names.count); expected one number for each column used "
          + "(\(rows.names.prefix(8).joined(separator: ", "))), or data-row numbers alone; correct it", .unusableData)
    }
    return Matrix(values.map { rows.scaling($0) })
  }
}

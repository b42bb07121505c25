import Computation

/// Any metric by group, with the gap between the groups it serves best and worst.
///
/// Each group's interval is a percentile bootstrap of its own rows. Difference is largest − smallest and ratio
/// smallest / largest over the groups that have a value (Fairlearn's definitions: Bird et al. 2020). Their intervals resample that pair
/// of groups, so with many groups they understate how a largest gap arises by chance alone: correct for the family.
/// A group with fewer positives than `minimumPositives` is too small to say. O(replicates · cost of the metric).
package struct Disaggregation: Sendable, Equatable {
  package let bootstrap: PercentileBootstrap
  package let minimumPositives: Int

  package init(bootstrap: PercentileBootstrap = PercentileBootstrap(), minimumPositives: Int = 50) {
    self.bootstrap = bootstrap
    self.minimumPositives = minimumPositives
  }

  package struct Group: Sendable, Equatable {
    package let name: String
    package let rows: Int
    package let positives: Int
    package let finding: Finding

    package enum Finding: Sendable, Equatable {
      /// The interval is nil when the metric has no value on more than one replicate in ten.
      case measured(Double, Interval?)
      case tooFew
      case withoutValue(MetricProblem)
    }

    package var value: Double? {
      if case .measured(let value, _) = finding { value } else { nil }
    }
  }

  package struct Gap: Sendable, Equatable {
    package let value: Double
    package let interval: Interval?
    /// Names of the groups with the smallest and the largest value.
    package let smallest: String
    package let largest: String
  }

  package struct Result: Sendable, Equatable {
    package let metric: String
    package let overall: Double
    /// In order of name.
    package let groups: [Group]
    /// Nil with fewer than two groups that have a value.
    package let difference: Gap?
    /// Nil also when the largest value is 0.
    package let ratio: Gap?
  }

  /// `groups` names the group of each row. Throws `lengths`, and what the metric throws on all rows together.
  package func measure<Rate: Metric>(
    _ metric: Rate, on input: ScoredOutcomes, groups names: [String], using generator: SeededGenerator,
    on workers: Workers = .one
  ) throws(MetricProblem) -> Result where Rate.Input == ScoredOutcomes {
    guard names.count == input.count else {
      throw .lengths(metric: metric.name, first: input.count, second: names.count)
    }
    let overall = try metric.value(of: input)
    var groups: [Group] = []
    var measured: [Measured] = []
    for (name, rows) in Dictionary(grouping: names.indices, by: { names[$0] }).sorted(by: { $0.key < $1.key }) {
      let part = try input.selecting(rows: rows)
      let finding: Group.Finding
      if part.positives < minimumPositives {
        finding = .tooFew
      } else {
        do throws(MetricProblem) {
          let value = try metric.value(of: part)
          let own = bootstrap.draws(rows: rows.count, using: generator.split("group \(name)"), on: workers) {
            (try? part.selecting(rows: $0)).flatMap { try? metric.value(of: $0) }
          }
          measured.append(Measured(name: name, value: value, draws: own))
          finding = .measured(value, bootstrap.interval(of: own))
        } catch {
          finding = .withoutValue(error)
        }
      }
      groups.append(Group(name: name, rows: rows.count, positives: part.positives, finding: finding))
    }
    return Result(
      metric: metric.name, overall: overall, groups: groups,
      difference: gap(measured) { $1 - $0 },
      ratio: gap(measured) { $1 == 0 ? nil : $0 / $1 })
  }

  private struct Measured {
    let name: String
    let value: Double
    let draws: [Double?]
  }

  /// `compare` takes the smallest and the largest value.
  private func gap(_ measured: [Measured], _ compare: (Double, Double) -> Double?) -> Gap? {
    guard measured.count >= 2 else { return nil }
    var smallest = measured[0]
    var largest = measured[0]
    for group in measured {
      if group.value < smallest.value { smallest = group }
      if group.value > largest.value { largest = group }
    }
    guard let value = compare(smallest.value, largest.value) else { return nil }
    var draws: [Double?] = []
    for (low, high) in zip(smallest.draws, largest.draws) {
      if let low, let high { draws.append(compare(low, high)) } else { draws.append(nil) }
    }
    return Gap(
      value: value, interval: bootstrap.interval(of: draws), smallest: smallest.name, largest: largest.name)
  }
}

import Vocabulary

extension NumberCatalogue {
  static func audience(_ found: Segmentation, run: String?) -> [ReportNumber] {
    var numbers = [ReportNumber(.customers, Double(found.customers), .count, .customers)]
    for segment in found.segments {
      let figures: [(ReportNumber.Measure, Double, ReportNumber.Unit)] = [
        (.segmentCustomers, Double(segment.size), .count), (.segmentShare, segment.share, .share),
        (.segmentRevenueShare, segment.revenueShare, .share),
      ]
      numbers += figures.map { measure, value, unit in
        ReportNumber(
          .segment(segment.name, measure), value, unit, measure, subject: segment.name.rawValue,
          detail: String(segment.number), run: run)
      }
      numbers += segment.profile.map {
        ReportNumber(
          .trait(segment.name, $0.feature), $0.index, .plain, .traitIndex, subject: segment.name.rawValue,
          detail: $0.feature.rawValue, run: run)
      }
    }
    for (row, silence) in found.recencyBounds.enumerated() {
      let span = "\(silence.low)-\(silence.high)"
      func cells(_ column: Int?, _ orders: String, _ customers: Int, _ revenue: Double) -> [ReportNumber] {
        [
          ReportNumber(
            .cell(row: row, column: column, .cellCustomers), Double(customers), .count, .cellCustomers, subject: span,
            detail: orders),
          ReportNumber(
            .cell(row: row, column: column, .cellRevenue), revenue, .money, .cellRevenue, subject: span, detail: orders),
        ]
      }
      let (counts, revenue) = (found.recencyFrequency[row], found.revenueByRecencyFrequency[row])
      numbers += cells(nil, "", counts.reduce(0, +), revenue.reduce(0, +))
      for (column, orders) in Segmentation.frequencySpans.enumerated() {
        numbers += cells(column, orders, counts[column], revenue[column])
      }
    }
    return numbers
  }

  static func churn(
    _ churn: Churn, run id: String, _ run: ModelRun?, _ pseudonym: (String) -> String
  ) -> [ReportNumber] {
    let horizon = String(churn.horizonDays)
    var numbers = [
      ReportNumber(
        .churn(.expectedLeavers), churn.expectedLeavers.value, .count, .expectedLeavers, subject: horizon, run: id),
      ReportNumber(
        .churn(.scoredCustomers), Double(churn.customers), .count, .scoredCustomers, subject: horizon, run: id),
      ReportNumber(.churn(.averageRisk), churn.averageRisk, .share, .averageRisk, subject: horizon, run: id),
      ReportNumber(.churn(.listStake), churn.listStake, .money, .listStake, subject: horizon, run: id),
    ]
    for one in churn.riskList {
      let name = pseudonym(one.email)
      let figures: [(ReportNumber.Measure, Double, ReportNumber.Unit)] = [
        (.customerRisk, one.probability, .share), (.customerYearlyRevenue, one.yearlyRevenue, .money),
        (.customerStake, one.probability * one.yearlyRevenue, .money), (.customerOrders, Double(one.orders), .count),
        (.customerSilence, Double(one.daysSinceOrder), .count),
      ]
      numbers += figures.map { measure, value, unit in
        ReportNumber(.customer(name, measure), value, unit, measure, subject: name, run: id)
      }
    }
    let metrics = run?.metrics.filter { $0.value.isFinite } ?? []
    return numbers
      + metrics.map {
        ReportNumber(
          .metric("churn", $0.name), $0.value, .plain, .runMetric, subject: $0.name, detail: $0.split, run: id)
      }
  }

  static func trust(_ trust: Trust, run: String, _ trained: ModelRun?) -> [ReportNumber] {
    let found = trust.reliability
    let figures: [(ReportNumber.Measure, Double, ReportNumber.Unit)] = [
      (.checkedCustomers, Double(trust.customers), .count), (.checkedLeavers, Double(trust.leavers), .count),
      (.brierScore, found.brier, .plain), (.miscalibration, found.miscalibration, .plain),
      (.discrimination, found.discrimination, .plain), (.uncertainty, found.uncertainty, .plain),
    ]
    let outside = trust.slices.flatMap(\.slices).count { $0.isOutsideTolerance && $0.figures != nil }
    var numbers = figures.map { ReportNumber(.trust($0), $1, $2, $0, run: run) }
    numbers.append(ReportNumber(.trust(.slicesOutside), Double(outside), .count, .slicesOutside, run: run))
    numbers += slice(trust.overall, run: run, "", "") { .trust($0) }
    for group in trust.slices {
      for slice in group.slices {
        let (dimension, name) = (group.dimension, slice.name)
        numbers += [(ReportNumber.Measure.sliceCustomers, slice.customers), (.sliceLeavers, slice.leavers)].map {
          ReportNumber(
            .slice(dimension, name, $0), Double($1), .count, $0, subject: dimension.rawValue, detail: name, run: run)
        }
        numbers +=
          slice.figures.map {
            self.slice($0, run: run, dimension.rawValue, name) { .slice(dimension, name, $0) }
          } ?? []
      }
    }
    let metrics = ["auc", "calibrationError"].compactMap { name in
      trained?.metric(ChurnTraining.metricName(trust.model, name)).map { (name, $0) }
    }
    return numbers
      + metrics.map { name, metric in
        ReportNumber(
          .trustMetric(name), metric.value, .plain, .runMetric, subject: metric.name, detail: metric.split, run: run)
      }
  }

  private static func slice(
    _ figures: Trust.SliceFigures, run: String, _ dimension: String, _ name: String,
    id: (ReportNumber.Measure) -> NumberID
  ) -> [ReportNumber] {
    [
      (ReportNumber.Measure.flagged, figures.flagged), (.caught, figures.caught),
      (.scoreMinusOutcome, figures.scoreMinusOutcome),
    ].map { ReportNumber(id($0), $1.value, .share, $0, subject: dimension, detail: name, run: run) }
  }

  static func data(_ data: DataQuality) -> [ReportNumber] {
    var numbers: [ReportNumber] = []
    if !data.files.isEmpty {
      let read = data.files.reduce(0) { $0 + $1.rowsRead }
      numbers.append(ReportNumber(.data(.rowsRead), Double(read), .count, .rowsRead))
      numbers.append(ReportNumber(.data(.rejectedRows), Double(data.rejected.count), .count, .rejectedRows))
    }
    for file in data.files {
      let figures: [(ReportNumber.Measure, Int)] = [
        (.rowsRead, file.rowsRead), (.rowsLoaded, file.rowsLoaded), (.rowsUpdated, file.rowsUpdated),
        (.rowsUnchanged, file.rowsUnchanged), (.rowsSkipped, file.rowsSkipped), (.rowsRejected, file.rowsRejected),
      ]
      numbers += figures.map { measure, rows in
        ReportNumber(.file(digest: file.digest, measure), Double(rows), .count, measure, subject: file.digest)
      }
    }
    numbers += data.skipped.map {
      ReportNumber(.skipped($0.reason), Double($0.rows), .count, .skippedRows, subject: $0.reason.rawValue)
    }
    return numbers + days(data) + data.controlTotals.flatMap(totals) + data.restatements.flatMap(restated)
      + data.identity.flatMap(identity) + (data.tracking.map(tracking) ?? [])
  }

  private static func tracking(_ audit: TrackingAudit) -> [ReportNumber] {
    audit.gaps.flatMap { gap in
      [
        (ReportNumber.Measure.trackedVisits, gap.visits.map(Double.init), ReportNumber.Unit.count),
        (.trackedMoney, gap.money, .money),
      ].compactMap { measure, value, unit in
        value.map {
          ReportNumber(
            .gap(gap, measure), $0, unit, measure, window: audit.window, subject: gap.subject,
            detail: gap.kind.rawValue)
        }
      }
    }
  }

  private static func days(_ data: DataQuality) -> [ReportNumber] {
    guard !data.sources.isEmpty else { return [] }
    let missing = data.sources.flatMap(\.gaps).reduce(0) { $0 + $1.dayCount }
    return [ReportNumber(.trust(.missingDays), Double(missing), .count, .missingDays)]
      + data.sources.flatMap { source in
        [
          (ReportNumber.Measure.coveredDays, source.days), (.missingDays, source.daysWithout),
        ].map {
          ReportNumber(.source(source, $0), Double($1), .count, $0, subject: source.name, detail: source.kind)
        }
      }
  }

  private static func totals(_ total: DataQuality.Control) -> [ReportNumber] {
    [(ReportNumber.Measure.statedTotal, total.stated), (.summedTotal, total.summed)].map {
      ReportNumber(.total(total, $0), $1, .plain, $0, subject: total.digest, detail: String(total.position))
    }
  }

  private static func restated(_ one: DataQuality.Restated) -> [ReportNumber] {
    let measure = one.isOfOneMeasure ? "" : ".\(one.metric).\(one.dimension)"
    let detail = "\(one.table).\(one.column)" + measure
    return [(ReportNumber.Measure.restatedRows, Double(one.rows)), (.restatedOld, one.old), (.restatedNew, one.new)]
      .compactMap { kind, value in
        value.map { ReportNumber(.restated(one, kind), $0, .plain, kind, subject: one.source, detail: detail) }
      }
  }

  private static func identity(_ joined: DataQuality.Joined) -> [ReportNumber] {
    var figures: [(ReportNumber.Measure, Double, ReportNumber.Unit)] = [
      (.joinedKeys, Double(joined.links), .count), (.joinedCustomers, Double(joined.customers), .count),
      (.refusedKeys, Double(joined.refused), .count),
    ]
    if let precision = joined.precision {
      figures += [(.identityChecks, Double(joined.trials), .count), (.identityPrecision, precision, .share)]
    }
    return figures.map { ReportNumber(.identity(joined.rule, $0), $1, $2, $0, subject: joined.rule.rawValue) }
  }
}

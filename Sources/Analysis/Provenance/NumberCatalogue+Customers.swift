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

  static func trust(_ trust: Trust, run: String) -> [ReportNumber] {
    let found = trust.reliability
    let figures: [(ReportNumber.Measure, Double, ReportNumber.Unit)] = [
      (.checkedCustomers, Double(trust.customers), .count), (.checkedLeavers, Double(trust.leavers), .count),
      (.brierScore, found.brier, .plain), (.miscalibration, found.miscalibration, .plain),
      (.discrimination, found.discrimination, .plain), (.uncertainty, found.uncertainty, .plain),
    ]
    return figures.map { ReportNumber(.trust($0), $1, $2, $0, run: run) }
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
    return numbers
      + data.skipped.map {
        ReportNumber(.skipped($0.reason), Double($0.rows), .count, .skippedRows, subject: $0.reason.rawValue)
      }
  }
}

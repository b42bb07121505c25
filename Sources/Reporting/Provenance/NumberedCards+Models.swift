import Analysis
import Vocabulary

extension NumberedCards {
  /// As `ids(of:)`, for the pages after the channels.
  func models(of card: String, in findings: Findings, _ pseudonym: (String) -> String) -> [[NumberID?]] {
    switch card {
    case "fig-segments":
      return findings.segmentation.finding?.segments.map { segment in
        AudienceSection.features(findings.segmentation.finding).map { .trait(segment.name, $0) }
      } ?? []
    case "fig-sizes":
      let measures: [ReportNumber.Measure] = [.segmentCustomers, .segmentShare, .segmentRevenueShare]
      return findings.segmentation.finding?.segments.map { segment in measures.map { .segment(segment.name, $0) } }
        ?? []
    case "fig-rfm":
      guard let found = findings.segmentation.finding else { return [] }
      return found.recencyBounds.indices.flatMap { row in
        found.frequencyLabels.indices.map { column in
          [nil, .cell(row: row, column: column, .cellCustomers), .cell(row: row, column: column, .cellRevenue)]
        }
      }
    case "fig-recency":
      return findings.segmentation.finding?.recencyBounds.indices.map { row in
        [.cell(row: row, column: nil, .cellCustomers), .cell(row: row, column: nil, .cellRevenue)]
      } ?? []
    case "fig-risk":
      let measures: [ReportNumber.Measure] = [
        .customerRisk, .customerYearlyRevenue, .customerStake, .customerOrders, .customerSilence,
      ]
      return findings.churn.finding?.riskList.map { one in
        measures.map { .customer(pseudonym(one.email), $0) }
      } ?? []
    case "fig-models":
      return findings.churn.finding?.candidates.map { one in
        let figures = [
          ("auc", one.auc), ("logLoss", one.logLoss), ("brier", one.brier), ("calibrationError", one.calibrationError),
        ]
        return figures.map { name, estimate in
          estimate.value.isFinite ? .metric("churn", ChurnTraining.metricName(one.model, name)) : nil
        }
      } ?? []
    case "fig-drivers":
      return findings.churn.finding.map { churn in
        ChurnTables.shownDrivers(churn).map { [.metric("churn", ChurnTraining.driverPrefix + $0.feature)] }
      } ?? []
    case "fig-parts":
      guard findings.trust.finding != nil else { return [] }
      return [[.trust(.miscalibration)], [.trust(.discrimination)], [.trust(.uncertainty)], [.trust(.brierScore)]]
    case "fig-groups":
      let measures: [ReportNumber.Measure] = [.sliceCustomers, .sliceLeavers, .flagged, .caught, .scoreMinusOutcome]
      return findings.trust.finding.map { trust in
        [
          [
            .trust(.checkedCustomers), .trust(.checkedLeavers), .trust(.flagged), .trust(.caught),
            .trust(.scoreMinusOutcome),
          ]
        ]
          + trust.slices.flatMap { group in
            group.slices.map { slice in measures.map { .slice(group.dimension, slice.name, $0) } }
          }
      } ?? []
    case "fig-files":
      let measures: [ReportNumber.Measure] = [
        .rowsRead, .rowsLoaded, .rowsUpdated, .rowsUnchanged, .rowsSkipped, .rowsRejected,
      ]
      let files = findings.dataQuality.files
      // Format, check and both days stand before the counts of a folded list, the period alone in a list of few.
      let before: [NumberID?] = Array(repeating: nil, count: files.count > TableView.first ? 4 : 1)
      return files.sorted { ($0.name, $0.digest) < ($1.name, $1.digest) }.map { file in
        before + measures.map { .file(digest: file.digest, $0) }
      }
    case "fig-skipped": return findings.dataQuality.skipped.map { [.skipped($0.reason)] }
    default: return []
    }
  }
}

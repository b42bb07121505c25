import Analysis
import Vocabulary

extension NumberedCards {
  /// As `ids(of:)`, for what the data page tells besides the fate of rows.
  func checks(of card: String, _ data: DataQuality) -> [[NumberID?]] {
    switch card {
    case "fig-sources":
      return DataTables.sorted(data.sources).map { [nil, nil, .source($0, .coveredDays), .source($0, .missingDays)] }
    case "fig-totals":
      return DataTables.shown(data.controlTotals).map {
        [nil, nil, .total($0, .statedTotal), .total($0, .summedTotal)]
      }
    case "fig-tracking":
      return data.tracking.map { audit in
        audit.gaps.map { gap in
          [nil, gap.visits == nil ? nil : .gap(gap, .trackedVisits), gap.money == nil ? nil : .gap(gap, .trackedMoney)]
        }
      } ?? []
    case "fig-identity":
      return data.identity.map { joined in
        [
          .identity(joined.rule, .joinedKeys), .identity(joined.rule, .joinedCustomers),
          .identity(joined.rule, .refusedKeys), .identity(joined.rule, .identityPrecision), nil, nil,
          .identity(joined.rule, .identityChecks),
        ]
      }
    case "fig-restated":
      return data.restatements.map { one in
        [
          nil, nil, .restated(one, .restatedRows), one.old.map { _ in .restated(one, .restatedOld) },
          one.new.map { _ in .restated(one, .restatedNew) },
        ]
      }
    default: return []
    }
  }

  /// What figures of earlier reports are now.
  func earlier(_ card: String) -> [[NumberID?]] {
    let found = findings.retrospect
    guard card == "fig-weeks" else { return found.restated.map { [nil, nil, .earlier($0.week, $0.measure)] } }
    return found.reports.map { [nil, .earlier($0.week, .revenue)] }
  }
}

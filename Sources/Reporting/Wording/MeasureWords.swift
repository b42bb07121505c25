import Analysis

/// What a number measures, in words: its name and how it is made.
extension ReportNumber.Measure {
  package var name: String {
    switch self {
    case .revenue: "Revenue"
    case .spend: "Ad spend"
    case .revenuePerSpend: "Revenue per unit of ads"
    case .orders: "Orders"
    case .newCustomers: "New customers"
    case .costPerNewCustomer: "Cost per new customer"
    case .revenueChange: "Change in revenue"
    case .adSpend: "Spend"
    case .gainedCustomers: "New customers of the source"
    case .recordedRevenue: "Recorded revenue"
    case .recordedReturn: "Recorded return"
    case .costPerGainedCustomer: "Cost per new customer"
    case .claimedReturn: "Claimed return"
    case .claimedConversions: "Claimed conversions"
    case .clicks: "Clicks"
    case .impressions: "Impressions"
    case .customers: "Customers"
    case .segmentCustomers: "Customers of the group"
    case .segmentShare: "Share of customers"
    case .segmentRevenueShare: "Share of revenue"
    case .cellCustomers: "Customers of the cell"
    case .cellRevenue: "Revenue of the cell"
    case .scoredCustomers: "Customers scored"
    case .expectedLeavers: "Expected to leave"
    case .averageRisk: "Average risk"
    case .customerRisk: "Risk of leaving"
    case .customerYearlyRevenue: "Revenue a year"
    case .customerStake: "At stake"
    case .customerOrders: "Orders of the customer"
    case .customerSilence: "Days since order"
    case .checkedCustomers: "Customers checked"
    case .checkedLeavers: "Customers who left"
    case .brierScore: "Brier score"
    case .uncertainty: "Uncertainty"
    case .miscalibration: "Miscalibration"
    case .discrimination: "Discrimination"
    case .runMetric: "Measure of a model"
    case .rowsRead: "Rows read"
    case .rowsLoaded: "Rows loaded"
    case .rowsUpdated: "Rows updated"
    case .rowsUnchanged: "Rows unchanged"
    case .rowsSkipped: "Rows skipped"
    case .rowsRejected, .rejectedRows: "Rows rejected"
    case .skippedRows: "Rows skipped for the reason"
    }
  }

  package var meaning: String {
    switch self {
    case .revenue: "Sum of sales in the days: subtotal less refunds, without shipping, taxes and cancelled orders."
    case .spend: "Sum of cost in the week, each day of each campaign once."
    case .revenuePerSpend: "Revenue of the week divided by ad spend of the week."
    case .orders: "Count of sales in the days."
    case .newCustomers: "Customers with a sale in the week and none before it."
    case .costPerNewCustomer: "Ad spend of the week divided by its new customers."
    case .revenueChange: "Revenue of the week less that of the week before, by recorded first source."
    case .adSpend: "Sum of dated cost so far, each day of each campaign once."
    case .gainedCustomers: "Customers with this first source whose first sale lies within the days of its spend."
    case .recordedRevenue: "Sales so far to the new customers of the source."
    case .recordedReturn: "Recorded revenue divided by spend. Recorded, not caused."
    case .costPerGainedCustomer: "Spend divided by the new customers of the source."
    case .claimedReturn: "Conversion value that the platform claims, divided by spend."
    case .claimedConversions: "Sum of conversions that the platform claims."
    case .clicks: "Sum of clicks as the platform counts them."
    case .impressions: "Sum of impressions as the platform counts them."
    case .customers: "Customers with at least one sale so far."
    case .segmentCustomers: "Customers whom the stored grouping puts into the group."
    case .segmentShare: "Customers of the group divided by all customers."
    case .segmentRevenueShare: "Sales so far to the group divided by all sales to customers."
    case .cellCustomers: "Customers by days since their last sale and by number of sales."
    case .cellRevenue: "Sales so far to the customers of the cell."
    case .scoredCustomers: "Customers with a sale within the last four horizons."
    case .expectedLeavers: "Sum of each scored customer’s chance of no sale within the horizon."
    case .averageRisk: "Expected to leave divided by customers scored."
    case .customerRisk: "Chance of no sale within the horizon, by the stored model."
    case .customerYearlyRevenue: "Sales to the customer in the last 365 days."
    case .customerStake: "Risk of leaving times revenue a year."
    case .customerOrders: "Count of sales to the customer so far."
    case .customerSilence: "Days from the customer’s last sale to the as-of day."
    case .checkedCustomers: "Customers scored on the test day, whom the judged model had not seen."
    case .checkedLeavers: "Of the customers checked, those without a sale within the horizon."
    case .brierScore: "Mean of (score − outcome)² over the customers checked."
    case .uncertainty: "Share who left times share who stayed."
    case .miscalibration: "Brier score less that of the scores after pooling (CORP)."
    case .discrimination: "Uncertainty less the Brier score of the scores after pooling (CORP)."
    case .runMetric: "As measured when the model was trained, and stored with the run."
    case .rowsRead: "Data rows after the header of the file."
    case .rowsLoaded: "Rows that brought a new fact."
    case .rowsUpdated: "Rows that changed a known fact."
    case .rowsUnchanged: "Rows that told what was known."
    case .rowsSkipped: "Rows that hold no fact, with a reason."
    case .rowsRejected, .rejectedRows: "Rows that could not be understood, with a reason."
    case .skippedRows: "Rows that were skipped for this reason, in all files."
    }
  }
}

extension RowSet.Kind {
  /// `4,218 advertising rows`; `1 sale`.
  package func words(_ rows: Int) -> String {
    let count = Quantity.count.text(rows)
    let (one, many) = nouns
    return "\(count) \(rows == 1 ? one : many)"
  }

  private var nouns: (String, String) {
    switch self {
    case .advertising: ("row of advertising", "rows of advertising")
    case .sales: ("sale", "sales")
    case .firstSources: ("contact with a first source", "contacts with a first source")
    case .scores: ("score with its outcome", "scores with their outcomes")
    case .measures: ("stored measure", "stored measures")
    case .files: ("file", "files")
    case .skipped: ("count of skipped rows", "counts of skipped rows")
    case .rejected: ("rejected row", "rejected rows")
    }
  }
}

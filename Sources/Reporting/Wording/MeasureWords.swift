import Analysis

/// What a number measures, in words: its name and how it is made.
extension ReportNumber.Measure {
  package var name: String {
    switch self {
    case .revenue: phrase("Revenue")
    case .spend: phrase("Ad spend")
    case .revenuePerSpend: phrase("Revenue per unit of ads")
    case .orders: phrase("Orders")
    case .newCustomers: phrase("New customers")
    case .costPerNewCustomer: phrase("Cost per new customer")
    case .revenueChange: phrase("Change in revenue")
    case .adSpend: phrase("Spend")
    case .gainedCustomers: phrase("New customers of the source")
    case .recordedRevenue: phrase("Recorded revenue")
    case .recordedReturn: phrase("Recorded return")
    case .costPerGainedCustomer: phrase("Cost per new customer")
    case .claimedReturn: phrase("Claimed return")
    case .claimedConversions: phrase("Claimed conversions")
    case .clicks: phrase("Clicks")
    case .impressions: phrase("Impressions")
    case .customers: phrase("Customers")
    case .segmentCustomers: phrase("Customers of the group")
    case .segmentShare: phrase("Share of customers")
    case .segmentRevenueShare: phrase("Share of revenue")
    case .cellCustomers: phrase("Customers of the cell")
    case .cellRevenue: phrase("Revenue of the cell")
    case .scoredCustomers: phrase("Customers scored")
    case .expectedLeavers: phrase("Expected to leave")
    case .averageRisk: phrase("Average risk")
    case .customerRisk: phrase("Risk of leaving")
    case .customerYearlyRevenue: phrase("Revenue a year")
    case .customerStake: phrase("At stake")
    case .customerOrders: phrase("Orders of the customer")
    case .customerSilence: phrase("Days since order")
    case .checkedCustomers: phrase("Customers checked")
    case .checkedLeavers: phrase("Customers who left")
    case .brierScore: phrase("Brier score")
    case .uncertainty: phrase("Uncertainty")
    case .miscalibration: phrase("Miscalibration")
    case .discrimination: phrase("Discrimination")
    case .runMetric: phrase("Measure of a model")
    case .rowsRead: phrase("Rows read")
    case .rowsLoaded: phrase("Rows loaded")
    case .rowsUpdated: phrase("Rows updated")
    case .rowsUnchanged: phrase("Rows unchanged")
    case .rowsSkipped: phrase("Rows skipped")
    case .rowsRejected, .rejectedRows: phrase("Rows rejected")
    case .skippedRows: phrase("Rows skipped for the reason")
    }
  }

  package var meaning: String {
    switch self {
    case .revenue:
      phrase("Sum of sales in the days: subtotal less refunds, without shipping, taxes and cancelled orders.")
    case .spend: phrase("Sum of cost in the week, each day of each campaign once.")
    case .revenuePerSpend: phrase("Revenue of the week divided by ad spend of the week.")
    case .orders: phrase("Count of sales in the days.")
    case .newCustomers: phrase("Customers with a sale in the week and none before it.")
    case .costPerNewCustomer: phrase("Ad spend of the week divided by its new customers.")
    case .revenueChange: phrase("Revenue of the week less that of the week before, by recorded first source.")
    case .adSpend: phrase("Sum of dated cost so far, each day of each campaign once.")
    case .gainedCustomers:
      phrase("Customers with this first source whose first sale lies within the days of its spend.")
    case .recordedRevenue: phrase("Sales so far to the new customers of the source.")
    case .recordedReturn: phrase("Recorded revenue divided by spend. Recorded, not caused.")
    case .costPerGainedCustomer: phrase("Spend divided by the new customers of the source.")
    case .claimedReturn: phrase("Conversion value that the platform claims, divided by spend.")
    case .claimedConversions: phrase("Sum of conversions that the platform claims.")
    case .clicks: phrase("Sum of clicks as the platform counts them.")
    case .impressions: phrase("Sum of impressions as the platform counts them.")
    case .customers: phrase("Customers with at least one sale so far.")
    case .segmentCustomers: phrase("Customers whom the stored grouping puts into the group.")
    case .segmentShare: phrase("Customers of the group divided by all customers.")
    case .segmentRevenueShare: phrase("Sales so far to the group divided by all sales to customers.")
    case .cellCustomers: phrase("Customers by days since their last sale and by number of sales.")
    case .cellRevenue: phrase("Sales so far to the customers of the cell.")
    case .scoredCustomers: phrase("Customers with a sale within the last four horizons.")
    case .expectedLeavers: phrase("Sum of each scored customer’s chance of no sale within the horizon.")
    case .averageRisk: phrase("Expected to leave divided by customers scored.")
    case .customerRisk: phrase("Chance of no sale within the horizon, by the stored model.")
    case .customerYearlyRevenue: phrase("Sales to the customer in the last 365 days.")
    case .customerStake: phrase("Risk of leaving times revenue a year.")
    case .customerOrders: phrase("Count of sales to the customer so far.")
    case .customerSilence: phrase("Days from the customer’s last sale to the as-of day.")
    case .checkedCustomers: phrase("Customers scored on the test day, whom the judged model had not seen.")
    case .checkedLeavers: phrase("Of the customers checked, those without a sale within the horizon.")
    case .brierScore: phrase("Mean of (score − outcome)² over the customers checked.")
    case .uncertainty: phrase("Share who left times share who stayed.")
    case .miscalibration: phrase("Brier score less that of the scores after pooling (CORP).")
    case .discrimination: phrase("Uncertainty less the Brier score of the scores after pooling (CORP).")
    case .runMetric: phrase("As measured when the model was trained, and stored with the run.")
    case .rowsRead: phrase("Data rows after the header of the file.")
    case .rowsLoaded: phrase("Rows that brought a new fact.")
    case .rowsUpdated: phrase("Rows that changed a known fact.")
    case .rowsUnchanged: phrase("Rows that told what was known.")
    case .rowsSkipped: phrase("Rows that hold no fact, with a reason.")
    case .rowsRejected, .rejectedRows: phrase("Rows that could not be understood, with a reason.")
    case .skippedRows: phrase("Rows that were skipped for this reason, in all files.")
    }
  }
}

extension RowSet.Kind {
  /// `4,218 rows of advertising`; `1 sale`.
  package func words(_ rows: Int) -> String {
    switch self {
    case .advertising: phrase("{count} row of advertising", "{count} rows of advertising", of: rows)
    case .sales: phrase("{count} sale", "{count} sales", of: rows)
    case .firstSources: phrase("{count} contact with a first source", "{count} contacts with a first source", of: rows)
    case .scores: phrase("{count} score with its outcome", "{count} scores with their outcomes", of: rows)
    case .measures: phrase("{count} stored measure", "{count} stored measures", of: rows)
    case .files: phrase("{count} file", "{count} files", of: rows)
    case .skipped: phrase("{count} count of skipped rows", "{count} counts of skipped rows", of: rows)
    case .rejected: phrase("{count} rejected row", "{count} rejected rows", of: rows)
    }
  }
}

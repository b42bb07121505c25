/// How each number of the report is made.
enum Definitions {
  static let all = [
    TermView("Revenue", "The sum of orders in the week, as the shop’s own export states them."),
    TermView("Ad spend", "The sum of cost over all ad exports, in the currency of the report."),
    TermView("Revenue per unit of ads", "Revenue of the week divided by ad spend of the week. Also called MER."),
    TermView("New customers", "Customers whose first order on record lies in the week."),
    TermView("Cost per new customer", "Ad spend of the week divided by new customers of the week. Also called CAC."),
    TermView(
      "Recorded return",
      "Revenue so far of customers whose recorded first source is the channel, divided by its spend. Recorded, not caused."
    ),
    TermView("Claimed return", "The conversion value that a platform claims, divided by its cost. Never added up."),
    TermView("Break-even", "1 divided by the gross margin. Above it, the recorded margin covers the spend."),
    TermView(
      "Verdict",
      "The chance that the return is above break-even. From 95%: pays back. From 80%: probably. Up to 5%: very likely loses."
    ),
    TermView("Interval", "The range that resampling customers gives, 90% for money and 95% for checks of quality."),
    TermView(
      "Usual range", "From the 10th to the 90th percentile of up to 26 earlier weeks. At least 8 weeks are needed."),
    TermView("Change", "This week less the week before, divided by the week before. Shares change in points."),
    TermView(
      "Likely to leave", "The sum of calibrated chances of no order within the horizon. Not a count above a limit."),
    TermView("At stake", "The chance of leaving times the customer’s revenue of a year."),
    TermView("Segment index", "The mean of the group divided by the mean of all customers, times 100."),
    TermView(
      "Reliability line", "Observed shares by score, pooled until they never fall (pool adjacent violators, CORP)."),
  ]
}

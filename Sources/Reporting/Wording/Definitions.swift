/// How each number of the report is made.
enum Definitions {
  static var all: [TermView] {
    [
      TermView(phrase("Revenue"), phrase("The sum of orders in the week, as the shop’s own export states them.")),
      TermView(phrase("Ad spend"), phrase("The sum of cost over all ad exports, in the currency of the report.")),
      TermView(
        phrase("Revenue per unit of ads"),
        phrase("Revenue of the week divided by ad spend of the week. Also called MER.")),
      TermView(phrase("New customers"), phrase("Customers whose first order on record lies in the week.")),
      TermView(
        phrase("Cost per new customer"),
        phrase("Ad spend of the week divided by new customers of the week. Also called CAC.")),
      TermView(
        phrase("Recorded return"),
        phrase(
          "Revenue so far of customers whose recorded first source is the channel, divided by its spend. Recorded, not caused."
        )
      ),
      TermView(
        phrase("Claimed return"),
        phrase("The conversion value that a platform claims, divided by its cost. Never added up.")),
      TermView(
        phrase("Break-even"), phrase("1 divided by the gross margin. Above it, the recorded margin covers the spend.")),
      TermView(
        phrase("Verdict"),
        phrase(
          "The chance that the return is above break-even. From 95%: pays back. From 80%: probably. Up to 5%: very likely loses."
        )
      ),
      TermView(
        phrase("Interval"),
        phrase("The range that resampling customers gives, 90% for money and 95% for checks of quality.") + " "
          + phrase("Shares of groups have Wilson’s interval.")),
      TermView(
        phrase("Usual range"),
        phrase("From the 10th to the 90th percentile of up to 26 earlier weeks. At least 8 weeks are needed.")),
      TermView(
        phrase("Change"),
        phrase("This week less the week before, divided by the week before. Shares change in points.") + " "
          + phrase("Revenue per unit of spend changes by the difference.") + " "
          + phrase("Revenue that moved by less than 10% within its usual range did not change much.")
      ),
      TermView(
        phrase("Likely to leave"),
        phrase("The sum of calibrated chances of no order within the horizon. Not a count above a limit.") + " "
          + phrase("Its range covers chance and how well the score’s level is known.")),
      TermView(phrase("At stake"), phrase("The chance of leaving times the customer’s revenue of a year.")),
      TermView(
        phrase("Segment index"),
        phrase("The figure of the group divided by that of all customers, times 100.") + " "
          + phrase("Orders and days since order are means over customers, the other figures sums divided by sums.")),
      TermView(
        phrase("Reliability line"),
        phrase("Observed shares by score, pooled until they never fall (pool adjacent violators, CORP).")),
    ]
  }
}

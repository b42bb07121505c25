/// What goes wrong in the simulated years, by day index.
struct Disturbances: Sendable {
  /// Two weeks in which the consent banner blocks the tags: the tag-based analytics see nobody and the platforms'
  /// pixels count nothing.
  let outage: Range<Int>
  /// Days inside the outage on which social campaigns were paused, so that their export has no rows.
  let pausedSocial: Range<Int>
  /// The week that one social export gives with provisional figures and the next one restates.
  let restatedWeekEnd: Int

  init(plan: BusinessPlan) {
    let start = max(1, plan.weeks * 2 / 5) * 7
    outage = start..<min(start + 14, plan.dayCount)
    pausedSocial = min(start + 4, plan.dayCount)..<min(start + 7, plan.dayCount)
    restatedWeekEnd = plan.dayCount * 3 / 4
  }
}

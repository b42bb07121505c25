import ArgumentParser

/// Models on anybody's table. Nothing here touches a workspace.
struct Lab: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One model on any plain table, or an audit of anybody's scores.",
    discussion: """
      Columns that are not numbers are categories. Numbers are written with a decimal point.

      Example:
        fairlead lab segment customers.csv --k auto
        fairlead lab classify leads.csv --label won
        fairlead lab audit scores.csv --label won --score likelihood --groups region
        fairlead lab drift leads-spring.csv leads-summer.csv
        fairlead lab slices scores.csv --label won --score likelihood
        fairlead lab lifetime orders.csv --transactions --customer id --date day --amount total
        fairlead lab survive customers.csv --duration tenure --event churned
        fairlead lab attribute paths.csv --path path --conversions conversions --null lost
      """,
    subcommands: [
      LabSegment.self, LabClassify.self, LabAudit.self, LabDrift.self, LabSlices.self, LabLifetime.self,
      LabSurvive.self, LabAttribute.self,
    ])
}

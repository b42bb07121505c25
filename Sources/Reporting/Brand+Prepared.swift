import Analysis

extension Brand {
  /// The line beside the brand's name: for whom, and of which week. Who reports to itself is not named twice.
  func prepared(for client: String, _ week: ReportWeek?) -> String {
    let client = Names.shown(client)
    let parts = [
      Names.shown(name) == client ? nil : phrase("Prepared for {client}", ["client": client]), week?.fullLabel,
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }
}

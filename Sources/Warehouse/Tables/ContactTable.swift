import GRDB
import Vocabulary

/// The CRM's people in their latest known state.
final class ContactTable {
  static let table = FactTable(
    name: "contact", dimensions: ["system", "contactID"],
    measures: ["email", "createdDay", "lifecycleStage", "country", "channel", "campaign", "sourceDetail"],
    acceptsSeveralPerKey: false)

  private let labels: TextDictionary<String>
  private let emails: TextDictionary<String>
  private let systems: TextDictionary<SourceSystem>

  init(labels: TextDictionary<String>, emails: TextDictionary<String>, systems: TextDictionary<SourceSystem>) {
    self.labels = labels
    self.emails = emails
    self.systems = systems
  }

  func row(_ record: Contact) throws -> FactRow {
    FactRow(
      dimensions: [
        try systems.id(of: SourceSystem(platform: record.platform)), try labels.id(of: record.contactID),
      ],
      measures: [
        try record.email.map { try emails.id(of: $0.normalized) }, record.createdDay.map { Int64($0.number) },
        try labels.id(ofMeasure: record.lifecycleStage), try labels.id(ofMeasure: record.country),
        try record.channel.map { try labels.id(of: $0.rawValue) }, try labels.id(ofMeasure: record.campaign),
        try labels.id(ofMeasure: record.sourceDetail),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}

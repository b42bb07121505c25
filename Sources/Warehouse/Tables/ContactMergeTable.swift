import Vocabulary

/// Which of a CRM's records have become part of which other: the old ids are still met in older exports.
enum ContactMergeTable {
  static let table = FactTable(
    name: "contactMerge", dimensions: ["system", "contactID", "mergedID"], measures: ["position"],
    acceptsSeveralPerKey: false)

  static func rows(_ record: Contact, _ words: Words) throws -> [FactRow] {
    try record.mergedIDs.enumerated().map { position, mergedID in
      FactRow(
        dimensions: [try words.system(record.platform), try words.id(record.contactID), try words.id(mergedID)],
        measures: [Int64(position + 1)], line: record.origin.line, section: record.origin.section)
    }
  }
}

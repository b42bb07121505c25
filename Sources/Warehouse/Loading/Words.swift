import GRDB
import Vocabulary

/// The dictionaries that give texts their numbers, within one load.
final class Words {
  let labels: TextDictionary<String>
  private let emails: TextDictionary<String>
  private let phones: TextDictionary<String>
  private let systems: TextDictionary<SourceSystem>
  private let account: String

  /// `account`: see `SourceFile`.
  init(account: String, in db: Database) throws {
    self.account = account
    labels = try TextDictionary(table: "label", in: db)
    emails = try TextDictionary(table: "emailAddress", in: db)
    phones = try TextDictionary(table: "phoneNumber", in: db)
    systems = try SourceSystem.dictionary(in: db)
  }

  /// `part`: the shop, property, list or place within the platform, or "" for the file's account.
  func system(_ platform: String, _ part: String = "") throws -> Int64 {
    try systems.id(of: SourceSystem(platform: platform, name: part.isEmpty ? account : part))
  }

  /// Of a text that belongs to a key: the empty one has a number too.
  func id(_ text: String) throws -> Int64 { try labels.id(of: text) }

  /// Nil for an empty text: a measure that the export left out.
  func measure(_ text: String) throws -> Int64? { try labels.id(ofMeasure: text) }

  func id(_ email: EmailAddress) throws -> Int64 { try emails.id(of: email.normalized) }

  func id(_ email: EmailAddress?) throws -> Int64? { try email.map { try id($0) } }

  func id(_ phone: PhoneNumber?) throws -> Int64? { try phone.map { try phones.id(of: $0.normalized) } }

  func id(_ currency: Currency?) throws -> Int64? { try currency.map { try labels.id(of: $0.code) } }
}

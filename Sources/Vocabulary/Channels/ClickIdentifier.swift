/// An id that an ad platform hangs on the addresses that are clicked.
package struct ClickIdentifier: Hashable, Sendable {
  /// The query parameter, in small letters.
  package let name: String
  /// The source that the platform's visits carry.
  package let source: String
  /// Of a click that was paid for; nil where the platform marks unpaid clicks by the same id.
  package let paidMedium: String?

  /// The more telling first, for an address that carries several.
  package static let all: [ClickIdentifier] = [
    ClickIdentifier(name: "gclid", source: "google", paidMedium: "cpc"),
    ClickIdentifier(name: "gbraid", source: "google", paidMedium: "cpc"),
    ClickIdentifier(name: "wbraid", source: "google", paidMedium: "cpc"),
    ClickIdentifier(name: "msclkid", source: "bing", paidMedium: "cpc"),
    ClickIdentifier(name: "yclid", source: "yandex", paidMedium: "cpc"),
    ClickIdentifier(name: "ttclid", source: "tiktok", paidMedium: "paid"),
    ClickIdentifier(name: "twclid", source: "twitter", paidMedium: "paid"),
    ClickIdentifier(name: "li_fat_id", source: "linkedin", paidMedium: "paid"),
    ClickIdentifier(name: "sccid", source: "snapchat", paidMedium: "paid"),
    ClickIdentifier(name: "rdt_cid", source: "reddit", paidMedium: "paid"),
    ClickIdentifier(name: "dclid", source: "dfa", paidMedium: "cpm"),
    ClickIdentifier(name: "irclickid", source: "impact", paidMedium: "affiliate"),
    ClickIdentifier(name: "awc", source: "awin", paidMedium: "affiliate"),
    // Both are added to every outgoing link, also of unpaid posts.
    ClickIdentifier(name: "fbclid", source: "facebook", paidMedium: nil),
    ClickIdentifier(name: "epik", source: "pinterest", paidMedium: nil),
  ]

  package static func named(_ name: some StringProtocol) -> ClickIdentifier? {
    let name = name.lowercased()
    return all.first { $0.name == name }
  }
}

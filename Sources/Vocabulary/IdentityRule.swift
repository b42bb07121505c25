/// Why two keys are taken for one person's, the surest first. One address is one person by definition.
package enum IdentityRule: String, Sendable, CaseIterable {
  /// The same normalised e-mail address.
  case email
  /// One system's own id of a person stands beside two addresses.
  case account
  /// The system says that it has merged the two records.
  case merge
  /// The same telephone number, which no second person with an address has.
  case phone

  /// How far the rule is to be trusted, 0…1: an order of the rules, no probability. What a rule is worth in these data
  /// is estimated by `IdentityQuality`.
  package var score: Double {
    switch self {
    case .email: 1
    case .merge: 0.99
    case .account: 0.98
    case .phone: 0.9
    }
  }

  /// A key that stands beside more addresses than this is a till's, a company's or a placeholder, nobody's own.
  package static let mostAddressesPerKey = 5
  /// An address beside more telephone numbers than this, or more ids of one system that have other addresses as well, is
  /// a team's, an agency's or a placeholder, and joins nobody.
  package static let mostPersonsPerAddress = 5
}

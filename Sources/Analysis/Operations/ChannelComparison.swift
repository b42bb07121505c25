/// Which channel rules the report holds those in force against.
package enum ChannelComparison: String, Sendable, CaseIterable {
  /// Those of the last build whose rules were others; nothing where there was none.
  case previous
  /// The built-in table.
  case builtIn
  case none
}

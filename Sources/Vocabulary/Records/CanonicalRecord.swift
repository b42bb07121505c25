/// A fact or a thing that an export tells of: it knows where it was read.
package protocol CanonicalRecord: Hashable, Sendable {
  var origin: RecordOrigin { get }
}

/// One value for each case of an enumeration without payloads, found by the case's place instead of by hashing: a table
/// of a million rows asks for its columns fifty million times.
struct CaseSlots<Key: CaseIterable & Sendable, Value: Sendable>: Sendable {
  private var values: [Value?]

  init() {
    precondition(MemoryLayout<Key>.size <= 1, "keys are cases without payloads, at most 256 of them")
    values = Array(repeating: nil, count: Key.allCases.count)
  }

  subscript(key: Key) -> Value? {
    get { values[CaseSlots.place(of: key)] }
    _modify { yield &values[CaseSlots.place(of: key)] }
  }

  /// The values that are there, in the order of the cases' declaration.
  var filled: [(key: Key, value: Value)] {
    Key.allCases.compactMap { key in self[key].map { (key, $0) } }
  }

  /// Such an enumeration is stored as the number of its case in the order of declaration.
  @inline(__always)
  private static func place(of key: Key) -> Int {
    withUnsafeBytes(of: key) { bytes in bytes.isEmpty ? 0 : Int(bytes[0]) }
  }
}

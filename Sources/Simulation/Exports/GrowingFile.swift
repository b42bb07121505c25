/// Takes the bytes of a business's files as they come: a relative path with `/`, and its next bytes.
package typealias FileTaker = (_ path: String, _ bytes: [UInt8]) throws -> Void

/// A file that is handed out in pieces.
struct GrowingFile {
  private static let pieceBytes = 1 << 16

  let path: String
  var text: TextBuffer
  var totals: ExportTotals
  private(set) var byteCount = 0

  init(path: String, text: TextBuffer = TextBuffer(), totals: ExportTotals = ExportTotals()) {
    self.path = path
    self.text = text
    self.totals = totals
  }

  /// Hands out what there is if it is worth it.
  mutating func handOut(to take: FileTaker, isLast: Bool = false) throws {
    guard isLast || text.bytes.count >= GrowingFile.pieceBytes else { return }
    byteCount += text.bytes.count
    try take(path, text.bytes)
    text = TextBuffer()
  }

  var listing: FileListing { FileListing(path: path, byteCount: byteCount, totals: totals) }
}

/// What `truth.json` says of a file.
struct FileListing: Sendable {
  let path: String
  let byteCount: Int
  let totals: ExportTotals
}

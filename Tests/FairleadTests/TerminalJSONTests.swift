import Foundation
import Testing

@testable import fairlead

struct TerminalJSONTests {
  private struct Result: Encodable {
    var name = "a/b"
    var customers: [Entry] = []
    var zeta = [1, 2]
  }

  private struct Entry: Encodable {
    let row: Int
    var inner: [Double?] = [0.5, nil]
    var text = "line\nwith \"[\n\n  ]\" in it"
  }

  /// The bytes of the encoder that holds everything at once.
  @Test(arguments: [0, 1, 2, 4_096, 4_097, 9_000]) func piecesAreTheWhole(count: Int) throws {
    let entries = (0..<count).map { Entry(row: $0) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let whole = String(decoding: try encoder.encode(Result(customers: entries)), as: UTF8.self) + "\n"
    let pieces = try Terminal.jsonPieces(Result(), with: entries, as: "customers").map { try $0() }
    #expect(pieces.joined() == whole)
  }
}

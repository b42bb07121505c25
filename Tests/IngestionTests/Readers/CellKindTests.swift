import Testing

@testable import Ingestion

struct CellKindTests {
  private func kind(_ text: String) -> CellKind { Array(text.utf8).withUnsafeBufferPointer { CellKind.of($0) } }

  @Test(arguments: ["7", "-1.5", "1,234.50", "12,5", "£9", "$1.00", "3%", "(5.00)", "1.2E+17", "1e-5", "+44 20 7946"])
  func numbers(text: String) { #expect(kind(text) == .number) }

  @Test(arguments: ["2026-03-01", "1/2/26", "31.12.2026", "Jan 5 2026", "5 January 2026", "2026-03-01T10:00:00Z"])
  func dates(text: String) { #expect(kind(text) == .date) }

  @Test(arguments: ["9:05", "09:05:00", "9:05:00 PM", "10:00:00+02:00"])
  func times(text: String) { #expect(kind(text) == .time) }

  @Test(arguments: ["https://example.org/a?b=1", "www.example.org", "a@example.org"])
  func addresses(text: String) { #expect(kind(text) == .address) }

  @Test(arguments: ["word", "2026-03", "1 2", "A1", "12-34-567", "x@y", "1.", "a, b", "10.0.0.1.2x"])
  func words(text: String) { #expect(kind(text) == .text) }

  @Test(arguments: ["", "  ", "\u{A0}"])
  func nothing(text: String) { #expect(kind(text) == .empty) }
}

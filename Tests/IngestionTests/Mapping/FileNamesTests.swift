import Testing

@testable import Ingestion

struct FileNamesTests {
  @Test(arguments: [
    (["radio*"], "Radio_2026-03.csv", true), (["radio*.csv", "funk*"], "Funk.xlsx", true),
    (["radio*.csv"], "radio.xlsx", false),
    (["radio"], "radio.csv", false), (["radio.csv"], "RADIO.CSV", true), (["*radio*"], "2026_radio.csv", true),
    (["*"], "a.csv", true), (["a*a"], "a", false), (["a*b*b"], "a-b", false), (["a*b*c.csv"], "a1b2c.csv", true),
    (["märz*"], "Ma\u{308}rz.csv", true), (["radio*"], "all.zip/Radio.csv", true),
    (["radio*"], "radio.zip/a.csv", true),
    (["radio*"], "tv-radio.csv", false),
  ])
  func names(patterns: [String], file: String, isHeld: Bool) {
    #expect(FileNames(patterns).hold(file) == isHeld)
  }

  /// Whatever is proposed fits the file itself.
  @Test(arguments: [
    ("radio.csv", "radio*"), ("radio_nord_2026-03.csv", "radio_nord*"), ("2026-03 Radio.csv", "*Radio*"),
    ("e1_radio.csv", "*radio*"), ("download (1).csv", "download*"), ("2026.csv", "2026*"),
    ("all.zip/tv-spots-3.csv", "tv-spots*"), ("Mediaplan 2026.xlsx/Radio", "Mediaplan*"),
  ])
  func proposals(file: String, pattern: String) {
    #expect(FileNames.pattern(for: file) == pattern)
    #expect(FileNames([pattern]).hold(file))
  }
}

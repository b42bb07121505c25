import Testing

@testable import Charting

@Suite struct TextHeightTests {
  /// 1.21 em of Inter and 1.45 em of Noto Sans CJK, in 12 px.
  @Test func lettersThatInterLacksAreTaller() {
    #expect(TextHeight.of("Email, £1.2k – ①") == 15)
    #expect(TextHeight.of("حملة العودة") == 15)
    #expect(TextHeight.of("搜索广告") == 18 && TextHeight.of("검색") == 18 && TextHeight.of("a東") == 18)
    #expect(TextHeight.tallest(["Email", "搜索广告"]) == 18)
    #expect(TextHeight.tallest([]) == 15)
  }

  /// Two lines take 30 px, or 36, and 2 more to the next; where no name needs them, rows keep their height.
  @Test func rowsHoldTheirNames() {
    let (short, long) = (BandLabel("Email"), BandLabel("Shopping: tents and sleeping bags"))
    let wide = BandLabel("검색 광고 캠페인 2026년 가을 세일")
    #expect(long.lines.count == 2 && wide.lines.count == 2)
    #expect(BandLabel.rowHeight([short], least: 28) == 28)
    #expect(BandLabel.rowHeight([short, long], least: 28) == 32)
    #expect(BandLabel.rowHeight([long, wide], least: 32) == 38)
    #expect(BandLabel.rowHeight([], least: 25) == 25)
  }
}

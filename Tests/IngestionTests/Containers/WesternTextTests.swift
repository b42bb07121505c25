import Testing

@testable import Ingestion

struct WesternTextTests {
  @Test(
    "Western letters that stand side by side, and marks beside letters, speak for windows-1252",
    arguments: [
      // "Größe": ö and ß; "Strauß" beside it.
      [0x47, 0x72, 0xF6, 0xDF, 0x65, 0x2C, 0x53, 0x74, 0x72, 0x61, 0x75, 0xDF],
      // "ação": ç and ã.
      [0x61, 0xE7, 0xE3, 0x6F],
      // "PROMOÇÕES", in capitals.
      [0x50, 0x52, 0x4F, 0x4D, 0x4F, 0xC7, 0xD5, 0x45, 0x53],
      // "créée": é twice.
      [0x63, 0x72, 0xE9, 0xE9, 0x65],
      // "Zoë’s": a letter beside an apostrophe.
      [0x5A, 0x6F, 0xEB, 0x92, 0x73],
      // "«été»": letters beside guillemets.
      [0xAB, 0xE9, 0x74, 0xE9, 0xBB],
    ] as [[UInt8]])
  func western(_ bytes: [UInt8]) {
    #expect(WesternText.isLikely(bytes))
  }

  @Test(
    "Words of other code pages are no Western text",
    arguments: [
      // Cyrillic "цена" and "«да»" in windows-1251.
      [0xF6, 0xE5, 0xED, 0xE0], [0xAB, 0xE4, 0xE0, 0xBB],
      // Polish "żółw" and "wartość" in windows-1250.
      [0xBF, 0xF3, 0xB3, 0x77], [0x77, 0x61, 0x72, 0x74, 0x6F, 0x9C, 0xE6],
      // Greek "τιμή" in windows-1253.
      [0xF4, 0xE9, 0xEC, 0xDE],
      // A single kanji of Shift-JIS, twice: a letter beside a dash, and no word.
      [0x2C, 0xFA, 0x96, 0x2C, 0xFA, 0x96],
      // Japanese "日本" in Shift-JIS.
      [0x93, 0xFA, 0x96, 0x7B],
    ] as [[UInt8]])
  func others(_ bytes: [UInt8]) {
    #expect(!WesternText.isLikely(bytes))
  }
}

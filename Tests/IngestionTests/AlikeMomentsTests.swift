import Testing

@testable import Ingestion

struct AlikeMomentsTests {
  @Test func eachFurtherSecondOfAThingIsAnother() {
    var moments = AlikeMoments()
    #expect(moments.place(of: ["A", "10:05"], second: 31) == 1)
    #expect(moments.place(of: ["B", "10:05"], second: 40) == 1)
    #expect(moments.place(of: ["A", "10:05"], second: 40) == 2)
    #expect(moments.place(of: ["A", "10:05"], second: 31) == 1)
    #expect(moments.place(of: ["A", "10:05"], second: 59) == 3)
  }
}

import Testing
import Vocabulary

struct PercentEncodingTests {
  @Test(arguments: [
    ("spring+sale%20%E2%82%AC", "spring sale €"), ("a%2Bb%2bc", "a+b+c"), ("50% off", "50% off"), ("%zz%2", "%zz%2"),
    ("%+1%-0", "% 1%-0"), ("", ""),
  ])
  func addressesAreDecoded(text: String, meant: String) {
    #expect(PercentEncoding.decoded(text.utf8) == Array(meant.utf8))
  }

  @Test func bytesNeedBeNoText() { #expect(PercentEncoding.decoded("%A4".utf8) == [0xA4]) }
}

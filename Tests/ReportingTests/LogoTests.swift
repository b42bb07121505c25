import Testing

@testable import Reporting

@Suite struct LogoTests {
  private static func svg(_ inner: String, attributes: String = "") -> [UInt8] {
    Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"\(attributes)>\(inner)</svg>".utf8)
  }

  @Test func picturesThatAreWholeInThemselves() throws {
    let plain = "<defs><linearGradient id=\"a\"/></defs><path fill=\"url(#a)\" d=\"M0 0h9\"/><use href=\"#b\"/>"
    #expect(try Logo(Self.svg(plain)).address.hasPrefix("data:image/svg+xml;base64,"))
    #expect(
      try Logo([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]).address
        == "data:image/png;base64,iVBORw0KGgoB")
  }

  @Test(arguments: [
    ("<script>1</script>", "<script>"), ("<a onclick=\"x()\"/>", "onclick"),
    ("<image href=\"//e.example/i\"/>", "href"),
    ("<use xlink:href=\"http://e.example/#a\"/>", "xlink:href"), ("<style>@import 'x'</style>", "@import"),
    ("<path fill=\"url(http://e.example/a)\"/>", "url(…)"), ("<foreignObject/>", "<foreignobject>"),
    ("<a href=\" javascript:alert(1)\"/>", "javascript:"), ("<s:script xmlns:s=\"x\"/>", "<s:script>"),
  ])
  func whatRunsOrLoadsIsRefused(_ inner: String, _ found: String) {
    #expect(throws: ReportingError.logoNotSafe(found: found)) { try Logo(Self.svg(inner)) }
  }

  @Test func anEventOfTheRootIsRefused() {
    #expect(throws: ReportingError.logoNotSafe(found: "onload")) {
      try Logo(Self.svg("", attributes: " onload=\"x\""))
    }
  }

  @Test func anythingElseIsNoPicture() {
    for bytes in [[], Array("GIF89a".utf8), Array("<html><svg></svg>".utf8)] {
      #expect(throws: ReportingError.logoNotPicture) { try Logo(bytes) }
    }
  }
}

import Testing

@testable import Ingestion

struct MembershipColumnsTests {
  @Test(arguments: [
    ("\"Lorem Editors\"", ["Lorem Editors"]), ("\"VIP, gold\",\"Blog\"", ["VIP, gold", "Blog"]), ("a, b,", ["a", "b"]),
    ("", []),
  ])
  func tagsOfACell(cell: String, tags: [String]) { #expect(MembershipColumns.tags(cell) == tags) }
}

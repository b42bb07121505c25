import Testing

@testable import Warehouse

struct EntityNamesTests {
  @Test("names and ids that stand in one row mean one thing, whatever the order; a rename joins them")
  func names() {
    let rows = [("Spring", "11"), ("Spring", ""), ("Summer", "12"), ("Summer 2026", "12"), ("Autumn", "")]
    for rows in [rows, rows.reversed()] {
      var names = EntityNames()
      for (name, id) in rows { names.join(name, id: id) }
      #expect(names.root(of: "", id: "11") == names.root(of: "Spring", id: ""))
      #expect(names.root(of: "Summer", id: "") == names.root(of: "Summer 2026", id: "12"))
      #expect(names.root(of: "Autumn", id: "") != names.root(of: "Spring", id: ""))
      #expect(names.root(of: "11", id: "") != names.root(of: "", id: "11"))
      #expect(names.root(of: "", id: "") == EntityNames.none)
      names.rename("Autumn", to: "Spring")
      #expect(names.root(of: "Autumn", id: "") == names.root(of: "", id: "11"))
    }
  }
}

import Testing

@testable import Warehouse

struct EntityNamesTests {
  @Test("ids of one name are apart where each row has one, also after one was renamed")
  func idsOfOneName() {
    var names = EntityNames()
    for (name, id) in [("Brand", "1"), ("Brand", "2"), ("Brand 2026", "2"), ("Spring", "3"), ("Spring", "")] {
      names.join(name, id: id)
    }
    names.separateIDs()
    #expect(names.root(of: "Brand", id: "1") != names.root(of: "Brand", id: "2"))
    #expect(names.root(of: "Brand", id: "2") == names.root(of: "Brand 2026", id: "2"))
    #expect(names.root(of: "Spring", id: "3") == names.root(of: "Spring", id: ""))
    names.join("Brand", id: "")
    names.separateIDs()
    #expect(names.root(of: "Brand", id: "1") == names.root(of: "Brand", id: ""))
  }

  @Test("an id that ends in noughts behind fifteen figures may be its neighbours'; others are apart")
  func idsOfASpreadsheet() {
    var names = EntityNames()
    for id in ["23851234567890123", "23851234567890100", "23851234567891100", "238512345678901"] {
      names.join("Brand", id: id)
    }
    names.separateIDs()
    let root = names.root(of: "Brand", id: "23851234567890123")
    #expect(names.root(of: "Brand", id: "23851234567890100") == root)
    #expect(names.areOne("23851234567890123", "23851234567890100"))
    #expect(names.root(of: "Brand", id: "23851234567891100") != root)
    #expect(!names.areOne("23851234567890123", "23851234567891100"))
  }

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

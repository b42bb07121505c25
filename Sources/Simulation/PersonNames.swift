import Computation

/// Invents people whose addresses belong to nobody: every domain is reserved for examples (RFC 2606).
struct PersonNames {
  struct Person {
    let first: String
    let last: String
    let email: String
  }

  private var uses: [String: Int] = [:]

  /// Counts an address that exists already.
  mutating func reserve(_ email: String) {
    let local = email.prefix { $0 != "@" }
    let stem = String(local.prefix { !$0.isNumber })
    let number = Int(local.dropFirst(stem.count)) ?? 1
    uses[stem] = max(uses[stem, default: 0], number)
  }

  /// A person with an address that nobody else has.
  mutating func next(using generator: inout SeededGenerator) -> Person {
    let first = PersonNames.firsts[generator.integer(below: PersonNames.firsts.count)]
    let last = PersonNames.lasts[generator.integer(below: PersonNames.lasts.count)]
    let domain = PersonNames.domains[generator.integer(below: PersonNames.domains.count)]
    let plain = generator.chance(0.7) ? "\(first).\(last)" : "\(first.prefix(1))\(last)"
    let stem = plain.lowercased().filter { $0 != "'" && $0 != " " }
    // Counted per stem, not per address, so that a number never meets a stem that ends in one.
    let use = uses[stem, default: 0]
    uses[stem] = use + 1
    let local = use == 0 ? stem : "\(stem)\(use + 1)"
    return Person(first: first, last: last, email: "\(local)@\(domain)")
  }

  private static let domains = ["example.com", "example.org", "example.net"]

  private static let firsts = [
    "Ada", "Aidan", "Aisha", "Alan", "Alice", "Amir", "Angus", "Anna", "Arthur", "Beatrice", "Ben", "Bronwen", "Callum",
    "Carys", "Cecily", "Chloe", "Clara", "Colin", "Daisy", "David", "Deepa", "Dylan", "Eleanor", "Elin", "Elliot",
    "Emma", "Erin", "Esme", "Ewan", "Farah", "Fergus", "Finn", "Fiona", "Freya", "George", "Grace", "Gwen", "Hamish",
    "Hannah", "Harriet", "Heather", "Holly", "Hugh", "Imran", "Iris", "Isla", "Ivan", "Jack", "Jasmine", "Joan",
    "Jonas",
    "Joseph", "Julia", "Kamal", "Karen", "Kate", "Kieran", "Laura", "Leah", "Leon", "Lewis", "Lily", "Lucy", "Maeve",
    "Malik", "Maria", "Martin", "Maya", "Megan", "Miles", "Nadia", "Naomi", "Neil", "Niamh", "Nina", "Noah", "Nora",
    "Oliver", "Owen", "Paula", "Peter", "Priya", "Rachel", "Rhys", "Robert", "Rosa", "Rowan", "Ruth", "Sam", "Sara",
    "Sean", "Simon", "Stella", "Tamsin", "Theo", "Tom", "Una", "Vera", "Will", "Zara",
  ]

  private static let lasts = [
    "Abbott", "Ahmed", "Ainsworth", "Archer", "Ashdown", "Atkins", "Bains", "Barlow", "Beck", "Bellamy", "Birch",
    "Blackwood", "Bowen", "Bright", "Brook", "Burton", "Byrne", "Calder", "Cameron", "Carver", "Chandra", "Clegg",
    "Cole", "Conway", "Cooper", "Cross", "Dalton", "Davies", "Dawson", "Drake", "Dunn", "Eastwood", "Ellis", "Evans",
    "Farrow", "Fenwick", "Finch", "Fletcher", "Ford", "Foster", "Garner", "Gill", "Goddard", "Grant", "Greaves",
    "Hale", "Hardy", "Harker", "Hart", "Hayes", "Heath", "Holt", "Howell", "Hughes", "Iqbal", "Irving", "Jarvis",
    "Kaur", "Kendall", "Khan", "Knox", "Lacey", "Lambert", "Langley", "Lister", "Lowe", "MacLeod", "Marsh", "Mason",
    "Mercer", "Moss", "Murray", "Nash", "Naylor", "Newton", "O'Brien", "O'Neill", "Osborne", "Parker", "Patel",
    "Pearce", "Penrose", "Pryce", "Quinn", "Ramsey", "Reid", "Rhodes", "Rowe", "Sandford", "Shah", "Shepherd",
    "Singh", "Sinclair", "Slater", "Stone", "Swift", "Tanner", "Thorne", "Tilley", "Turner", "Underhill", "Vaughan",
    "Wade", "Walsh", "Ward", "Webb", "Whitfield", "Wilde", "Winter", "Wren", "Yates", "Young",
  ]
}

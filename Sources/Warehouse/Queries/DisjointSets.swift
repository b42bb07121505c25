/// Sets of things that were said to belong together, by union and find; a thing never named is a set of its own.
///
/// The least of a set is its root, so that the order of unions does not matter.
struct DisjointSets<Element: Hashable & Comparable> {
  private var parents: [Element: Element] = [:]

  mutating func unite(_ left: Element, _ right: Element) {
    let (first, second) = (shortenedRoot(of: left), shortenedRoot(of: right))
    if first != second { parents[max(first, second)] = min(first, second) }
  }

  func root(of element: Element) -> Element {
    var element = element
    while let parent = parents[element] { element = parent }
    return element
  }

  /// Lets everything on the way stand directly below the root: chains stay short.
  private mutating func shortenedRoot(of element: Element) -> Element {
    let root = root(of: element)
    var element = element
    while let parent = parents[element] {
      parents[element] = root
      element = parent
    }
    return root
  }
}

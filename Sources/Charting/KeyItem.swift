/// One entry of a chart's key: the mark as it is drawn, and what it stands for.
package struct KeyItem: Sendable, Equatable {
  enum Sign: Sendable, Equatable {
    case symbol(Symbol, ink: String)
    case line(classes: String)
    case area(classes: String)
    case hatch(slug: String)
    case halfHatch(slug: String)
    /// Line with a dot: an estimate and its interval.
    case interval(ink: String)
  }

  package let label: String
  let sign: Sign

  init(_ sign: Sign, _ label: String) {
    self.sign = sign
    self.label = label
  }

  var element: Element {
    Element("li").adding(drawing).text(label)
  }

  private var drawing: Element {
    switch sign {
    case .symbol(let symbol, let ink): return box(16).adding(symbol.mark(x: 8, y: 7, ink: ink))
    case .line(let classes): return box(24).adding(line(classes, to: 24))
    case .area(let classes): return box(22).adding(rectangle(classes))
    case .hatch(let slug): return box(22).adding(rectangle("").set("fill", "url(#\(slug)-hatch)"))
    case .halfHatch(let slug):
      return box(22).adding(
        rectangle("").set("fill", "url(#\(slug)-hatch)"),
        Element("rect", class: "f1").at(["width": 22, "height": 6, "y": 7]))
    case .interval(let ink):
      return box(34).adding(line("ci s\(ink)", to: 34), Symbol.dot.mark(x: 17, y: 7, ink: ink))
    }
  }

  private func box(_ width: Int) -> Element {
    Element("svg").at(["width": .pixels(Double(width)), "height": 14]).set("aria-hidden", "true")
  }

  private func line(_ classes: String, to end: Double) -> Element {
    Element("line", class: classes).at(["x1": 2, "x2": .pixels(end - 2), "y1": 7, "y2": 7])
  }

  private func rectangle(_ classes: String) -> Element {
    Element("rect", class: classes).at(["width": 22, "height": 12, "y": 1])
  }
}

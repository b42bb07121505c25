/// Which tick labels step back when the plot is narrow. The style sheet hides `t1` below 620 px, `t2` below 430 px,
/// `t3` below 300 px, `t4` below 200 px and `t5` below 110 px of plot width.
enum TickThinning: Equatable {
  case always
  /// Shown from the width of this class on.
  case withClass(String)
  case never

  /// One decision per tick, for ticks evenly spread over `share` of the plot.
  /// - Parameters:
  ///   - width: of the widest label, in pixels.
  ///   - narrowest: plot width in pixels that the labels shown at all widths must fit; see `Frame.narrowest`.
  static func decide(count: Int, width: Double, share: Double = 1, narrowest: Double) -> [TickThinning] {
    func every(_ plot: Double) -> Int {
      let gap = plot * share / Double(max(count - 1, 1))
      var every = 1
      while every < count, gap * Double(every) < width + 10 { every *= 2 }
      return every
    }
    let (wide, middle, small, smaller, smallest) = (every(620), every(430), every(300), every(200), every(110))
    let always = every(narrowest)
    return (0..<count).map { index in
      if index.isMultiple(of: always) { return .always }
      if index.isMultiple(of: smallest) { return .withClass("t5") }
      if index.isMultiple(of: smaller) { return .withClass("t4") }
      if index.isMultiple(of: small) { return .withClass("t3") }
      if index.isMultiple(of: middle) { return .withClass("t2") }
      return index.isMultiple(of: wide) ? .withClass("t1") : .never
    }
  }
}

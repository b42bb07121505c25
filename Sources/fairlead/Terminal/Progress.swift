import Foundation

/// Says how far a run has come: one line that rewrites itself on a terminal, a line a step elsewhere, nothing when
/// quiet. Times are for the person who waits and reach no file.
final class Progress {
  private let isQuiet: Bool
  private let started = Date()
  private var total: Int
  private var done = 0
  private let isTerminal = Terminal.showsProgressBar

  init(steps: Int, quiet: Bool) {
    total = steps
    isQuiet = quiet
  }

  func step(_ what: String) {
    done += 1
    let what = Terminal.shown(what)
    guard !isQuiet else { return }
    guard isTerminal else { return Terminal.remark("[\(done)/\(total)] \(what)\n") }
    let elapsed = Date().timeIntervalSince(started)
    let rate = elapsed > 0 ? Double(done) / elapsed : 0
    let left = rate > 0 ? Double(total - done) / rate : 0
    let numbers = String(format: "%.1f/s, %.0f s left", rate, left)
    Terminal.remark("\r\u{1B}[K[\(done)/\(total)] \(what) (\(numbers))")
  }

  func end() {
    if !isQuiet && isTerminal { Terminal.remark("\r\u{1B}[K") }
  }
}

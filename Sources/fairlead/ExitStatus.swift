/// The exit codes that scripts rely on; 64 (usage) is the argument parser's.
enum ExitStatus: Int32 {
  case failed = 1
  case someFailed = 4
  case unusableData = 65
  case busy = 75
}

/// An end of the run with one line for the reader: *where: what was found; what was expected; what to do*.
struct Failure: Error {
  let message: String
  let status: ExitStatus

  init(_ message: String, _ status: ExitStatus = .failed) {
    self.message = message
    self.status = status
  }
}

extension ModelRun {
  /// A 64-bit digest (FNV-1a) in hexadecimal of everything in the record but its id: it names a run, it guards nothing.
  package var digest: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x0000_0100_0000_01b3
    }
    for text in [purpose, model, version, String(seed), asOf.description, window.description, String(rows), dataDigest]
    {
      add(text)
    }
    for text in features { add(text) }
    for setting in hyperparameters { add(setting.name + "=" + setting.value) }
    for metric in metrics { add("\(metric.name) \(metric.split) \(metric.value) \(metric.sampleSize)") }
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}

import Computation
import Testing

@Suite("MurmurHash3")
struct MurmurHash3Tests {
  @Test(
    "hashes are those of scikit-learn 1.9.1's murmurhash3_32 with seeds 0 and 42",
    arguments: [
      ("", 0, 142_593_372), ("a", 1_009_084_850, 3_001_393_763), ("abc", 3_017_643_002, 1_313_807_976),
      ("abcd", 1_139_631_978, 3_898_664_396), ("city=東京", 2_217_154_710, 882_770_987),
      ("The quick brown fox jumps over the lazy dog", 776_992_547, 880_582_914),
    ] as [(String, UInt32, UInt32)])
  func reference(text: String, plain: UInt32, seeded: UInt32) {
    #expect(MurmurHash3.of(Array(text.utf8)) == plain)
    #expect(MurmurHash3.of(Array(text.utf8), seed: 42) == seeded)
  }
}

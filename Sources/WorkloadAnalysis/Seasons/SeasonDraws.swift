/// Random whole numbers that repeat for a seed.
///
/// The generator is SplitMix64: G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014, figure 17.
struct SeasonDraws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Returns a whole number from 0 to `count` − 1.
  mutating func index(below count: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    bits ^= bits >> 31
    return Int(bits.multipliedFullWidth(by: UInt64(count)).high)
  }
}

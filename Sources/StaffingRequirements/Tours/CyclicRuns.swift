/// Runs of days in a cycle that repeats.
enum CyclicRuns {
  /// Returns the length of the longest run of `value`, going round the end of the cycle; nothing
  /// where every day has it.
  static func longest(of value: Bool, in pattern: [Bool]) -> Int? {
    guard let other = pattern.firstIndex(of: !value) else { return nil }
    var longest = 0
    var run = 0
    for step in 1...pattern.count {
      run = pattern[(other + step) % pattern.count] == value ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

import LinearProgramming

extension OptimalityCheck {
  /// The check in words: each figure as the power of ten that it stays below, because its digits
  /// are the dust of one machine's arithmetic.
  var words: String {
    func below(_ figure: Double) -> String {
      guard figure > 0 else { return "0" }
      var exponent = -16
      var power = 1e-16
      while power < figure, exponent < 0 {
        power *= 10
        exponent += 1
      }
      return "≤ 1e\(exponent)"
    }
    return "verified: primal \(below(primalResidual)), dual \(below(dualResidual)), "
      + "gap \(below(gap))"
  }
}

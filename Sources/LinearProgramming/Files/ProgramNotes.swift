/// Sentences about what a file says beyond a linear program.
enum ProgramNotes {
  /// What became of integer variables; nil if there are none.
  static func relaxation(integerCount: Int) -> String? {
    switch integerCount {
    case 0: nil
    case 1: "1 integer variable is relaxed: the program is the linear relaxation."
    default: "\(integerCount) integer variables are relaxed: the program is the linear relaxation."
    }
  }
}

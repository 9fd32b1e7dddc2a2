/// What a keyword at the start of a line begins.
enum LPSection: Equatable {
  case objective(Sense)
  case rows
  case bounds
  case integers
  case binaries
  case end
  /// Something that linear programs do not have.
  case refused(String)

  /// The section that `word` begins if `following` is the next word on its line.
  ///
  /// - Returns: The section and the number of words that name it, or nil.
  static func named(_ word: String, followedBy following: String?) -> (LPSection, words: Int)? {
    switch (word.lowercased(), following?.lowercased()) {
    case ("min", _), ("minimize", _), ("minimise", _), ("minimum", _): (.objective(.minimize), 1)
    case ("max", _), ("maximize", _), ("maximise", _), ("maximum", _): (.objective(.maximize), 1)
    case ("subject", "to"), ("such", "that"): (.rows, 2)
    case ("st", _), ("st.", _), ("s.t.", _): (.rows, 1)
    case ("bound", _), ("bounds", _): (.bounds, 1)
    case ("general", "constraints"), ("general", "constraint"): (.refused("General constraints"), 2)
    case ("gen", _), ("general", _), ("generals", _), ("int", _), ("integer", _), ("integers", _):
      (.integers, 1)
    case ("bin", _), ("binary", _), ("binaries", _): (.binaries, 1)
    case ("semi", _), ("semis", _): (.refused("Semi-continuous variables"), 1)
    case ("sos", _), ("sos1", _), ("sos2", _): (.refused("Special ordered sets"), 1)
    case ("lazy", "constraints"): (.refused("Lazy constraints"), 2)
    case ("user", "cuts"): (.refused("User cuts"), 2)
    case ("pwlobj", _): (.refused("Piecewise linear objectives"), 1)
    case ("end", _): (.end, 1)
    default: nil
    }
  }
}

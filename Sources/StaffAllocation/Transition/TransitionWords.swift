import LinearProgramming
import PolicingDomain

/// Why there is no plan for the years, in words that a reader without the program understands.
struct TransitionWords {
  private let model: TransitionModel
  private let settings: SolverSettings

  init(_ model: TransitionModel, _ settings: SolverSettings) {
    self.model = model
    self.settings = settings
  }

  /// Turns a failed objective into an answer. For one without a plan the rules are an irreducible set:
  /// without any one of them there would be a plan.
  func answer(_ failure: HeldObjectives.Failure) throws(AllocationError) -> TransitionAnswer {
    switch failure {
    case .infeasible(let stage, let certificate):
      return .infeasible(
        stage: stage, rules: try rules(certificate), proof: certificate.check.description)
    case .unbounded(let stage, let proof):
      return .unanswered(stage: stage, report: "The objective has no limit: \(proof)")
    case .limit(let stage, let report), .notProven(let stage, let report):
      return .unanswered(stage: stage, report: report)
    }
  }

  private func rules(_ certificate: InfeasibilityCertificate) throws(AllocationError) -> [String] {
    var rows = certificate.conflictingRows
    do {
      if let smaller = try model.program.irreducibleInfeasibleSet(settings).set {
        rows = smaller.rows
      }
    } catch {
      throw .solver(error.description)
    }
    var found: [String] = []
    for row in rows {
      let words = Self.sentence(model.program.name(of: row))
      if !found.contains(words) { found.append(words) }
    }
    return found
  }

  /// What each family of rows says, in the order in which a reader should meet them.
  private static let families = [
    ("budget", "the year costs no more than its budget"),
    ("authorized", "no more people than authorized positions"),
    ("cut", "the section keeps the part of its people that the largest cut leaves it"),
    ("academy", "no more hires than the academy has seats"),
    ("entries", "no more hires or promotions into the rank than its limit"),
    ("moves", "no more people change sections than the limit"),
    ("conversions", "no more civilians in converted positions than the limit"),
    ("people", "the people of the rank are those who stayed, with hires and promotions"),
    ("promotable", "only people of the rank below are promoted"),
    ("placing", "everybody who works alone is placed once"),
    ("positions", "the positions of the group are filled or counted as short"),
    ("civilians", "civilians work in converted positions only"),
    ("kept", "a converted position stays converted"),
    ("sworn", "sworn members hold only positions that are not converted"),
    ("movement", "people come into a section as new in the rank or by a move"),
    ("arrivals", "no more new people are placed than there are"),
    ("fairness", "no district lacks a larger share than the year's largest"),
  ]

  /// Turns the name of a row, such as `budget[year 2]`, into a sentence.
  static func sentence(_ name: String) -> String {
    let parts = name.split(separator: "[", maxSplits: 1)
    guard let family = parts.first, let known = families.first(where: { $0.0 == family }) else {
      return name
    }
    guard parts.count == 2 else { return known.1 }
    let place = parts[1].dropLast().split(separator: ",").joined(separator: ", ")
    return "\(place): \(known.1)"
  }
}

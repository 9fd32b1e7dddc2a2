/// Why a question could not be answered, from whichever stage it comes.
public enum PlanningError: Error, Sendable {
  /// A file is missing, unreadable or wrong.
  case files(FileError)
  /// A requirement makes no sense.
  case requirements(RequirementsError)
  /// An allocation makes no sense.
  case allocation(AllocationError)
  /// The calls cannot answer what was asked.
  case calls(reason: String)
  /// The question names something that the study does not have.
  case question(reason: String)
}

extension PlanningError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .files(let error): error.description
    case .requirements(let error): "error: \(error.description)"
    case .allocation(let error): "error: \(error.description)"
    case .calls(let reason), .question(let reason): "error: \(reason)"
    }
  }
}

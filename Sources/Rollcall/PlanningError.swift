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
  /// What is wrong, with its stable code, and what to do about it.
  public var description: String {
    if case .files(let error) = self { return error.description }
    let code = codes.first ?? ""
    return FileIssue.text(
      .error, code: code, reason, at: nil, details: ["help: rollcall explain \(code)"])
  }

  /// What is wrong, in words alone, for a note or a cell.
  public var reason: String {
    switch self {
    case .files(let error):
      error.issues.map { "\($0.place): \($0.message)" }.joined(separator: "; ")
    case .requirements(let error): error.description
    case .allocation(let error): error.description
    case .calls(let reason), .question(let reason): reason
    }
  }

  /// The stable codes of what is wrong, of which ``ProblemCode`` says more.
  public var codes: [String] {
    switch self {
    case .files(let error): error.issues.map(\.code)
    case .requirements(let error): [error.code]
    case .allocation(let error): [error.code]
    case .calls: ["E531"]
    case .question: ["E541"]
    }
  }
}

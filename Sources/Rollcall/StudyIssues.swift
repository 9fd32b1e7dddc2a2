/// The problems of a study as programs read them.
public enum StudyIssues {
  /// Returns `issues` as a JSON list, each with severity, code, file, line, column, count, message and
  /// help.
  ///
  /// - Throws: `PlanningError.files` when a text cannot be written as JSON.
  public static func json(_ issues: [FileIssue]) throws(PlanningError) -> String {
    do {
      return try FileIssue.json(issues)
    } catch {
      throw .files(error)
    }
  }
}

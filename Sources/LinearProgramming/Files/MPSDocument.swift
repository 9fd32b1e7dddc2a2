/// A linear program read from MPS text, with what the file says beyond it.
///
/// Both the free and the fixed-column layout are read: a text that does not parse as fields
/// parted by blanks is read again by columns, which allows blanks in names. Conventions where
/// dialects differ:
///
/// * The first row of type N is the objective; further ones are dropped and counted.
/// * A right-hand side of the objective row is minus its constant.
/// * `OBJSENSE` may be followed by `MAX`, `MAXIMIZE`, `MIN` or `MINIMIZE` on the same line or the
///   next; without it the objective is minimized.
/// * A range R on a row of type E extends it to [rhs, rhs + R] if R > 0, to [rhs + R, rhs] if
///   R < 0; on types G and L it extends by |R| to the other side.
/// * An upper bound below zero on a variable whose lower bound is still the default makes the
///   lower bound −∞; an upper bound of zero does not.
/// * A magnitude of 1e30 or more in a bound, a right-hand side or a range is infinite; no other
///   number may be.
/// * Integer variables keep the default bounds 0...∞ and are listed; the program is the
///   relaxation.
/// * Names are decoded from percent encoding if a comment line says `* percent-encoded names`,
///   as ``LinearProgram/mpsText()`` writes when names need it.
///
/// The format is described in *IBM Mathematical Programming System Extended/370 (MPSX/370)
/// Program Reference Manual*, SH19-1095.
public struct MPSDocument: Sendable {
  /// The linear program.
  public let program: LinearProgram
  /// The number of N rows after the first, which were dropped.
  public let droppedObjectiveCount: Int
  /// The variables marked as integer, in order.
  public let integerVariables: [Variable]

  /// Reads `text`.
  ///
  /// - Throws: An ``MPSError`` with the line at fault.
  /// - Complexity: O(*n*), *n* being the length of the text.
  public init(parsing text: String) throws(MPSError) {
    let lines = MPSLine.split(text)
    let isEncoded = lines.contains { $0.isComment && $0.says("percent-encoded names") }
    do {
      var parser = MPSParser(isFixed: false, isEncoded: isEncoded)
      self = try parser.parse(lines)
    } catch {
      let freeError = error
      do {
        var parser = MPSParser(isFixed: true, isEncoded: isEncoded)
        self = try parser.parse(lines)
      } catch {
        throw freeError
      }
    }
  }

  init(program: LinearProgram, droppedObjectiveCount: Int, integerVariables: [Variable]) {
    self.program = program
    self.droppedObjectiveCount = droppedObjectiveCount
    self.integerVariables = integerVariables
  }
}

/// A linear program read from MPS text, with what the file says beyond it.
///
/// Both the free and the fixed-column layout are read: a text that does not parse as fields
/// parted by blanks is read again by columns, which allows blanks in names. Conventions where
/// dialects differ:
///
/// * The first row of type N is the objective, unless `OBJNAME` names another; further ones are
///   dropped and counted.
/// * Of several sets of right-hand sides, ranges or bounds, the first is used; a line without the
///   name of a set belongs to it.
/// * A right-hand side of the objective row is minus its constant.
/// * `OBJSENSE` may be followed by `MAX`, `MAXIMIZE`, `MIN` or `MINIMIZE` on the same line or the
///   next; without it the objective is minimized.
/// * A range R on a row of type E extends it to [rhs, rhs + R] if R > 0, to [rhs + R, rhs] if
///   R < 0; on types G and L it extends by |R| to the other side.
/// * An upper bound below zero on a variable whose lower bound is still the default makes the
///   lower bound −∞, as QSopt has it, and a note says so; an upper bound of zero does not. A stated
///   lower bound stays. HiGHS 1.15 keeps zero, and finds such a program infeasible.
/// * The last of several bounds on the same side of a variable holds; a second entry, right-hand
///   side or range of the same place is an error, and so is a column in two pieces.
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

  /// What the file says beyond the program, and what became of it, in sentences.
  public let notes: [String]

  /// Reads `text`.
  ///
  /// - Throws: An ``MPSError`` with the line at fault.
  /// - Complexity: O(*n*), *n* being the length of the text.
  public init(parsing text: String) throws(MPSError) {
    self = try Self.parse(text.utf8.span)
  }

  /// Reads text given as bytes of UTF-8, such as those of a file.
  ///
  /// - Throws: An ``MPSError`` with the line at fault.
  /// - Complexity: O(*n*), *n* being the number of bytes.
  public init(parsing bytes: [UInt8]) throws(MPSError) {
    self = try Self.parse(bytes.span)
  }

  private static func parse(_ text: borrowing Span<UInt8>) throws(MPSError) -> MPSDocument {
    do {
      var parser = MPSParser(isFixed: false)
      return try parser.parse(text)
    } catch {
      let freeError = error
      do {
        var parser = MPSParser(isFixed: true)
        return try parser.parse(text)
      } catch {
        // The layout that got further is the likelier one.
        throw (error.line ?? .max) > (freeError.line ?? .max) ? error : freeError
      }
    }
  }

  init(
    program: LinearProgram, droppedObjectiveCount: Int, integerVariables: [Variable],
    notes: [String]
  ) {
    self.program = program
    self.droppedObjectiveCount = droppedObjectiveCount
    self.integerVariables = integerVariables
    self.notes = notes
  }
}

/// A linear program read from CPLEX LP text, with what the file says beyond it.
///
/// Conventions where dialects differ:
///
/// * Strict relations mean the same as others; `=<` and `=>` are read too.
/// * A row is a sum, a relation and one number; the number may stand on the left, or one on each
///   side. Constants in the sum move to the number. Variables stand on one side only.
/// * A row without a name is named `c` and its number.
/// * Of several bounds on the same side of a variable the last holds; the lower bound is 0 until
///   another one is stated, also below a negative upper bound.
/// * A magnitude of 1e30 or more in a bound or beside a relation is infinite.
/// * Names may hold square brackets and letters beyond ASCII, although CPLEX itself has neither.
/// * Integer and binary variables are listed; the program is the relaxation.
/// * Names are decoded from percent encoding if a comment says `\ percent-encoded names`, as
///   ``LinearProgram/lpText()`` writes when names need it.
///
/// Quadratic terms, special ordered sets, semi-continuous variables, indicators, lazy constraints
/// and piecewise linear objectives are errors.
///
/// The format is described in *IBM ILOG CPLEX Optimization Studio: File Formats Supported by
/// CPLEX*, chapter "LP file format".
public struct LPDocument: Sendable {
  /// The linear program.
  public let program: LinearProgram
  /// The variables that the text calls general, integer or binary, in order.
  public let integerVariables: [Variable]
  /// What the file says beyond the program, and what became of it, in sentences.
  public let notes: [String]

  /// Reads `text`.
  ///
  /// - Throws: An ``LPTextError`` with the line and the column at fault.
  /// - Complexity: O(*n*) on average, *n* being the length of the text.
  public init(parsing text: String) throws(LPTextError) {
    let text = text.utf8.span
    var parser = LPParser(text)
    self = try parser.parse(text)
  }

  /// Reads text given as bytes of UTF-8, such as those of a file.
  ///
  /// - Throws: An ``LPTextError`` with the line and the column at fault.
  /// - Complexity: O(*n*) on average, *n* being the number of bytes.
  public init(parsing bytes: [UInt8]) throws(LPTextError) {
    let text = bytes.span
    var parser = LPParser(text)
    self = try parser.parse(text)
  }

  init(program: LinearProgram, integerVariables: [Variable], notes: [String]) {
    self.program = program
    self.integerVariables = integerVariables
    self.notes = notes
  }
}

/// A quantity that a linear program decides.
///
/// A variable is an index into the program that made it and means nothing to another program.
public struct Variable: Hashable, Sendable {
  /// The position of the variable in its program, counted from zero.
  package let index: Int

  package init(index: Int) { self.index = index }
}

/// The handle of a constraint in its program.
///
/// A row is an index into the program that made it and means nothing to another program.
public struct Row: Hashable, Sendable {
  /// The position of the row in its program, counted from zero.
  package let index: Int

  package init(index: Int) { self.index = index }
}

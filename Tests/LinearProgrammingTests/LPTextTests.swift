import LinearProgramming
import Testing

@Suite("LP files")
struct LPTextTests {
  static let sample = #"""
    \Problem name: sample mix
    \ a comment
    Maximize
     profit: x + 2y
       - 3.5e0 z + 4 x2 + 7 \ the constant is 7
    Subject To
     lim1: x + y + 3 <= 9
     -5 <= x - y <= 8
     eq: 3 = z + 0 x2
     R4: 10 >= x + x => 2
     low: x + y + z >= -inf
     x2 - - z =< 4 st2: y > 1
    Bounds
     x <= 4
     -inf <= y <= 8
     -3 <= z
     x2 free
     x2 >= -7
    General
     x
     y z
    Binary
     x2
    End
    anything may follow
    """#

  /// Source of truth: the rules in the documentation of `LPDocument`, applied by hand.
  @Test func `are read with labels, ranges, bounds and integers`() throws {
    let text = Self.sample.replacing(" R4: 10 >= x + x => 2\n", with: " R4: 10 >= x + x >= 2\n")
    let document = try LPDocument(parsing: text)
    let expected = """
      \\ sample mix
      maximize x + 2 y - 3.5 z + 4 x2 + 7
      subject to
        lim1: x + y <= 6
        c2: -5 <= x - y <= 8
        eq: z = 3
        R4: 2 <= 2 x <= 10
        low: x + y + z free
        c6: z + x2 <= 4
        st2: y >= 1
      bounds
        0 <= x <= 4
        -inf <= y <= 8
        z >= -3
        0 <= x2 <= 1

      """
    #expect(document.program.description == expected)
    #expect(document.integerVariables == document.program.variables)
    #expect(document.notes.count == 1)
  }

  /// Source of truth: all these state the same program.
  @Test(arguments: [
    "min\nobj: x + y\nst\nr: x + 2 y >= 4\nend",
    "MINIMIZE x + y SUBJECT\nTO\n".replacing("SUBJECT\nTO", with: "\nSubject To")
      + "r:x+2y=>4\nEND\n",
    "Minimum\n obj:\n x\n + y\ns.t.\n r: 4 <= x + 2\n y\nEnd",
    "\u{FEFF}minimise x + y\r\nsuch that\r\nr: + x - -2 y > 4\r\nend\r\n",
    "min x + y + 0\nsubject to\nr: x + y + 1 + y >= 5\nbounds\nx >= 0\ny < inf\nEND",
  ])
  func `may spell the same program in many ways`(text: String) throws {
    let program = try LPDocument(parsing: text).program
    #expect(
      program.description == "minimize x + y\nsubject to\n  r: x + 2 y >= 4\n", "\(text)")
  }

  /// Source of truth: read by hand when it was recorded.
  @Test func `are written with wrapped lines and escaped names`() throws {
    var program = LinearProgram(name: "golden")
    let places = program.addVariables("flow", over: Array(1...12), in: 0...40)
    let free = program.addVariable("free", in: -.infinity ... .infinity)
    let fixed = program.addVariable("1st", in: -2.5...(-2.5))
    let low = program.addVariable("e9", in: -.infinity...(-1))
    let lonely = program.addVariable("", in: -1e300...7)
    program.require(places.sum() - 1e-7 * free <= 100, named: "land use")
    program.require((free + fixed).within(-5...8), named: "range")
    program.require(low - free == 0.1, named: "end")
    program.require((0 * lonely).within(-.infinity ... .infinity), named: "empty")
    program.maximize(3 * places.sum() - fixed + 1e21)
    let text = try program.lpText()
    try expectGolden(text, "escaped.lp.txt")
    #expect(
      try LPDocument(parsing: text).program.description
        == program.description.replacing("-1e+300 <=  <= 7", with: "-inf <=  <= 7"))
  }

  /// Source of truth: reading must undo writing, in either format and across them.
  @Test(arguments: 1...20)
  func `give back the same program`(seed: Int) throws {
    let program = RandomPrograms.certified(
      rowCount: 12, columnCount: 15, isMaximum: seed % 2 == 0, seed: UInt64(seed)
    ).program
    let copy = try LPDocument(parsing: program.lpText()).program
    #expect(copy.description == program.description)
    #expect(try copy.lpText() == program.lpText())
    let other = try MPSDocument(parsing: copy.mpsText()).program
    #expect(try other.lpText() == program.lpText())
  }

  /// Source of truth: every problem is its own; both formats must hold it without loss.
  @Test(
    .enabled(if: ReferenceProblems.arePresent),
    arguments: ["afiro", "boeing2", "forplan", "pilot4", "standgub"])
  func `hold the reference problems`(name: String) throws {
    let program = try ReferenceProblems.program("netlib/\(name)")
    #expect(try LPDocument(parsing: program.lpText()).program.description == program.description)
    #expect(try MPSDocument(parsing: program.mpsText()).program.description == program.description)
  }

  /// Source of truth: the place at fault was put there by hand.
  @Test(arguments: [
    ("", 1, 1, "The text does not begin"),
    ("x + y", 1, 1, "The text does not begin"),
    ("min x + y\nst\n x + y\nend", 4, 1, "end stands where the relation"),
    ("min x\nst\n x <= y\nend", 3, 7, "y stands where a number"),
    ("min x\nst\n x <= 3 y\nend", 3, 9, "y follows the number"),
    ("min x\nst\n x <= 3 + y\nend", 3, 9, "+ follows the number"),
    ("min x 3 y\nst\nend", 1, 7, "A sign is missing before 3"),
    ("min x + [ x^2 ] / 2\nst\nend", 1, 9, "Here is a quadratic term"),
    ("min x\nst\n c: x * y <= 3\nend", 3, 7, "Here is a quadratic term"),
    ("min x\nst\n c: x = 1 -> y <= 3\nend", 3, 11, "Here is an indicator"),
    ("min x\nst\n 1 <= x >= 3\nend", 3, 9, "The two relations"),
    ("min x\nst\n 4 <= x <= 3\nend", 3, 2, "The row must be at least 4.0"),
    ("min x\nst\n c: x <= 3\n c: x >= 1\nend", 4, 2, "Row c is declared twice"),
    ("min x\nst\n x <= 3\nsos2\n s: x: 1\nend", 4, 1, "Special ordered sets are not"),
    ("min x\nst\n x <= 3\nsemi-continuous\n x\nend", 4, 1, "Semi-continuous variables are not"),
    ("min x\nst\n x <= 3\nlazy constraints\n l: x >= 1\nend", 4, 1, "Lazy constraints are not"),
    ("min x\nst\n x <= 3\nbounds\n y <= 3\nend", 5, 2, "Variable y has no term"),
    ("min x\nst\n x <= 3\nbounds\n x <= -3\nend", 5, 1, "Variable x has the lower bound 0.0"),
    ("min x\nst\n x <= 3\nbounds\n x 3\nend", 5, 4, "3 stands where the relation"),
    ("min x\nst\n x <= 3\nbinary\n 3\nend", 5, 2, "3 stands where the name"),
    ("min 1e999 x\nst\nend", 1, 5, "A coefficient is infinite"),
    ("min inf\nst\nend", 1, 5, "A constant beside terms is infinite"),
    ("min 1e308 x + 1e308 x\nst\nend", 1, 5, "The coefficients of a variable add up"),
    ("min x +\nst\nend", 2, 1, "Nothing follows the sign"),
    ("min x\nmax x\nend", 2, 1, "There is a second objective"),
    ("min x\nst\n x : y <= 3 :\nend", 3, 13, ": follows the number"),
  ])
  func `are refused with the place at fault`(text: String, line: Int, column: Int, start: String) {
    let error = #expect(throws: LPTextError.self) { try LPDocument(parsing: text) }
    #expect(error?.line == line, "\(text)")
    #expect(error?.column == column, "\(text)")
    #expect(error?.problem.hasPrefix(start) == true, "\(error?.problem ?? "")")
    #expect(error?.remedy.isEmpty == false)
  }

  /// Source of truth: zero has no sign in a program; the number below rounds to zero.
  @Test func `have no negative zero`() throws {
    let program = try LPDocument(parsing: "min\nst\nc1: x >= -2e-324\nend").program
    #expect(program.rowLowers.first?.sign == .plus)
    #expect(try MPSDocument(parsing: program.mpsText()).program.lpText() == program.lpText())
  }

  /// Source of truth: the last line of a whole file is End.
  @Test func `say that they may be cut short`() throws {
    let document = try LPDocument(parsing: "min x\nst\n r: x >= 3")
    #expect(document.notes == ["The text has no End; check that it is complete."])
    #expect(try document.program.optimum().objective == 3)
  }

  @Test func `are refused if names are shared or numbers not finite`() {
    var program = LinearProgram()
    let x = program.addVariable("x")
    program.require(x <= 1, named: "r")
    program.require(x <= 2, named: "r")
    #expect(throws: LPTextError.self) { try program.lpText() }
    var other = LinearProgram()
    other.minimize(Double.infinity * other.addVariable("x"))
    #expect(throws: LPTextError.self) { try other.lpText() }
  }
}

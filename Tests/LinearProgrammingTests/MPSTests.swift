import LinearProgramming
import Testing

@Suite("MPS files")
struct MPSTests {
  static let sample = """
    * a comment
    NAME          SAMPLE
    OBJSENSE
        MAX
    ROWS
     N  COST
     N  OTHER
     L  LIM1
     G  LIM2
     E  MYEQN
     E  UPEQN
    COLUMNS
        MARKER    'MARKER'   'INTORG'
        X         COST       1.0   LIM1  1.0
        MARKER    'MARKER'   'INTEND'
        X         LIM2       1.0   OTHER 9
        Y         COST       2.0   LIM1  1.0
        Y         MYEQN     -1.0   UPEQN 1
        Z         MYEQN      1.0D0
        W         LIM2       1
    RHS
        RHS       COST      -5     LIM1  4.0
        LIM2      1.0
        RHS       MYEQN      7     UPEQN 2
    RANGES
        RNG       LIM1       2.5   LIM2  3
        RNG       MYEQN     -2     UPEQN 4
    BOUNDS
     UP BND       X          4.0
     UP BND       Y         -1.0
     FR BND       Z
     MI BND       W
     UP BND       W          1e30
    ENDATA
    """

  /// Source of truth: the rules in the documentation of `MPSDocument`, applied by hand.
  @Test func `are read with ranges, bounds, sense and constant`() throws {
    let document = try MPSDocument(parsing: Self.sample)
    let expected = """
      \\ SAMPLE
      maximize X + 2 Y + 5
      subject to
        LIM1: 1.5 <= X + Y <= 4
        LIM2: 1 <= X + W <= 4
        MYEQN: 5 <= -Y + Z <= 7
        UPEQN: 2 <= Y <= 6
      bounds
        0 <= X <= 4
        -inf <= Y <= -1
        Z free
        W free

      """
    #expect(document.program.description == expected)
    #expect(document.droppedObjectiveCount == 1)
    #expect(document.integerVariables == [document.program.variables[0]])
  }

  /// Source of truth: both spellings occur in the wild; MAX stands on the line or below it.
  @Test(arguments: ["OBJSENSE MAX", "OBJSENSE\n  MAXIMIZE"])
  func `state the sense of the objective`(words: String) throws {
    let text = "NAME x\n\(words)\nROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n UP x 3\nENDATA\n"
    let program = try MPSDocument(parsing: text).program
    #expect(program.sense == .maximize)
    #expect(try program.optimum().objective == 3)
  }

  /// Source of truth: the conventions in the documentation of `MPSDocument`, applied by hand.
  @Test func `use the first set of each kind and the objective that is named`() throws {
    let text = """
      OBJSENSE MAX\r
      OBJNAME\r
      \tprofit
      ROWS
       N  cost
       N  profit
       L  r
      COLUMNS
       x  cost  1   profit  .5
       x  r  1.D+0
       y  r  5.
      RHS
       one  r  4
       two  r  5
       r  4
      BOUNDS
       UP  a  x  3e0   \t
       UP  b  x  2
       UP  a  y  -0
       MI  c  y
      ENDATA
      """.replacing("\n r  4\n", with: "\n")
    let document = try MPSDocument(parsing: text)
    let expected = """
      maximize 0.5 x
      subject to
        r: x + 5 y <= 4
      bounds
        0 <= x <= 3
        y = 0

      """
    #expect(document.program.description == expected)
    #expect(
      document.notes == [
        "1 further N row is dropped; profit is the objective.",
        "RHS: the set one is used; passed over: two.",
        "BOUNDS: the set a is used; passed over: b, c.",
      ])
  }

  /// Source of truth: the decimal value, which the standard library rounds correctly.
  @Test(arguments: [
    ".5", "5.", "0.1", "-0.0291666666666667", "123456789012345678901234567890", "1e22", "1e23",
    "9007199254740993", "4.9e-324", "2.2250738585072011e-308", "1.7976931348623157E+308", "1e-400",
    "0.00000000000000000000000000000000000001", "1D3", "+7d-2",
  ])
  func `read numbers as exactly as a double can be`(word: String) throws {
    let text = "ROWS\n N c\n L r\nCOLUMNS\n x r \(word)\n y c 1\nENDATA\n"
    let program = try MPSDocument(parsing: text).program
    let plain = word.replacing("D", with: "e").replacing("d", with: "e")
    let padded = plain.hasPrefix(".") ? "0" + plain : plain.hasSuffix(".") ? plain + "0" : plain
    #expect(program.terms.first?.weight ?? 0 == Double(padded))
  }

  /// Source of truth: MPSX fixed columns; the names hold blanks.
  @Test func `are read by columns if names hold blanks`() throws {
    let text = """
      NAME          FIXED
      ROWS
       N  THE COST
       G  ROW 1
      COLUMNS
          COL A     THE COST           2.5   ROW 1              1.0
      RHS
          RHS       ROW 1              4.0
      BOUNDS
       UP BND       COL A              9.0
      ENDATA
      """
    let program = try MPSDocument(parsing: text).program
    #expect(program.description.contains("minimize 2.5 COL A\n"))
    #expect(program.description.contains("  ROW 1: COL A >= 4\n"))
    #expect(program.description.contains("  0 <= COL A <= 9\n"))
  }

  /// Source of truth: an infinite range takes away the end that it would set.
  @Test(arguments: [
    ("L", "1e31", "1e999", -Double.infinity, Double.infinity),
    ("L", "4", "1e30", -.infinity, 4),
    ("G", "-inf", "-inf", -.infinity, .infinity),
    ("G", "4", "inf", 4, .infinity),
    ("E", "inf", "-inf", -.infinity, .infinity),
    ("E", "4", "inf", 4, .infinity),
    ("E", "4", "-1e30", -.infinity, 4),
  ])
  func `may have infinite ranges`(
    type: String, side: String, range: String, lower: Double, upper: Double
  ) throws {
    let text = """
      NAME x
      ROWS
       N c
       \(type) r
      COLUMNS
       x r 1
      RHS
       b r \(side)
      RANGES
       g r \(range)
      ENDATA
      """
    let program = try MPSDocument(parsing: text).program
    #expect(program.rowLowers == [lower])
    #expect(program.rowUppers == [upper])
  }

  /// Source of truth: reading must undo writing.
  @Test(arguments: 1...20)
  func `give back the same program`(seed: Int) throws {
    let program = RandomPrograms.certified(
      rowCount: 12, columnCount: 15, isMaximum: seed % 2 == 0, seed: UInt64(seed)
    ).program
    let copy = try MPSDocument(parsing: program.mpsText()).program
    #expect(copy.description == program.description)
    #expect(try copy.mpsText() == program.mpsText())
  }

  /// Source of truth: reading must undo writing.
  @Test func `keep names with blanks, empty names, and lonely variables`() throws {
    var program = LinearProgram(name: "two words 100%")
    let x = program.addVariable("units [North 1]", in: -3...0.1)
    let y = program.addVariable("", in: -.infinity...2)
    _ = program.addVariable("Süd\t", in: -.infinity ... .infinity)
    program.require((x + 0.3 * y).within(-1e16...0.3), named: "objective")
    program.require(y.within(-.infinity ... .infinity), named: "loose row")
    program.minimize(x - 4)
    let copy = try MPSDocument(parsing: program.mpsText()).program
    #expect(copy.description == program.description)
    #expect(copy.name == program.name)
  }

  @Test(arguments: [Double.infinity, .nan])
  func `are refused if a coefficient is not finite`(weight: Double) {
    var program = LinearProgram()
    let x = program.addVariable("x")
    program.require(weight * x <= 1, named: "r")
    #expect(throws: MPSError.self) { try program.mpsText() }
  }

  @Test func `are refused if two rows share a name`() {
    var program = LinearProgram()
    let x = program.addVariable("x")
    program.require(x <= 1, named: "r")
    program.require(x <= 2, named: "r")
    #expect(throws: MPSError.self) { try program.mpsText() }
  }

  /// Source of truth: the line at fault was put there by hand.
  @Test(arguments: [
    ("NAME x\nROWS\n N c\n X r\nENDATA\n", 4, "X is not a row type"),
    ("NAME x\nROWS\n N c\n L r\n L r\nENDATA\n", 5, "Row r is declared twice"),
    ("NAME x\nROWS\n N c\nCOLUMNS\n x d 1\nENDATA\n", 5, "Row d is not declared"),
    ("NAME x\nROWS\n N c\nCOLUMNS\n x c one\nENDATA\n", 5, "one stands where a number"),
    ("NAME x\nROWS\n N c\nCOLUMNS\n x c\nENDATA\n", 5, "The line must hold a name"),
    ("NAME x\nROWS\n N c\nBOUNDS\n UP b x 1\nENDATA\n", 5, "Variable x has a bound"),
    ("NAME x\nROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n ZZ b x 1\nENDATA\n", 7, "ZZ is not"),
    ("NAME x\nQUADOBJ\nENDATA\n", 2, "QUADOBJ is not a section"),
    ("NAME x\nOBJSENSE\n SIDEWAYS\nENDATA\n", 3, "SIDEWAYS is not a sense"),
    ("NAME x\nROWS\n N c\nCOLUMNS\n x c 1e999\nENDATA\n", 5, "inf stands where a finite"),
    ("NAME x\nROWS\n N c\nRHS\n b c -inf\nENDATA\n", 5, "-inf stands where a finite"),
    (" L r\n", 1, "This line belongs to no section"),
    ("NAME x\nROWS\n N c\n", 4, "The text ends before ENDATA"),
    ("NAME x\nROWS\n N c\nCOLUMNS\n x c 1 c 2\nENDATA\n", 5, "Row c has two entries"),
    ("NAME x\nROWS\n N c\nCOLUMNS\n x c 1\n x c 2\nENDATA\n", 6, "Row c has two entries"),
    ("NAME x\nROWS\n N c\nCOLUMNS\n x c 1\n y c 1\n x c 1\nENDATA\n", 7, "Variable x comes back"),
    ("ROWS\n N c\n L r\nCOLUMNS\n x c 1\nRHS\n b r 1 r 2\nENDATA\n", 7, "Row r has two right"),
    ("ROWS\n N c\n L r\nCOLUMNS\n x c 1\nRANGES\n b r 1\n b r 1\nENDATA\n", 8, "Row r has two ra"),
    ("ROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n SC b x 9\nENDATA\n", 6, "SC makes a variable semi"),
    (
      "ROWS\n N c\nCOLUMNS\n x c 1\nBOUNDS\n LO b x 9\n UP b x 2\nENDATA\n", 7,
      "Variable x has the low"
    ),
    ("ROWS\n N c\nCOLUMNS\n M 'MARKER' 'SOSORG'\nENDATA\n", 4, "The marker 'SOSORG'"),
    ("ROWS\n N c\nCOLUMNS\n x c 0x10\nENDATA\n", 4, "0x10 stands where a number"),
    ("ROWS\n N c\nCOLUMNS\n x c 1.2.3\nENDATA\n", 4, "1.2.3 stands where a number"),
    ("ROWS\n N c\nCOLUMNS\n x c nan\nENDATA\n", 4, "nan stands where a number"),
    ("ROWS\n N c\nCOLUMNS\n x c 1\nRHS b c 1\nENDATA\n", 5, "Words follow the header RHS"),
    ("ROWS\n N c\nOBJNAME\n d\nENDATA\n", 4, "OBJNAME stands after ROWS"),
  ])
  func `are refused with the line at fault`(text: String, line: Int, start: String) {
    let error = #expect(throws: MPSError.self) { try MPSDocument(parsing: text) }
    #expect(error?.line == line)
    #expect(error?.description.hasPrefix("MPS line \(line): \(start)") == true)
    #expect(error?.remedy.isEmpty == false)
  }
}

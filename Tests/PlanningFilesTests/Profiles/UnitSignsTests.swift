import PlanningFiles
import PolicingDomain
import Testing

@Suite("Unit signs")
struct UnitSignsTests {
  private func signs(_ units: String) throws -> UnitSigns {
    UnitSigns(try Self.profile(units).unitPatterns)
  }

  private static func profile(_ units: String) throws(FileError) -> ColumnProfile {
    try ColumnProfile(
      yaml: """
        name: city
        grain: unit
        columns: {id: Event, received: Time, unit: Unit}
        times: {formats: ["yyyy-MM-dd HH:mm"]}
        units:
        \(units)
        """, file: "city.yaml")
  }

  @Test func `the first pattern that fits the whole call sign is taken`() throws {
    let signs = try signs(
      """
        - {pattern: '(?<home>\\d)[A-F]\\d{2}', class: beat, home: "D{home:02}"}
        - {pattern: 'S(GT)?\\d+|(?<home>\\d)L\\d', class: supervisor}
        - {pattern: '.*', class: citywide}
      """)
    #expect(signs.match("2A65") == (.beat, "D02"))
    #expect(signs.match("2a65") == (.beat, "D02"))
    #expect(signs.match("SGT10") == (.supervisor, nil))
    #expect(signs.match("3L1") == (.supervisor, "3"))
    #expect(signs.match("2A655") == (.citywide, nil))
    #expect(signs.match("") == (.citywide, nil))
  }

  /// Source of truth: the call signs of the Chicago Police Department as crimeisdown.com lists them.
  @Test(arguments: [
    ("1123", UnitClass.beat, "011"), ("123", .beat, "001"), ("0123", .beat, "001"),
    ("1834A", .beat, "018"), ("2510", .supervisor, "025"), ("741", .rapid, "007"),
    ("0751", .rapid, "007"), ("740", .supervisor, "007"), ("1162B", .tactical, "011"),
    ("1162", .supervisor, "011"), ("571", .wagon, "005"), ("1099", .supervisor, "010"),
    ("1082", .unclassified, "010"), ("6723", .citywide, ""), ("4123", .citywide, ""),
    ("PH1", .citywide, ""), ("1323", .unclassified, ""), ("2113", .unclassified, ""),
    ("AMB12", .unclassified, ""),
  ])
  func `call signs of Chicago tell class and district`(
    sign: String, unitClass: UnitClass, home: String
  ) throws {
    let signs = UnitSigns(try Exports.profile("chicago-oemc").unitPatterns)
    #expect(signs.match(sign) == (unitClass, home.isEmpty ? nil : home))
  }

  /// Source of truth: constructed; a backtracking engine takes 2⁶⁰ steps for the first of them.
  @Test(arguments: ["((a+)+)+b", "(a|a)*b", "(a?){60}a{60}b", "(.*)*(.*)*(.*)*x"])
  func `no pattern takes long`(pattern: String) throws {
    let signs = try signs("  - {pattern: '\(pattern)', class: beat}")
    let sign = String(repeating: "a", count: 64)
    let clock = ContinuousClock()
    let time = clock.measure {
      for _ in 0..<10 { #expect(signs.match(sign).unitClass == .unclassified) }
    }
    #expect(time < .seconds(1))
  }

  @Test func `a call sign of more than 64 letters fits nothing`() throws {
    let signs = try signs("  - {pattern: 'a*', class: beat}")
    #expect(signs.match(String(repeating: "a", count: 64)).unitClass == .beat)
    #expect(signs.match(String(repeating: "a", count: 65)).unitClass == .unclassified)
  }

  @Test(arguments: [
    ("(", "without its `)`"), (")", "without its `(`"), ("[A", "without its `]`"),
    ("*", "nothing stands before"), ("a**", "side by side"), ("a{2,1}", "two in order"),
    ("a{1000}", "from 0 to 64"), ("^a$", "have no use"), ("(?=a)", "can only begin"),
    ("(?<beat>a)", "called `home`"), ("(?<home>a)(?<home>b)", "two groups"), ("[z-a]", "backwards"),
    ("\\b", "has no meaning"), ("a\\", "lone"), ("é", "not ASCII"),
    ("((a{64}){64}){64}", "repeats too much"),
    (String(repeating: "(", count: 200), "too deep"),
    (String(repeating: "a", count: 257), "longer"),
  ])
  func `a pattern that cannot be read is an error at its place`(
    pattern: String, reason: String
  ) throws {
    let error = try #require(throws: FileError.self) {
      try Self.profile("  - {pattern: '\(pattern)', class: beat}")
    }
    #expect(error.issues.map(\.code) == ["E122"])
    #expect(error.issues[0].message.contains(reason))
    #expect(error.issues[0].line == 6 && error.issues[0].column == 15)
  }

  @Test(arguments: [
    ("{pattern: 'a', class: car}", "E122", "`class` cannot be `car`"),
    ("{pattern: 'a'}", "E123", "no `class`"),
    ("{pattern: 'a', class: beat, home: '{home}'}", "E122", "asks for a group"),
    ("{pattern: '(?<home>a)', class: beat, home: '{hom}'}", "E122", "is no text with"),
    ("{patern: 'a', class: beat}", "E121", "`units` has no key `patern`"),
    ("text", "E122", "`units` is not a list"),
  ])
  func `a kind of unit that makes no sense is an error`(
    unit: String, code: String, message: String
  ) throws {
    let error = try #require(throws: FileError.self) { try Self.profile("  - \(unit)") }
    #expect(error.issues.contains { $0.code == code && $0.message.contains(message) })
  }
}

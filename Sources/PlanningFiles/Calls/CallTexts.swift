internal import PolicingDomain

/// Codes of what a text stands for, other than values, which are 0 and more.
enum TextCode {
  /// The column is not mapped.
  static let unmapped: Int32 = -1
  /// There is no text, or one that stands for nothing.
  static let missing: Int32 = -2
  /// There is a text, and the profile does not tell what it stands for.
  static let notUnderstood: Int32 = -3
}

/// The columns of texts of one thread, and what each of their texts stands for.
struct CallTexts: ~Copyable {
  /// What a call sign tells.
  struct Sign {
    let unit: UInt64
    let unitClass: UnitClass
    let home: Int32
  }

  /// What the call signs tell, by their values.
  ///
  /// The first is that of the latest call sign which is not remembered, so that a column of ever new
  /// texts takes no memory.
  private(set) var signs = [Sign(unit: 0, unitClass: .unclassified, home: -1)]

  private let plan: CallPlan
  private var categories = TextTable()
  private var priorities = TextTable()
  private var origins = TextTable()
  private var districts = TextTable()
  private var beats = TextTable()
  private var dispositions = TextTable()
  private var unitCounts = TextTable()
  private var units = TextTable()
  private var homes = TextTable()
  private var unitClasses = TextTable()
  private var officers = TextTable()
  private var statuses = TextTable()
  private var firstUnits = TextTable()
  private var primeUnits = TextTable()

  init(_ plan: CallPlan) { self.plan = plan }

  /// Returns what `field` stands for in the column of a call field.
  ///
  /// - Parameters:
  ///   - field: The text.
  ///   - column: What the column tells.
  ///   - names: The texts that calls share; new ones are added.
  /// - Returns: A value or a ``TextCode``, and whether the text is Latin-1.
  @inline(__always)
  mutating func read(
    _ field: RawField, _ column: CallField, _ names: inout CallNames
  ) -> TextTable.Meaning {
    if let known = remembered(field, column) { return known }
    return learn(field, column, &names)
  }

  @inline(__always)
  private func remembered(_ field: RawField, _ column: CallField) -> TextTable.Meaning? {
    switch column {
    case .category: categories.meaning(of: field)
    case .priority: priorities.meaning(of: field)
    case .origin: origins.meaning(of: field)
    case .district: districts.meaning(of: field)
    case .beat: beats.meaning(of: field)
    case .disposition: dispositions.meaning(of: field)
    case .unitCount: unitCounts.meaning(of: field)
    case .unit: units.meaning(of: field)
    case .homeDistrict: homes.meaning(of: field)
    case .unitClass: unitClasses.meaning(of: field)
    case .officers: officers.meaning(of: field)
    case .status: statuses.meaning(of: field)
    case .firstUnit: firstUnits.meaning(of: field)
    case .primeUnit: primeUnits.meaning(of: field)
    default: nil
    }
  }

  @inline(never)
  private mutating func learn(
    _ field: RawField, _ column: CallField, _ names: inout CallNames
  ) -> TextTable.Meaning {
    let (whole, isLatin1) = field.text
    let text = trimmed(whole)
    let isMissing = text.isEmpty || plan.profile.missingTexts.contains(text)
    let value: Int32
    if isMissing {
      value = TextCode.missing
    } else if column == .unit {
      value = sign(text, isKept: units.canRemember(field), &names)
    } else {
      value = self.value(of: text, column, &names)
    }
    let meaning = TextTable.Meaning(value: value, isLatin1: isLatin1)
    switch column {
    case .category: categories.remember(field, meaning)
    case .priority: priorities.remember(field, meaning)
    case .origin: origins.remember(field, meaning)
    case .district: districts.remember(field, meaning)
    case .beat: beats.remember(field, meaning)
    case .disposition: dispositions.remember(field, meaning)
    case .unitCount: unitCounts.remember(field, meaning)
    case .unit: units.remember(field, meaning)
    case .homeDistrict: homes.remember(field, meaning)
    case .unitClass: unitClasses.remember(field, meaning)
    case .officers: officers.remember(field, meaning)
    case .status: statuses.remember(field, meaning)
    case .firstUnit: firstUnits.remember(field, meaning)
    case .primeUnit: primeUnits.remember(field, meaning)
    default: break
    }
    return meaning
  }

  private mutating func value(
    of text: String, _ column: CallField, _ names: inout CallNames
  ) -> Int32 {
    let profile = plan.profile
    switch column {
    case .category:
      if let category = profile.categories[text] {
        return names.position(of: category.description)
      }
      return profile.otherCategories == nil
        ? names.position(of: text) : TextCode.notUnderstood
    case .priority:
      let priority =
        profile.priorities.map { $0[text] } ?? Int(text).flatMap { CallPriority($0) }
      return priority.map { Int32($0.level) } ?? TextCode.notUnderstood
    case .origin:
      let origin = profile.origins[text] ?? profile.otherOrigins
      return origin.map { $0 == .community ? 0 : 1 } ?? TextCode.notUnderstood
    case .district, .beat, .homeDistrict: return names.position(of: text)
    case .disposition:
      guard let outcome = profile.outcomes[text] else {
        return profile.outcomes.isEmpty ? 0 : TextCode.notUnderstood
      }
      return Int32(CallOutcome.allCases.firstIndex(of: outcome) ?? 0)
    case .unitCount: return Self.whole(text, upTo: 999)
    case .officers: return Self.whole(text, upTo: 99)
    case .status: return plan.statuses[text] ?? TextCode.notUnderstood
    case .unitClass:
      let known = UnitClass(rawValue: text.lowercased())
      return known.flatMap { UnitClass.allCases.firstIndex(of: $0) }.map { Int32($0) }
        ?? TextCode.notUnderstood
    default: return 0
    }
  }

  private mutating func sign(
    _ text: String, isKept: Bool, _ names: inout CallNames
  ) -> Int32 {
    let (unitClass, home) = plan.signs.match(text)
    // Patterns of call signs do not mind the case, so neither does what tells units apart.
    var letters = Array(text.uppercased().utf8)
    let count = letters.count
    letters += [UInt8](repeating: 0, count: RawField.slack)
    let sign = Sign(
      unit: max(1, TextTable.hash(letters, count)), unitClass: unitClass,
      home: home.map { names.position(of: $0) } ?? -1)
    guard isKept else {
      signs[0] = sign
      return 0
    }
    signs.append(sign)
    return Int32(signs.count - 1)
  }

  private static func whole(_ text: String, upTo most: Int) -> Int32 {
    let number = Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
    guard let number, (0...most).contains(number) else { return TextCode.notUnderstood }
    return Int32(number)
  }
}

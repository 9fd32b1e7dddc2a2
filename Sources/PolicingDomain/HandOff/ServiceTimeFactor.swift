extension CategoryTotals {
  /// Officer-minutes that a call takes: units per call × minutes of one unit, as the Center for
  /// Public Safety Management prints it.
  ///
  /// It multiplies two means, so that it differs from unit-hours ÷ calls where categories with long
  /// calls draw many units.
  public var serviceTimeFactor: Double { unitsPerCall * minutesPerUnit }
}

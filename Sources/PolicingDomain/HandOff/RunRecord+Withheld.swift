extension RunRecord {
  /// The word that stands where a figure may not be made public.
  public static let withheldWord = "withheld"

  /// Returns the value of a key figure, or nothing where it is withheld: the record then holds none.
  public func value(of figure: StudyResults.Figure) -> Double? {
    if let key = figure.key, withheld.contains(key) { return nil }
    return figure.estimate.value
  }

  /// Returns the number of calls behind a key figure, or nothing where that number is withheld.
  ///
  /// Every figure rests on all calls, so none tells their number where it is withheld.
  public func observations(of figure: StudyResults.Figure) -> Int? {
    withheld.contains(.calls) ? nil : figure.estimate.observations
  }
}

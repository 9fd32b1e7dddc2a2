/// The look of charts: the part of a style sheet that pages with charts include.
public enum ChartStyle {
  /// Rules for the classes that pictures use; colours are variables that a page may set.
  public static let sheet = ""
}

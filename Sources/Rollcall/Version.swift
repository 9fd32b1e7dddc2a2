/// The version of the library and of the command.
public enum Version {
  /// The version, by the rules of semantic versioning.
  public static let current = "0.1.0"
  /// What does the linear algebra.
  public static let numerics = "OpenBLAS, one thread, double precision"
}

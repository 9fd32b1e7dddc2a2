import Foundation

/// A complex number, for sums along a circle.
struct ComplexValue {
  var real: Double
  var imaginary: Double

  @inline(__always)
  init(_ real: Double, _ imaginary: Double = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  @inline(__always)
  static func + (left: ComplexValue, right: ComplexValue) -> ComplexValue {
    ComplexValue(left.real + right.real, left.imaginary + right.imaginary)
  }

  @inline(__always)
  static func + (left: ComplexValue, right: Double) -> ComplexValue {
    ComplexValue(left.real + right, left.imaginary)
  }

  @inline(__always)
  static func - (left: Double, right: ComplexValue) -> ComplexValue {
    ComplexValue(left - right.real, -right.imaginary)
  }

  @inline(__always)
  static func * (left: ComplexValue, right: ComplexValue) -> ComplexValue {
    ComplexValue(
      left.real * right.real - left.imaginary * right.imaginary,
      left.real * right.imaginary + left.imaginary * right.real)
  }

  @inline(__always)
  static func * (left: Double, right: ComplexValue) -> ComplexValue {
    ComplexValue(left * right.real, left * right.imaginary)
  }

  @inline(__always)
  static func / (left: ComplexValue, right: ComplexValue) -> ComplexValue {
    let scale = 1 / (right.real * right.real + right.imaginary * right.imaginary)
    return ComplexValue(
      (left.real * right.real + left.imaginary * right.imaginary) * scale,
      (left.imaginary * right.real - left.real * right.imaginary) * scale)
  }

  /// e to this power.
  @inline(__always)
  var exponential: ComplexValue {
    let size = exp(real)
    return ComplexValue(size * cos(imaginary), size * sin(imaginary))
  }
}

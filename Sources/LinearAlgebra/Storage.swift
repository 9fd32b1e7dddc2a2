/// A block of memory with one owner, for the inner loops of the sparse kernels.
///
/// An array checks bounds, uniqueness and exclusive access at each touch; these loops touch
/// hundreds of numbers in a microsecond. Indices are checked in debug builds only, which is why
/// nothing outside this module can see this type.
@safe struct Storage<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  private var base: UnsafeMutablePointer<Element>
  /// The number of elements there is room for.
  private(set) var capacity: Int

  /// Makes room for `count` elements, all equal to `element`.
  init(repeating element: Element, count: Int) {
    capacity = max(count, 1)
    unsafe base = .allocate(capacity: capacity)
    unsafe base.initialize(repeating: element, count: capacity)
  }

  /// Copies `elements`.
  init(_ elements: [Element], filler: Element) {
    self.init(repeating: filler, count: elements.count)
    for index in elements.indices { unsafe base[index] = elements[index] }
  }

  deinit { unsafe base.deallocate() }

  /// The elements, for as long as this storage lives and is not made larger.
  var lane: Lane<Element> { unsafe Lane(base, count: capacity) }

  /// Makes room for at least `count` elements; the first `used` are kept, others are `filler`.
  mutating func reserve(_ count: Int, keeping used: Int, filler: Element) {
    if count <= capacity { return }
    let larger = max(count, capacity + capacity / 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe moved.initialize(repeating: filler, count: larger)
    unsafe moved.update(from: base, count: used)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = larger
  }

  /// A block of the same size with the same elements.
  func copy() -> Storage<Element> {
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    unsafe moved.initialize(from: base, count: capacity)
    return unsafe Storage(adopting: moved, capacity: capacity)
  }

  private init(adopting base: UnsafeMutablePointer<Element>, capacity: Int) {
    unsafe self.base = base
    self.capacity = capacity
  }
}

/// A view of a ``Storage``, to be kept in a local variable of a loop.
@safe struct Lane<Element: BitwiseCopyable> {
  private let base: UnsafeMutablePointer<Element>
  #if DEBUG
  private let count: Int
  #endif

  init(_ base: UnsafeMutablePointer<Element>, count: Int) {
    unsafe self.base = base
    #if DEBUG
    self.count = count
    #endif
  }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get {
      check(index)
      return unsafe base[index]
    }
    nonmutating set {
      check(index)
      unsafe base[index] = newValue
    }
  }

  @inline(__always)
  subscript(_ index: Int32) -> Element {
    get { self[Int(index)] }
    nonmutating set { self[Int(index)] = newValue }
  }

  @inline(__always)
  private func check(_ index: Int) {
    #if DEBUG
    precondition(index >= 0 && index < count, "an index lies outside its storage")
    #endif
  }
}

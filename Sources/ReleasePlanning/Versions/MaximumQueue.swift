/// Numbers of which the greatest is taken first: a binary heap.
struct MaximumQueue {
  private var heap: [Int32] = []

  mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

  mutating func insert(_ number: Int32) {
    heap.append(number)
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2] < heap[place] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func popMaximum() -> Int32? {
    guard let greatest = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return greatest }
    heap[0] = last
    sink()
    return greatest
  }

  private mutating func sink() {
    var place = 0
    while true {
      let child = 2 * place + 1
      guard child < heap.count else { return }
      let greater = child + 1 < heap.count && heap[child + 1] > heap[child] ? child + 1 : child
      guard heap[greater] > heap[place] else { return }
      heap.swapAt(place, greater)
      place = greater
    }
  }
}

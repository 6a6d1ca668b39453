/// The candidate that `name` is most likely a misspelling of, for “did you mean”; nil when none is near.
///
/// Distance is Damerau-Levenshtein: a letter added, left out, changed, or two neighbors swapped, counted on
/// characters with case, spaces and punctuation left aside. One slip is forgiven in every three letters.
public func nearest(_ name: String, in candidates: some Sequence<String>) -> String? {
  let key = Array(Header.normalizedKey(name))
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let other = Array(Header.normalizedKey(candidate))
    if let distance = slips(key, other), distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// How many slips make one key of the other; `nil` where they are too many for a misspelling.
private func slips(_ key: [Character], _ other: [Character]) -> Int? {
  // A single letter is not a misspelling of another.
  guard min(key.count, other.count) > 1 || key == other else { return nil }
  let distance = editDistance(key, other)
  return distance <= max(1, min(key.count, other.count) / 3) ? distance : nil
}

/// Up to `count` candidates that `name` may be meant for, the likeliest first: misspellings as above, then
/// those of which it is a part.
public func nearest(_ name: String, in candidates: some Sequence<String>, atMost count: Int) -> [String] {
  let key = Header.normalizedKey(name)
  guard key.count > 1 else { return [] }
  let ranked = candidates.compactMap { candidate -> (rank: Int, candidate: String)? in
    let other = Header.normalizedKey(candidate)
    if let distance = slips(Array(key), Array(other)) { return (distance, candidate) }
    // Behind all misspellings, what is least longer first.
    return other.contains(key) ? (key.count + other.count, candidate) : nil
  }
  return ranked.sorted { ($0.rank, $0.candidate) < ($1.rank, $1.candidate) }.prefix(count).map(\.candidate)
}

/// The least number of single edits and swaps of neighbors between two words, none edited twice.
public func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for (i, a) in first.enumerated() {
    var row = [i + 1]
    for (j, b) in second.enumerated() {
      var least = min(last[j] + (a == b ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a == second[j - 1], b == first[i - 1] { least = min(least, beforeLast[j - 1] + 1) }
      row.append(least)
    }
    (beforeLast, last) = (last, row)
  }
  return last[second.count]
}

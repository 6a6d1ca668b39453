/// Hours and credits as people write them: `120`, `7.5`.
extension Double {
  var amount: String {
    Int(exactly: self).map(String.init) ?? String(self)
  }
}

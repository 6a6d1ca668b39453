import ArgumentParser
import Luban

/// What a parsed command was given, and what it took where it was given nothing: its options and arguments by
/// their names, in the order in which it declares them.
///
/// The name of an option is that of its property, so that whatever a command gets later is told as well.
struct GivenOptions {
  private struct Option {
    let name: String
    var values: [String]
    let kind: Kind
  }

  /// How the words of a command line give it.
  fileprivate enum Kind { case flag, option, argument }

  private var all: [Option]

  /// Those of a command, or of a group of options.
  init(_ arguments: any ParsableArguments) {
    all = Mirror(reflecting: arguments).children.flatMap { child -> [Option] in
      guard let label = child.label, let wrapper = child.value as? any Wrapper else { return [] }
      if let group = wrapper.given as? any ParsableArguments { return GivenOptions(group).all }
      return [
        Option(name: Self.name(ofProperty: label), values: Self.texts(wrapper.given), kind: wrapper.kind)
      ]
    }
  }

  /// Whether a command was given something that says by itself of which workshop it is: a cohort, a class, a
  /// student by workshop and number.
  static func nameAPlace(_ arguments: any ParsableArguments) -> Bool {
    Mirror(reflecting: arguments).children.contains { child in
      guard let wrapper = child.value as? any Wrapper else { return false }
      if let group = wrapper.given as? any ParsableArguments { return nameAPlace(group) }
      return isAPlace(wrapper.given)
    }
  }

  private static func isAPlace(_ value: Any) -> Bool {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional, .collection: return mirror.children.contains { isAPlace($0.value) }
    default:
      return value is CohortCode || value is ClassCode || (value as? StudentReference)?.workshop != nil
    }
  }

  /// The values of an option as they are typed; none where it was not given.
  subscript(name: String) -> [String] {
    get { all.first { $0.name == name }?.values ?? [] }
    set { for index in all.indices where all[index].name == name { all[index].values = newValue } }
  }

  /// Their names.
  var names: [String] { all.map(\.name) }

  /// The words that give them all.
  var words: [String] {
    all.flatMap { option -> [String] in
      switch option.kind {
      case .flag: option.values.isEmpty ? [] : ["--\(option.name)"]
      case .argument: option.values
      case .option:
        option.values.flatMap {
          $0.hasPrefix("-") ? ["--\(option.name)=\($0)"] : ["--\(option.name)", $0]
        }
      }
    }
  }

  /// `as-of` of `_asOf`.
  private static func name(ofProperty label: String) -> String {
    label.drop { $0 == "_" }.reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
    }
  }

  private static func texts(_ value: Any) -> [String] {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional, .collection: return mirror.children.flatMap { texts($0.value) }
    default: break
    }
    if let flag = value as? Bool { return flag ? [""] : [] }
    if let word = value as? any RawRepresentable<String> { return [word.words] }
    return ["\(value)"]
  }
}

/// What the argument parser wraps a value in.
private protocol Wrapper {
  var given: Any { get }
  var kind: GivenOptions.Kind { get }
}

extension Flag: Wrapper {
  fileprivate var given: Any { wrappedValue }
  fileprivate var kind: GivenOptions.Kind { .flag }
}

extension Option: Wrapper {
  fileprivate var given: Any { wrappedValue }
  fileprivate var kind: GivenOptions.Kind { .option }
}

extension Argument: Wrapper {
  fileprivate var given: Any { wrappedValue }
  fileprivate var kind: GivenOptions.Kind { .argument }
}

extension OptionGroup: Wrapper {
  fileprivate var given: Any { wrappedValue }
  fileprivate var kind: GivenOptions.Kind { .option }
}

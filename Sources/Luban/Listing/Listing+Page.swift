import Printing

extension Listing {
  /// A page of Luban's own template, whose names `seed/templates/listing.mustache` tells.
  public static func page(_ values: [String: any Sendable]) throws -> String {
    try Template(Embedded.file("seed/templates/listing.mustache").text).page(values)
  }
}

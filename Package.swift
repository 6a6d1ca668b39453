// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "luban",
  products: [
    .executable(name: "luban", targets: ["LubanCLI"]),
    .library(name: "Luban", targets: ["Luban", "LocalPostgres", "Postgres"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // Its static archive is linked by name, so that the binary needs no library that a server may lack.
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    // libpq needs it too, and brings its headers.
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CQrencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .target(name: "CEmbedded"),
    .target(name: "Postgres", dependencies: ["CLibpq"]),
    .target(name: "LocalPostgres", dependencies: ["Messages", "Postgres"]),
    .target(name: "Bytes", dependencies: ["CZlib"]),
    .target(
      name: "Workbook", dependencies: ["Bytes", "Messages", "CZlib", "CExpat"],
      linkerSettings: [.linkedLibrary(":libexpat.a")]),
    .target(name: "Tabular", dependencies: ["Bytes", "Messages", "Workbook", "CCrypto"]),
    .target(name: "Printing"),
    .target(name: "Proof", dependencies: ["Bytes", "Messages", "CZlib", "CCrypto", "CQrencode"]),
    .target(name: "Messages"),
    .target(
      name: "Luban", dependencies: ["Postgres", "Tabular", "Printing", "Proof", "Messages", "CEmbedded"]),
    .executableTarget(
      name: "LubanCLI",
      dependencies: [
        "Luban", "LocalPostgres", "Messages", "Postgres", "Printing", "Proof", "Tabular",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // The package in docs/example, built with the rest, so that what it shows is held without a build of its own.
    .executableTarget(
      name: "LibraryExample", dependencies: ["Luban", "LocalPostgres", "Postgres"],
      path: "docs/example/Sources/example"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Benchmarks", exclude: ["sql", "refused-lines.sh", "same-people.sh", "workbook.py"]),
    .target(
      name: "Support", dependencies: ["Luban", "LocalPostgres", "Postgres"], path: "Tests/Support",
      exclude: ["terminal"]),
    .testTarget(name: "PostgresTests", dependencies: ["Postgres", "LocalPostgres", "Support"]),
    .testTarget(name: "LocalPostgresTests", dependencies: ["LocalPostgres", "Postgres", "Support"]),
    .testTarget(name: "PrintingTests", dependencies: ["Printing"]),
    .testTarget(name: "ProofTests", dependencies: ["Proof", "Support"]),
    .testTarget(name: "MessagesTests", dependencies: ["Messages"]),
    .testTarget(name: "TabularTests", dependencies: ["Tabular"]),
    .testTarget(
      name: "WorkbookTests", dependencies: ["Workbook", "Tabular"], exclude: ["Makers", "Committed"]),
    .testTarget(name: "LubanTests", dependencies: ["Luban", "Messages", "Postgres", "Proof", "Support"]),
    .testTarget(
      name: "LubanCLITests", dependencies: ["Luban", "Proof", "Support"], exclude: ["Makers", "Transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)

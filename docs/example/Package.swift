// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "example",
  dependencies: [.package(name: "luban", path: "../..")],
  targets: [
    .executableTarget(name: "example", dependencies: [.product(name: "Luban", package: "luban")])
  ],
  swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.1
import PackageDescription

// A package that takes one library of Assay and nothing else of it.
let package = Package(
    name: "Consumer",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "assay", path: "../..", traits: [])],
    targets: [
        .executableTarget(name: "Consumer", dependencies: [.product(name: "AssayConstraints", package: "assay")])
    ],
    swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.1
import PackageDescription

// Apart from the main package, so that a normal build never sees it. `make bench` builds it.
let package = Package(
    name: "assay-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "assay", path: "..", traits: [])],
    targets: [
        .executableTarget(
            name: "verify-rate",
            dependencies: [
                .product(name: "AssayText", package: "assay"), .product(name: "AssayCore", package: "assay"),
                .product(name: "AssayConstraints", package: "assay"),
            ])
    ],
    swiftLanguageModes: [.v6]
)

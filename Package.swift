// swift-tools-version: 6.1
import PackageDescription

/// Settings of every Swift target.
let swiftSettings: [SwiftSetting] = [
    // An existential costs an indirection: it has to be visible where it is paid.
    .enableUpcomingFeature("ExistentialAny"),
    // A file names what it uses, so that the floors stay readable from the imports.
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    // An async verifier stays on its caller's executor: 60 ns a call instead of 41 µs.
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "assay",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "AssayText", targets: ["AssayText"]),
        .library(name: "AssayStatistics", targets: ["AssayStatistics"]),
        .library(name: "AssayCore", targets: ["AssayCore"]),
        .library(name: "AssayConstraints", targets: ["AssayConstraints"]),
        .library(name: "AssayAnswers", targets: ["AssayAnswers"]),
        .library(name: "AssayReport", targets: ["AssayReport"]),
        .library(name: "AssayPrograms", targets: ["AssayPrograms"]),
        .library(name: "AssayBenchmarks", targets: ["AssayBenchmarks"]),
        .executable(name: "assay", targets: ["assay"]),
    ],
    traits: [
        .default(enabledTraits: ["Answers", "CommandLine"]),
        // With both off, a package that takes AssayConstraints fetches no other package.
        .trait(name: "Answers", description: "AssayAnswers, which needs BigInt."),
        .trait(
            name: "CommandLine", description: "The assay tool, which needs swift-argument-parser.",
            enabledTraits: ["Answers"]),
    ],
    dependencies: [
        // The command line's parser, help and shell completions.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Integers of any size, for exact answers.
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    ],
    targets: [
        // Floor 0
        .target(name: "CAssayTables"),
        .target(name: "AssayText", dependencies: ["CAssayTables"], swiftSettings: swiftSettings),
        .target(name: "AssayStatistics", swiftSettings: swiftSettings),
        // Floor 1
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(
            name: "AssayCore", dependencies: ["AssayText", "AssayStatistics", "CZlib"], swiftSettings: swiftSettings),
        // Floor 2
        .target(
            name: "AssayConstraints", dependencies: ["AssayCore", "AssayText", "CAssayTables"],
            swiftSettings: swiftSettings),
        .target(
            name: "AssayAnswers",
            dependencies: [
                "AssayCore", "AssayText",
                .product(name: "BigInt", package: "BigInt", condition: .when(traits: ["Answers"])),
            ],
            swiftSettings: swiftSettings),
        .target(
            name: "AssayReport", dependencies: ["AssayCore", "AssayStatistics", "AssayText"],
            swiftSettings: swiftSettings),
        // Floor 3
        .target(name: "CAssayLaunch"),
        .target(
            name: "AssayPrograms",
            dependencies: [
                "AssayAnswers", "AssayCore", "AssayStatistics", "AssayText", "CAssayLaunch",
                .product(name: "BigInt", package: "BigInt", condition: .when(traits: ["Answers"])),
            ],
            swiftSettings: swiftSettings),
        // Floor 5
        .target(
            name: "AssayBenchmarks",
            dependencies: [
                "AssayConstraints", "AssayCore", "AssayPrograms", "AssayReport", "AssayStatistics", "AssayText",
            ],
            swiftSettings: swiftSettings),
        // Floor 7
        .executableTarget(
            name: "assay",
            dependencies: [
                "AssayText", "AssayStatistics", "AssayCore", "AssayConstraints", "AssayAnswers", "AssayReport",
                "AssayPrograms", "AssayBenchmarks",
                .product(
                    name: "ArgumentParser", package: "swift-argument-parser",
                    condition: .when(traits: ["CommandLine"])),
            ],
            swiftSettings: swiftSettings),
        .testTarget(name: "AssayTextTests", dependencies: ["AssayText"], swiftSettings: swiftSettings),
        .testTarget(name: "AssayStatisticsTests", dependencies: ["AssayStatistics"], swiftSettings: swiftSettings),
        .testTarget(
            name: "AssayCoreTests", dependencies: ["AssayCore", "AssayText"], swiftSettings: swiftSettings),
        .testTarget(
            name: "AssayConstraintsTests", dependencies: ["AssayConstraints", "AssayCore", "AssayText"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "AssayAnswersTests",
            dependencies: [
                "AssayAnswers", "AssayCore", "AssayText",
                .product(name: "BigInt", package: "BigInt", condition: .when(traits: ["Answers"])),
            ],
            exclude: ["Golden"], swiftSettings: swiftSettings),
        .testTarget(
            name: "AssayReportTests", dependencies: ["AssayReport", "AssayCore"], exclude: ["Golden"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "AssayProgramsTests", dependencies: ["AssayPrograms", "AssayAnswers", "AssayCore"],
            exclude: ["CodeInstructions/Golden"], swiftSettings: swiftSettings),
        .testTarget(
            name: "AssayBenchmarksTests",
            dependencies: ["AssayBenchmarks", "AssayConstraints", "AssayCore", "AssayStatistics"],
            swiftSettings: swiftSettings),
        // Random inputs for all of it: a few in every test run, as many as time allows with `make fuzz`.
        .testTarget(
            name: "AssayFuzzTests",
            dependencies: ["AssayAnswers", "AssayBenchmarks", "AssayConstraints", "AssayCore", "AssayText"],
            swiftSettings: swiftSettings),
        .testTarget(name: "AssayCommandTests", dependencies: ["assay"], swiftSettings: swiftSettings),
    ],
    swiftLanguageModes: [.v6]
)

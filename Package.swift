// swift-tools-version: 6.1
import PackageDescription

// The house as a table: one line a room, arrows point down only (see Docs/house.md).
// A room is a target, a test target of the same name where Tests/<Room>Tests exists, and the common settings.

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A target and its test target, which may need more than the target.
func room(_ name: String, needs: [Target.Dependency] = [], tests: [Target.Dependency] = []) -> [Target] {
    [
        .target(name: name, dependencies: needs),
        .testTarget(name: name + "Tests", dependencies: [.target(name: name), "TestSupport"] + tests),
    ]
}

let foundations: [[Target]] = [
    [.systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])])],
    room("Lexicon", needs: ["COpenSSL"]),
    [.systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])])],
    room("Documents", needs: ["Lexicon", "CZlib", yams]),
    [.target(name: "ProcessShim")],
    room("Processes", needs: ["ProcessShim"]),
]

/// Computes; knows nothing of suites, ledgers or reports.
let lab: [[Target]] = [
    [
        .target(
            name: "CKernels", cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])],
            linkerSettings: [.linkedLibrary("m")]),
        .testTarget(name: "CKernelsTests", dependencies: ["CKernels", "Lexicon", "TestSupport"]),
    ],
    [
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(
            name: "MediaShim",
            linkerSettings: ["avformat", "avcodec", "avutil", "swscale"].map { .linkedLibrary($0) }),
    ],
    room("TensorCore", needs: ["Lexicon", "CKernels"]),
    room("Networks", needs: ["TensorCore"]),
    room("Datasets", needs: ["TensorCore", "Documents", "MediaShim", "CZip"]),
    room("Tasks", needs: ["Networks", "Datasets"]),
    room("Training", needs: ["Tasks"]),
    room("Strategies", needs: ["Training"]),
    [
        .target(name: "Workloads", dependencies: ["Training"]),
        .testTarget(name: "WorkloadsTests", dependencies: ["Workloads", "AllocationCounter", "TestSupport"]),
        .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    ],
]

/// Plans, remembers, reports; never imports a tensor.
let office: [[Target]] = [
    room("Suites", needs: ["Lexicon", "Documents"]),
    room("Records", needs: ["Suites", grdb], tests: [grdb]),
    room("Runner", needs: ["Records", "Processes"]),
    room("Statistics", needs: ["Lexicon"]),
    room("Gate", needs: ["Statistics", "Records", "Processes"]),
    [.target(name: "GnuplotShim", linkerSettings: [.linkedLibrary("boost_iostreams")])],
    room("Plots", needs: ["Statistics", "Processes", "GnuplotShim"]),
    room("Reports", needs: ["Plots", "Suites", "Documents"], tests: ["Records"]),
]

/// The one room that knows both wings, and the command line above it.
let hinge: [[Target]] = [
    room("Workshop", needs: ["Suites", "Strategies"]),
    [
        .executableTarget(
            name: "pdmpbench", dependencies: ["Workshop", "Workloads", "Runner", "Reports", "Gate", argumentParser]),
        .testTarget(
            name: "EndToEndTests", dependencies: ["pdmpbench", "Workshop", "Runner", "Reports", "TestSupport"]),
        .target(name: "TestSupport", dependencies: ["Lexicon"], path: "Tests/TestSupport"),
    ],
]

/// Rooms hand on what they stand on, so a target names everything below it: then a build looks at a room again whenever
/// anything it can see has changed, not only its next neighbour.
func namingAllBelow(_ targets: [Target]) -> [Target] {
    func names(_ dependencies: [Target.Dependency]) -> [String] {
        dependencies.compactMap {
            switch $0 {
            case .targetItem(let name, _), .byNameItem(let name, _): name
            default: nil
            }
        }
    }
    let direct = Dictionary(uniqueKeysWithValues: targets.map { ($0.name, names($0.dependencies)) })
    for target in targets {
        var found = direct[target.name] ?? []
        var next = 0
        while next < found.count {
            for name in direct[found[next]] ?? [] where !found.contains(name) { found.append(name) }
            next += 1
        }
        target.dependencies += found.dropFirst(direct[target.name]?.count ?? 0).map { .target(name: $0) }
    }
    return targets
}

let package = Package(
    name: "pdmp-bench",
    products: [.executable(name: "pdmpbench", targets: ["pdmpbench"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: namingAllBelow((foundations + lab + office + hinge).flatMap { $0 }),
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

// swift-tools-version: 6.1
import PackageDescription

/// Who hands out memory on Linux: a build makes and drops short texts, with several threads (`Documentation/Decisions`).
let allocator: [LinkerSetting] = [.linkedLibrary("tcmalloc_minimal", .when(platforms: [.linux]))]

// One target, one door in the corridor: `Documentation/Architecture.md` draws it, and
// `Tests/HouseTests` holds every import to the table there.
let package = Package(
    name: "rapporteur",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "rapporteur", targets: ["rapporteur"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCmark",
            pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
        ),
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
        ),
        .executableTarget(name: "EmbedFilesTool", path: "Sources/EmbedFiles/Tool"),
        .plugin(
            name: "EmbedFiles",
            capability: .buildTool(),
            dependencies: ["EmbedFilesTool"],
            path: "Sources/EmbedFiles/Plugin"
        ),
        .target(name: "Diagnostics"),
        .target(name: "Meetings", dependencies: ["Diagnostics"], plugins: ["EmbedFiles"]),
        .target(
            name: "DigestParser", dependencies: ["Meetings", "Diagnostics", "CLibXML2"], plugins: ["EmbedFiles"]),
        .target(name: "OfficialTexts", dependencies: ["Meetings", "Diagnostics", "CLibXML2"]),
        .target(name: "Proofreading", dependencies: ["Meetings", "Diagnostics"]),
        .target(name: "Corpus", dependencies: ["Meetings", "Diagnostics"], plugins: ["EmbedFiles"]),
        .target(name: "Templating", dependencies: ["Diagnostics"]),
        .target(name: "CommonMark", dependencies: ["Diagnostics", "CCmark"]),
        .target(
            name: "SiteGenerator",
            dependencies: [
                "Diagnostics", "Meetings", "DigestParser", "OfficialTexts", "Corpus", "Templating", "CommonMark",
            ],
            plugins: ["EmbedFiles"]
        ),
        .target(
            name: "Preview",
            dependencies: [
                "SiteGenerator", "Diagnostics", .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            plugins: ["EmbedFiles"]
        ),
        .target(name: "Publishing", dependencies: ["SiteGenerator", "Diagnostics"]),
        .target(
            name: "RapporteurCommands",
            dependencies: [
                "SiteGenerator", "Preview", "Publishing", "Proofreading", "DigestParser", "Corpus", "Meetings",
                "Diagnostics", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(name: "rapporteur", dependencies: ["RapporteurCommands"], linkerSettings: allocator),
        .executableTarget(
            name: "rapporteur-bench",
            dependencies: ["SiteGenerator", "Corpus", "DigestParser", "Meetings", "Diagnostics", "CCmark"],
            path: "Benchmarks", linkerSettings: allocator),

        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "MeetingsTests", dependencies: ["Meetings", "Diagnostics"]),
        .testTarget(
            name: "DigestParserTests", dependencies: ["DigestParser", "Meetings", "Diagnostics"],
            exclude: ["Texts", "Found"]),
        .testTarget(
            name: "ProofreadingTests", dependencies: ["Proofreading", "DigestParser", "Meetings", "Diagnostics"]),
        .testTarget(name: "OfficialTextsTests", dependencies: ["OfficialTexts", "Meetings", "Diagnostics"]),
        .testTarget(
            name: "CorpusTests", dependencies: ["Corpus", "DigestParser", "Meetings", "Diagnostics"],
            exclude: ["related-wording-labels.tsv"]),
        .testTarget(name: "TemplatingTests", dependencies: ["Templating", "CommonMark", "Diagnostics"]),
        .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark", "Diagnostics"]),
        .testTarget(name: "SiteGeneratorTests", dependencies: ["SiteGenerator", "CommonMark", "Templating", "Diagnostics"]),
        .testTarget(name: "PreviewTests", dependencies: ["Preview", "SiteGenerator", "Diagnostics"]),
        .testTarget(name: "PublishingTests", dependencies: ["rapporteur", "Publishing", "SiteGenerator", "Diagnostics"]),
        .testTarget(name: "CommandTests", dependencies: ["rapporteur", "RapporteurCommands", "SiteGenerator", "Diagnostics"]),
        .testTarget(name: "HouseTests"),
    ],
    swiftLanguageModes: [.v6]
)

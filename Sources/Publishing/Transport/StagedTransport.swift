import Diagnostics
import SiteGenerator

/// A transport that a program does: what shall travel is brought together in a folder of its own, and the program
/// carries it from there, phase by phase.
struct StagedTransport: SteppedTransport {
    let target: PublishTarget
    let carrier: any Carrier
    let workspace: Workspace

    private static let folder = "staged"

    // MARK: What is live

    func live() throws(DiagnosticError) -> LiveSite {
        guard let names = try carrier.names() else { return .nothing }
        guard names.contains(PublishedManifest.name) else { return LiveSite(manifest: nil, isEmpty: names.isEmpty) }
        let bytes = try carrier.read(PublishedManifest.name)
        return LiveSite(
            manifest: try PublishedManifest(json: bytes, place: "\(target.shownAddress): \(PublishedManifest.name)"),
            isEmpty: false)
    }

    // MARK: Steps

    func prepare(_ plan: PublishPlan) throws(DiagnosticError) {
        let folder = try workspace.emptied(Self.folder)
        try workspace.stage(plan.uploads.flatMap(\.paths), of: plan.edition, into: folder)
    }

    func record(_ manifest: PublishedManifest) throws(DiagnosticError) {
        _ = try workspace.write(manifest.json, to: Self.folder + "/" + PublishedManifest.name)
        try carrier.send([PublishedManifest.name], from: workspace.path(Self.folder))
    }

    func upload(_ paths: [OutputPath]) throws(DiagnosticError) {
        try carrier.send(paths.map(\.text), from: workspace.path(Self.folder))
    }

    func delete(_ paths: [OutputPath]) throws(DiagnosticError) { try carrier.delete(paths) }

    func finish(_ plan: PublishPlan) throws(DiagnosticError) { _ = try workspace.emptied(Self.folder) }
}

/// A program that carries files to a target, with a list of ours for everything it does: what it finds different or
/// superfluous by itself is never sent and never deleted.
protocol Carrier {
    /// What stands at the top of the target, as far as a list of lines can tell; nil when the target is not there yet.
    func names() throws(DiagnosticError) -> [String]?
    /// The bytes of a file at the top of the target.
    func read(_ name: String) throws(DiagnosticError) -> [UInt8]
    /// Sends files of a folder, in any order. All of them travel, whatever stands at the target.
    func send(_ names: [String], from folder: String) throws(DiagnosticError)
    /// Deletes files, and the folders that they leave empty. One that is not there is no fault.
    func delete(_ paths: [OutputPath]) throws(DiagnosticError)
}

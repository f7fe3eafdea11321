import Diagnostics

/// The new state of an output, as far as it is known: what stays of the old one, and what is put in.
///
/// It begins as the old one, in which no two paths are in each other's way: what stays costs next to nothing, and only
/// new paths are held against all others.
struct OutputState {
    private let old: OutputManifest
    /// By the places of the old files.
    private var fates: [Fate]
    private var put = OutputAddresses()
    /// Those of the paths put in that the old state did not have.
    private var new: [OutputPath] = []

    private enum Fate { case gone, stays, put }

    init(after old: OutputManifest) {
        self.old = old
        fates = Array(repeating: .gone, count: old.count)
    }

    /// Leaves an old file where it is; says why not when the new state has it already.
    mutating func keep(_ place: Int) -> Diagnostic? {
        guard fates[place] == .gone else { return .twice(old.path(at: place)) }
        fates[place] = .stays
        return nil
    }

    /// Puts a file in; says why not when something put in or kept before is in its way.
    /// - Parameter place: of the old file of that path.
    mutating func put(_ path: OutputPath, size: Int, at place: Int?) -> Diagnostic? {
        if let place, fates[place] != .gone { return .twice(path) }
        if let fault = put.add(path, size: size) { return fault }
        if let place { fates[place] = .put } else { new.append(path) }
        return nil
    }

    /// What is wrong with new paths beside old ones that stay.
    var faults: [Diagnostic] {
        guard fates.contains(.stays) else { return [] }
        return new.compactMap(fault)
    }

    private func fault(of path: OutputPath) -> Diagnostic? {
        if let twin = old.twin(of: path), stays(twin) { return .twins(path, twin) }
        if let folder = path.folders.first(where: stays) { return .fileAndFolder(folder) }
        return old.places(in: path).contains { fates[$0] == .stays } ? .fileAndFolder(path) : nil
    }

    private func stays(_ path: OutputPath) -> Bool { old.place(of: path).map { fates[$0] == .stays } == true }

    /// Another path put in, or of the old state, that a file system may hold for the same file.
    func twin(of path: OutputPath) -> OutputPath? { put.twin(of: path) ?? old.twin(of: path) }

    /// Old files that the new state does not have, in order.
    var deleted: [OutputPath] { fates.indices.filter { fates[$0] == .gone }.map(old.path) }

    /// The manifest of the new state, and for each place of the old one the place there; -1 for what does not stay.
    var manifest: (manifest: OutputManifest, moved: [Int32]) {
        old.followed(by: put.sizes) { fates[$0] == .stays }
    }
}

import CCmark
import Dispatch
import Foundation
import Synchronization

/// The least a site of the same pages can cost: libcmark alone on the same Markdown, and writing the same files anew, by
/// as many threads. No templates, no reading, no index.
struct Floor {
    /// The output of a build.
    let site: URL
    let target: URL
    let threads: Int

    /// How many files are held in memory at a time; reading them is not part of the floor.
    private static let batch = 2000

    func measure() throws -> Cost {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: site.path).filter { path in
            !path.hasPrefix(".") && !isFolder(site.appending(path: path))
        }
        var cost = Cost()
        for start in stride(from: 0, to: paths.count, by: Self.batch) {
            let files = try paths[start..<min(start + Self.batch, paths.count)].map { path in
                (path: path, data: try Data(contentsOf: site.appending(path: path)))
            }
            cost += Cost.of { process(files) }
        }
        return cost
    }

    private func process(_ files: [(path: String, data: Data)]) {
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < files.count else { return }
                let (path, data) = files[index]
                if path.hasSuffix(".md") { render(data) }
                write(data, to: path)
            }
        }
    }

    private func render(_ data: Data) {
        data.withUnsafeBytes { bytes in
            let text = bytes.assumingMemoryBound(to: CChar.self)
            free(cmark_markdown_to_html(text.baseAddress, text.count, Int32(CMARK_OPT_UNSAFE)))
        }
    }

    private func write(_ data: Data, to path: String) {
        let file = target.appending(path: path).path
        var descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        if descriptor < 0 {
            makeFolders(of: path)
            descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        }
        data.withUnsafeBytes { _ = Foundation.write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
    }

    private func makeFolders(of path: String) {
        var folder = target.path
        mkdir(folder, 0o755)
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
    }

    private func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

import Corpus
import Diagnostics
import Foundation

/// A file of addresses in which only the lines of some meetings were read and written anew.
struct CorrectedAddresses: Sendable {
    private(set) var bytes: [UInt8]

    /// - Parameters:
    ///   - file: the file's bytes.
    ///   - meetings: whose statements begin with other words now.
    /// - Returns: nil where a line is not as a build wrote it.
    init?(_ file: [UInt8], of meetings: Set<Ref<MeetingEntry>>, in corpus: Corpus) {
        bytes = file
        for meeting in meetings {
            let path = "/" + Address.meeting(corpus[meeting].id).path
            guard let place = line(ofPage: path) else { return nil }
            let end = bytes[place.upperBound - 1] == UInt8(ascii: ",") ? "," : ""
            guard var page = PublishedAddresses.page(path, of: bytes[place].dropLast(end.utf8.count)) else {
                return nil
            }
            let anchors = AddressKey.anchors(of: meeting, in: corpus)
            guard page.anchors.keys.allSatisfy({ anchors[$0] != nil }) else { return nil }
            page.anchors = anchors
            bytes.replaceSubrange(place, with: AddressLine(path, page).bytes + end.utf8)
        }
    }

    /// Where the line of a page stands, without its end.
    private func line(ofPage path: String) -> Range<Int>? {
        let head = Data([UInt8(ascii: "\n")] + AddressLine.key(path))
        guard let start = Data(bytes).range(of: head)?.lowerBound,
            let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "\n"))
        else { return nil }
        return start + 1..<end
    }
}

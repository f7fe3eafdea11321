import Corpus
import Diagnostics
import Foundation

/// The file of addresses, of which only some lines are read and written anew.
extension [UInt8] {
    /// The same file with the marks of the words that meetings have now; nil where a line is not as a build wrote it.
    func corrected(_ meetings: Set<Ref<MeetingEntry>>, in corpus: Corpus) -> [UInt8]? {
        var bytes = self
        for meeting in meetings {
            let path = "/" + Address.meeting(corpus[meeting].id).path
            guard let place = bytes.line(ofPage: path) else { return nil }
            let end = bytes[place.upperBound - 1] == UInt8(ascii: ",") ? "," : ""
            let line = String(decoding: bytes[place].dropLast(end.utf8.count), as: UTF8.self)
            guard var page = PublishedAddresses(line: line)?.pages[path] else { return nil }
            let anchors = AddressKey.anchors(of: meeting, in: corpus)
            guard page.anchors.keys.allSatisfy({ anchors[$0] != nil }) else { return nil }
            page.anchors = anchors
            bytes.replaceSubrange(place, with: (PublishedAddresses.line(path, page) + end).utf8)
        }
        return bytes
    }

    /// Where the line of a page stands, without its end.
    private func line(ofPage path: String) -> Range<Int>? {
        let head = Data(("\n" + PublishedAddresses.key(path)).utf8)
        guard let start = Data(self).range(of: head)?.lowerBound,
            let end = self[(start + 1)...].firstIndex(of: UInt8(ascii: "\n"))
        else { return nil }
        return start + 1..<end
    }
}

import Corpus
import Diagnostics

/// A few passages of one meeting, with all that an answer shows of them.
struct SearchTextFile {
    let bytes: [UInt8]

    init(_ passages: [SearchPassage], of meeting: Ref<MeetingEntry>, in corpus: Corpus) {
        let entry = corpus[meeting]
        let names = MeetingNames(entry.meeting)
        var json = JSONWriter()
        json.object { json in
            json.object("meeting") { json in
                json.member("id", entry.id)
                json.member("title", names.title)
                json.member("label", names.short)
                json.member("date", entry.meeting.date.value.map(Wording.date))
                json.member("body", entry.meeting.body)
                json.member("page", Address.meeting(entry.id).path)
            }
            json.array("passages", passages) { json, passage in
                let head = SearchHead(passage, corpus: corpus)
                json.object { json in
                    json.member("anchor", passage.anchor)
                    json.member("delegation", head.delegation?.name)
                    json.member("speaker", head.speaker?.name)
                    json.member("role", head.role)
                    json.array("resolutions", corpus.resolutions(citedIn: passage.turn.ref)) { json, resolution in
                        json.object { json in
                            json.member("id", resolution.id)
                            json.member("name", resolution.symbol ?? resolution.title)
                        }
                    }
                    json.member("paragraphs", passage.paragraphs)
                }
            }
        }
        bytes = json.bytes
    }
}

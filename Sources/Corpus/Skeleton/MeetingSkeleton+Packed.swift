import Diagnostics
import Meetings

// Skeletons as bytes for the program itself, and the lexicon that those of one file share.

extension MeetingSkeleton {
    /// - Parameter lexicon: in which its places are.
    convenience init(_ reader: inout PackedReader, in lexicon: Lexicon) throws(PackedReader.Damage) {
        self.init(
            head: try Meeting(&reader), opening: try reader.optionalText(),
            lines: try reader.list { reader throws(PackedReader.Damage) in try reader.range() },
            parts: try SkeletonParts(&reader, in: lexicon), lexicon: lexicon)
        let blocks = Int32(clamping: lines.count)
        guard parts.openers.allSatisfy({ $0.block < blocks }), parts.announcements.allSatisfy({ $0.block < blocks }),
            parts.mentions.allSatisfy({ $0.block < blocks }), parts.ballots.count == head.votes.count
        else { throw PackedReader.Damage() }
    }

    /// - Parameter shared: the lexicon that is written besides.
    func write(to writer: inout PackedWriter, _ shared: inout SharedLexicon) {
        head.write(to: &writer)
        writer.write(opening)
        writer.write(lines) { $0.write($1) }
        shared.take(self)
        shared.parts(of: self).write(to: &writer)
    }
}

extension SkeletonParts {
    fileprivate init(_ reader: inout PackedReader, in lexicon: Lexicon) throws(PackedReader.Damage) {
        let (texts, speakers, targets) = (lexicon.texts.count, lexicon.speakers.count, lexicon.targets.count)
        openers = try reader.list { reader throws(PackedReader.Damage) in
            StatementOpener(
                block: try reader.place(), anchor: try reader.place(below: texts),
                speaker: try reader.place(below: speakers),
                ties: try reader.list { reader throws(PackedReader.Damage) in
                    guard let relation = Tie.Relation(rawValue: try reader.number()) else {
                        throw PackedReader.Damage()
                    }
                    return Tie(relation: relation, name: try reader.place(below: texts))
                })
        }
        announcements = try reader.list { reader throws(PackedReader.Damage) in
            Announcement(
                block: try reader.place(), anchor: try reader.place(below: texts),
                delegation: try reader.optionalPlace(below: texts))
        }
        ballots = try reader.list { reader throws(PackedReader.Damage) in
            Ballot(
                favour: try reader.places(below: texts), against: try reader.places(below: texts),
                abstain: try reader.places(below: texts))
        }
        mentions = try reader.list { reader throws(PackedReader.Damage) in
            Mention(
                block: try reader.place(), isInStatement: try reader.flag(), paragraph: try reader.place(),
                start: try reader.place(), end: try reader.place(), target: try reader.place(below: targets))
        }
        citedInTexts = try reader.places(below: targets)
    }

    fileprivate func write(to writer: inout PackedWriter) {
        writer.write(openers) { writer, opener in
            for place in [opener.block, opener.anchor, opener.speaker] { writer.write(Int(place)) }
            writer.write(opener.ties) { writer, tie in
                writer.write(tie.relation.rawValue)
                writer.write(Int(tie.name))
            }
        }
        writer.write(announcements) { writer, announcement in
            for place in [announcement.block, announcement.anchor] { writer.write(Int(place)) }
            writer.write(place: announcement.delegation)
        }
        writer.write(ballots) { writer, ballot in
            for names in [ballot.favour, ballot.against, ballot.abstain] { writer.write(places: names) }
        }
        writer.write(mentions) { writer, mention in
            writer.write(Int(mention.block))
            writer.write(mention.isInStatement)
            for place in [mention.paragraph, mention.start, mention.end, mention.target] { writer.write(Int(place)) }
        }
        writer.write(places: citedInTexts)
    }
}

extension Lexicon: Packable {
    package convenience init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        let texts = try reader.texts()
        let speakers = try reader.list { reader throws(PackedReader.Damage) in
            SpeakerForm(
                printed: try reader.optionalPlace(below: texts.count),
                name: try reader.optionalPlace(below: texts.count),
                honorific: try reader.optionalPlace(below: texts.count),
                role: try reader.optionalPlace(below: texts.count),
                delegation: try reader.optionalPlace(below: texts.count), isUnnamed: try reader.flag())
        }
        let targets = try reader.list { reader throws(PackedReader.Damage) in
            CitedTarget(kind: try reader.kind(), symbol: try reader.place(below: texts.count))
        }
        self.init(texts: texts, speakers: speakers, targets: targets)
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(texts)
        writer.write(speakers) { writer, speaker in
            for place in [speaker.printed, speaker.name, speaker.honorific, speaker.role, speaker.delegation] {
                writer.write(place: place)
            }
            writer.write(speaker.isUnnamed)
        }
        writer.write(targets) { writer, target in
            writer.write(target.kind)
            writer.write(Int(target.symbol))
        }
    }
}

extension PackedReader {
    fileprivate mutating func place(below count: Int = Int(Int32.max)) throws(Damage) -> Int32 {
        let place = try number()
        guard (0..<count).contains(place) else { throw Damage() }
        return Int32(place)
    }

    fileprivate mutating func optionalPlace(below count: Int) throws(Damage) -> Int32? {
        try flag() ? try place(below: count) : nil
    }

    fileprivate mutating func places(below count: Int) throws(Damage) -> [Int32] {
        try list { reader throws(Damage) in try reader.place(below: count) }
    }
}

extension PackedWriter {
    fileprivate mutating func write(places: [Int32]) { write(places) { $0.write(Int($1)) } }

    fileprivate mutating func write(place: Int32?) {
        write(place != nil)
        if let place { write(Int(place)) }
    }
}

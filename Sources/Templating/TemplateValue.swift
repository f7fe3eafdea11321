/// What a name of a record comes to while a page is rendered.
enum TemplateValue {
    /// A text, an address or a number in digits, to be escaped; nil when it is absent.
    case text(String?)
    /// Written as it is; nil when it is absent.
    case markup(Markup?)
    case number(Int?)
    case flag(Bool)
    case record((any TemplateFrame)?)
    case list([any TemplateFrame])
    case texts([String])

    /// Whether a section about it is rendered.
    var isPresent: Bool {
        switch self {
        case .text(let text): text != nil
        case .markup(let markup): markup != nil
        case .number(let number): number ?? 0 != 0
        case .flag(let flag): flag
        case .record(let record): record != nil
        case .list(let records): !records.isEmpty
        case .texts(let texts): !texts.isEmpty
        }
    }

    /// `name.count`; 0 for what is no list.
    var count: Int {
        switch self {
        case .list(let records): records.count
        case .texts(let texts): texts.count
        case .text, .markup, .number, .flag, .record: 0
        }
    }
}

/// A record whose fields rendering asks for by their places in its declaration.
protocol TemplateFrame: AnyObject {
    func value(at index: Int) -> TemplateValue
}

/// One value of a frame, which is of the type of record that the value was declared for. That type is not written: to
/// take a function over it out of a list, a program asks what such functions are, which takes longer than most values.
typealias FrameValue = @Sendable (AnyObject) -> TemplateValue

/// A record of a known type as a frame. A class, so that frames are passed on without copying what they hold.
final class RecordFrame<Record: TemplateRecord>: TemplateFrame {
    let record: Record
    /// Those of the type, at hand: to ask a generic type for what is its own takes as long.
    private let values: [FrameValue]

    convenience init(_ record: Record) { self.init(record, Record.fields.values) }

    private init(_ record: Record, _ values: [FrameValue]) {
        self.record = record
        self.values = values
    }

    /// A frame for each record. A loop: a closure would ask for this generic type once for each of them.
    static func all(_ records: [Record]) -> [any TemplateFrame] {
        var frames: [any TemplateFrame] = []
        frames.reserveCapacity(records.count)
        let values = Record.fields.values
        for index in records.indices { frames.append(RecordFrame(records[index], values)) }
        return frames
    }

    func value(at index: Int) -> TemplateValue { values[index](self) }
}

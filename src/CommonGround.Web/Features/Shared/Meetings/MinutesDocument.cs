using CommonGround.Domain.Documents;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Shared.Meetings;

/// <summary>
/// Minutes as a paper, in one structure for every reader and every form (page, PDF, text). It leaves nothing out: what a reader may not
/// have is not in the <see cref="MinutesPaper"/>.
/// </summary>
public sealed class MinutesDocument
{
    /// <summary>As a plan has them.</summary>
    private static readonly AgreementType[] Order =
    [
        AgreementType.Goal, AgreementType.GradedStep, AgreementType.Adjustment, AgreementType.Task, AgreementType.FollowUp,
        AgreementType.ToldToColleagues, AgreementType.Setback,
    ];

    private readonly MinutesPaper _paper;
    private readonly Texts _t;

    private MinutesDocument(MinutesPaper paper, Texts t) => (_paper, _t) = (paper, t);

    /// <param name="t">Texts in the reader's language.</param>
    public static Document Compose(MinutesPaper paper, Texts t)
    {
        var document = new MinutesDocument(paper, t);
        var day = t.Date(t.LocalDay(document.Start));
        return new Document
        {
            Language = t.Language,
            Title = t["minutes.title-of", paper.Citizen],
            Subtitle = paper.PlanNumber is { } number ? t["minutes.made-plan", day, number] : day,
            MetaLines = paper.Reader is { } reader ? [t["paper.for", reader.Name]] : [],
            Author = paper.Author,
            Classification = paper.Reader is { } only ? t[$"paper.only-for.{PlanDocument.Class(only.Role)}", paper.Citizen] : null,
            CreatedAt = new DateTimeOffset(DateTime.SpecifyKind(paper.Meeting.EndedAt ?? paper.At, DateTimeKind.Utc)),
            Blocks = [.. document.Facts(), .. document.Agreed(), .. document.Open(), .. document.Sides(), .. document.Agenda(), .. document.End()],
        };
    }

    private Meeting Meeting => _paper.Meeting;

    private DateTime Start => Meeting.StartedAt ?? Meeting.PlannedAt ?? Meeting.CreatedAt;

    private IEnumerable<Block> Facts()
    {
        if (!_paper.WithAttendance)
            yield break;

        var came = Meeting.Participants.Where(p => p.PresentSince is not null || (Meeting.EndedAt is null && _paper.Here.Contains(p.PartyId))).ToList();
        var away = Meeting.Participants.Except(came).ToList();
        List<Fact> facts =
        [
            new(_t["minutes.when"], Meeting.EndedAt is { } end ? _t["minutes.from-to", _t.Moment(Start), _t.Time(end)] : _t.Moment(Start)),
            new(_t["minutes.where"], string.Join(" · ", new[] { _t["meetings.place." + Meeting.Place], Meeting.PlaceWords }.Where(w => w.Length > 0))),
            new(_t["minutes.came"], string.Join("; ", came.Select(Who))),
        ];
        if (away.Count > 0)
            facts.Add(new Fact(_t["minutes.did-not-come"], string.Join("; ", away.Select(Who))));
        yield return new FactList(InformationKind.Attendance, facts);
    }

    private IEnumerable<Block> Agreed()
    {
        // That nothing was agreed is how the meeting went, not a part of a plan.
        if (_paper.Agreements.Count == 0)
        {
            yield return new Heading(InformationKind.Attendance, 1, _t["minutes.agreed"]);
            yield return new Paragraph(InformationKind.Attendance, _t["minutes.agreed-none"]);
            yield break;
        }

        yield return new Heading(InformationKind.Plan, 1, _t["minutes.agreed"]);
        yield return new Table(InformationKind.Plan,
            [_t["board.what"], _t["board.who"], _t["board.from"], _t["board.review"], _t["minutes.yes"]],
            [
                .. _paper.Agreements.OrderBy(a => Array.IndexOf(Order, a.Type)).ThenBy(a => a.From).ThenBy(a => a.AddedAt)
                    .Select(a => new TableRow(What(a), Short(a.OwnerPartyId), Day(a.From), Day(a.Review), Yeses(a))),
            ],
            widths: [4, 1.4, 1.6, 1.6, 1.8]);
    }

    private string What(Agreement agreement) => agreement.Work is { } work
        ? $"{agreement.Text.TrimEnd('.')}. " + (work.Unit == WorkUnit.Percent
            ? PlanWords.Worked((int)work.From, (int)work.To, null, null, _t) : PlanWords.Worked(null, null, work.From, work.To, _t))
        : agreement.Text;

    private string Yeses(Agreement agreement) => string.Join(", ", agreement.Yeses.GroupBy(y => y.Way)
        .Select(way => string.Join(", ", way.Select(y => Short(y.PartyId))) + (way.Key == YesWay.SaidInTheRoom ? $" {_t["board.in-room"]}" : "")));

    private IEnumerable<Block> Open()
    {
        if (_paper.Differences.Count > 0)
        {
            yield return new Heading(InformationKind.Plan, 1, _t["board.differences"]);
            yield return new ItemList(InformationKind.Plan,
                [.. _paper.Differences.Select(d => (InlineText)$"{d.Text} – {_t["board.answers-by", Short(d.OwnerPartyId), Day(d.AnswerBy)]}")]);
        }

        // One block for each kind, under one heading.
        var later = _paper.Points.Where(p => p.IsKeptForLater).GroupBy(p => p.Kind).ToList();
        foreach (var kind in later)
        {
            if (kind == later[0])
                yield return new Heading(kind.Key, 1, _t["board.later"]);
            yield return new ItemList(kind.Key, [.. kind.Select(p => (InlineText)p.Text)]);
        }
    }

    /// <summary>One block for each side and kind, so that a part can be held against what its reader may have. The citizen's side first.</summary>
    private IEnumerable<Block> Sides()
    {
        var sides = _paper.Points.Where(p => !p.IsKeptForLater).GroupBy(p => (Side: p.SidePartyId!.Value, p.Kind))
            .OrderBy(g => Meeting.Participant(g.Key.Side)?.Role is not (PartyRole.Citizen or PartyRole.Companion));
        foreach (var side in sides)
        {
            yield return new Heading(side.Key.Kind, 1, _t["minutes.side", Short(side.Key.Side)]);
            yield return new ItemList(side.Key.Kind, [.. side.Select(p => (InlineText)p.Text)]);
        }
    }

    private IEnumerable<Block> Agenda()
    {
        if (!_paper.WithAttendance || _paper.Agenda.Count == 0)
            yield break;

        yield return new Heading(InformationKind.Attendance, 1, _t["minutes.agenda"]);
        yield return new ItemList(InformationKind.Attendance, [.. _paper.Agenda.Select(a => (InlineText)a)], Numbered: true);
    }

    /// <summary>What a copy may be used for. It says nothing about anybody, so it has the kind that every title has.</summary>
    private IEnumerable<Block> End()
    {
        if (_paper.Reader is { } reader)
        {
            yield return new Callout(InformationKind.Contact, _t["paper.use-title"],
                [_t[$"minutes.use.{PlanDocument.Class(reader.Role)}"], _t["minutes.cannot-change"], _t["paper.wrong", _paper.Author]]);
        }
    }

    private string Who(MeetingParticipant participant) => Named(participant.PartyId) is { } party
        ? _paper.HatOf(participant.Role) is { } hat
            ? $"{party.Name}, {_t["role." + participant.Role]} ({_t.LowerFirst(_t["hat." + hat])})" : $"{party.Name}, {_t["role." + participant.Role]}"
        : _paper.Others(participant.Role);

    private string Short(Guid? partyId) => partyId is not { } id ? ""
        : Named(id) is { } party ? party.Given ?? party.Name
        : Meeting.Participant(id) is { } participant ? _paper.Others(participant.Role) : "";

    private NamedParty? Named(Guid partyId) => _paper.Parties.FirstOrDefault(p => p.PartyId == partyId);

    /// <summary>Short, for a column; with its year, for paper is kept.</summary>
    private string Day(DateOnly? day) => day is { } date ? $"{_t.ShortDate(date)} {date.Year}" : "";
}

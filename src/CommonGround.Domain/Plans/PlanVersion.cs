using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>
/// One version of the plan of a case. It is never changed but for how far its lines have come, and the moment at which it was
/// agreed: whoever wants something else makes the next version.
/// </summary>
public sealed class PlanVersion : IOnCommonGround
{
    private readonly List<PlanItem> _items = [];
    private readonly List<StanceAsked> _asked = [];
    private readonly List<Stance> _stances = [];

    private PlanVersion()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private set; }

    public DateTime MadeAt { get; private set; }

    public Guid MadeByPersonId { get; private set; }

    /// <summary>The meeting it comes from; null if it was edited.</summary>
    public Guid? MeetingId { get; private set; }

    public string? Note { get; private set; }

    /// <summary>When everyone who makes the plan stood behind it, UTC; null while someone has not.</summary>
    public DateTime? AgreedAt { get; private set; }

    public InformationKind Kind { get; private set; } = InformationKind.Plan;

    /// <summary>Its lines in order; loaded without those that the reader may not see.</summary>
    public IReadOnlyList<PlanItem> Items => _items;

    /// <summary>Whom it asks where they stand.</summary>
    public IReadOnlyList<StanceAsked> Asked => _asked;

    /// <summary>Stances said to this version.</summary>
    public IReadOnlyList<Stance> Stances => _stances;

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    Guid? IOnCommonGround.AuthorPersonId => MadeByPersonId;

    /// <summary>The plan as a meeting left it: the first version, or the next one on what there is.</summary>
    /// <param name="current">The plan so far, whole; null before the first.</param>
    /// <param name="agreedBy">Parties who said yes to it in the meeting, with the text before them.</param>
    /// <param name="earlier">All stances so far.</param>
    /// <returns>The version, or what is amiss with a line: see <see cref="PlanRules"/>.</returns>
    public static Outcome<PlanVersion> FromMeeting(
        Guid caseId, Guid meetingId, PlanVersion? current, PlanContent content, PlanParty by, IReadOnlyList<PlanParty> parties,
        IReadOnlySet<Guid> agreedBy, IReadOnlyList<Stance> earlier, DateTime at)
    {
        var made = Make(caseId, current, content, by, parties, agreedBy, earlier, at);
        if (made.Succeeded)
            made.Value.MeetingId = meetingId;
        return made;
    }

    /// <summary>The next version, by someone who read an earlier one.</summary>
    /// <param name="basedOn">Number of the version that the writer had before them; 0 if there was none.</param>
    /// <returns>
    /// The version, or <see cref="PlanChangedMeanwhile"/>, <see cref="NothingChanged"/>, or what is amiss with a line.
    /// </returns>
    public static Outcome<PlanVersion> Edit(
        Guid caseId, PlanVersion? current, int basedOn, PlanContent content, PlanParty by, IReadOnlyList<PlanParty> parties,
        IReadOnlyList<Stance> earlier, DateTime at)
    {
        if (basedOn != (current?.Number ?? 0))
            return new PlanChangedMeanwhile(current?.Number ?? 0);

        return Make(caseId, current, content, by, parties, new HashSet<Guid>(), earlier, at);
    }

    /// <summary>Takes a stance on this version: see <see cref="Stance.Take"/>.</summary>
    public Outcome<Stance> TakeStance(PlanParty by, StanceTaken taken, DateTime at)
    {
        var kind = _items.Find(i => i.LineageId == taken.LineageId)?.Kind ?? InformationKind.Plan;
        var stance = Stance.Take(this, by, taken, kind, at);
        if (stance.Succeeded)
            _stances.Add(stance.Value);
        return stance;
    }

    /// <summary>Everyone stands behind it. A second time keeps the first.</summary>
    public void MarkAgreed(DateTime at) => AgreedAt ??= at;

    private static Outcome<PlanVersion> Make(
        Guid caseId, PlanVersion? current, PlanContent content, PlanParty by, IReadOnlyList<PlanParty> parties,
        IReadOnlySet<Guid> agreedBy, IReadOnlyList<Stance> earlier, DateTime at)
    {
        content = content with { Items = [.. content.Items.Select(i => i.Tidied())] };
        var before = (current?._items ?? []).OrderBy(i => i.Position).ToList();
        var lines = Lines(before, content);
        var changed = content.Items.Where(i => before.Find(b => b.LineageId == i.LineageId)?.Content() != i).ToList();
        if (PlanRules.Check(changed, lines, parties) is [var flaw, ..])
            return flaw;
        if (current is not null && changed.Count == 0 && lines.Count == before.Count)
            return new NothingChanged();

        var version = new PlanVersion
        {
            Id = Ids.New(at), CaseId = caseId, Number = (current?.Number ?? 0) + 1, MadeAt = at, MadeByPersonId = by.PersonId,
            Note = string.IsNullOrWhiteSpace(content.Note) ? null : content.Note.Trim(),
        };
        version._items.AddRange(lines.Select((line, i) =>
            PlanItem.Of(version, i, line, before.Find(b => b.LineageId == line.LineageId),
                content.Authors.TryGetValue(line.LineageId, out var author) ? author : by.PersonId, at)));
        version.Ask(PlanChange.Touches([.. before.Select(i => i.Content())], lines, parties, earlier), by, agreedBy, at);
        version._stances.AddRange(parties.Where(p => agreedBy.Contains(p.PartyId) && p.Hat == Hat.Support)
            .Select(p => Stance.Yes(version, p, null, InformationKind.Plan, at)));
        return version;
    }

    /// <summary>Changed lines stand where they stood; new ones come last; the others go on. An ended goal takes its abilities along.</summary>
    private static List<PlanItemContent> Lines(List<PlanItem> before, PlanContent content)
    {
        var kept = before.Where(b => !content.Ended.Contains(b.LineageId)
            && !(b.Type == PlanItemType.Ability && b.GoalLineageId is { } goal && content.Ended.Contains(goal)));
        return
        [
            .. kept.Select(b => content.Items.FirstOrDefault(i => i.LineageId == b.LineageId) ?? b.Content()),
            .. content.Items.Where(i => before.TrueForAll(b => b.LineageId != i.LineageId) || content.Ended.Contains(i.LineageId)),
        ];
    }

    /// <summary>Whoever makes a change, or said yes to it in the room, is not asked about it: making it was the yes.</summary>
    private void Ask(IReadOnlyList<Touched> touched, PlanParty by, IReadOnlySet<Guid> agreedBy, DateTime at)
    {
        foreach (var (party, lineage) in touched)
        {
            if (agreedBy.Contains(party.PartyId) && party.Hat == Hat.Support)
                continue;
            if (party.PartyId != by.PartyId || party.Hat != Hat.Support)
                _asked.Add(new StanceAsked(this, party, lineage, at));
            else
                _stances.Add(Stance.Yes(this, party, lineage, _items.Find(i => i.LineageId == lineage)?.Kind ?? InformationKind.Plan, at));
        }
    }
}

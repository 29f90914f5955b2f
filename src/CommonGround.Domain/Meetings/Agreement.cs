using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Meetings;

/// <summary>
/// Something that both sides can stand behind. It holds when each side has said yes to these exact words; a change of them takes
/// every yes away, for nobody has said yes to the new ones.
/// </summary>
public sealed class Agreement : IOnCommonGround
{
    private Agreement()
    {
    }

    internal Agreement(Meeting meeting, AgreementTerms terms, Guid author, DateTime at)
    {
        Id = Ids.New(at);
        CaseId = meeting.CaseId;
        MeetingId = meeting.Id;
        AddedAt = at;
        Version = 1;
        Take(terms, author, at);
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid MeetingId { get; private set; }

    public string Text { get; private set; } = "";

    public AgreementType Type { get; private set; }

    /// <summary>The one party that sees to it.</summary>
    public Guid? OwnerPartyId { get; private set; }

    /// <summary>From when it holds, or by when it is done.</summary>
    public DateOnly? From { get; private set; }

    public DateOnly? Review { get; private set; }

    public decimal? WorkFrom { get; private set; }

    public decimal? WorkTo { get; private set; }

    public WorkUnit? WorkUnit { get; private set; }

    public IReadOnlyList<Yes> Yeses { get; private set; } = [];

    /// <summary>Rises with every change of the terms; a yes does not move it.</summary>
    public int Version { get; private set; }

    public DateTime AddedAt { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    public Guid? AuthorPersonId { get; private set; }

    public InformationKind Kind { get; private set; } = InformationKind.Plan;

    /// <summary>How much work, for a graded step.</summary>
    public WorkRange? Work => WorkFrom is { } from && WorkTo is { } to && WorkUnit is { } unit ? new WorkRange(from, to, unit) : null;

    public AgreementTerms Terms => new(Text, Type, OwnerPartyId, From, Review, Work);

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    public Yes? YesOf(Guid partyId) => Yeses.FirstOrDefault(y => y.PartyId == partyId);

    /// <summary>Words it anew.</summary>
    /// <param name="version">The version that the writer had before them.</param>
    /// <returns>Or <see cref="ChangedMeanwhile"/>: then nothing is changed, and both texts can be shown.</returns>
    public Outcome<Done> Change(Meeting meeting, Guid byPartyId, AgreementTerms terms, int version, DateTime at)
    {
        if (meeting.MayWord(byPartyId, terms) is { } refused)
            return refused;
        if (RemovedAt is not null || version != Version)
            return new ChangedMeanwhile();

        var trimmed = terms with { Text = terms.Text.Trim() };
        if (trimmed == Terms)
            return new Done();

        Take(trimmed, meeting.Participant(byPartyId)!.PersonId, at);
        Yeses = [];
        Version++;
        return new Done();
    }

    /// <summary>A side says yes to the words of one version; the coordinator may enter a yes that was said in the room.</summary>
    public Outcome<Done> SayYes(Meeting meeting, Guid byPartyId, Guid forPartyId, int version, DateTime at)
    {
        if (MayAgree(meeting, byPartyId, forPartyId) is { } refused)
            return refused;
        if (RemovedAt is not null || version != Version)
            return new ChangedMeanwhile();
        if (YesOf(forPartyId) is not null)
            return new Done();

        var way = byPartyId == forPartyId ? YesWay.OnTheBoard : YesWay.SaidInTheRoom;
        Yeses = [.. Yeses, new Yes(forPartyId, way, meeting.Participant(byPartyId)!.PersonId, at)];
        return new Done();
    }

    /// <summary>A yes can be taken back as long as the meeting lasts.</summary>
    public Outcome<Done> TakeBackYes(Meeting meeting, Guid byPartyId, Guid forPartyId)
    {
        if (MayAgree(meeting, byPartyId, forPartyId) is { } refused)
            return refused;

        Yeses = [.. Yeses.Where(y => y.PartyId != forPartyId)];
        return new Done();
    }

    public Outcome<Done> Remove(Meeting meeting, Guid byPartyId, int version, DateTime at)
    {
        if (meeting.MayChair(byPartyId) is { } refused)
            return refused;
        if (version != Version)
            return new ChangedMeanwhile();

        RemovedAt ??= at;
        return new Done();
    }

    /// <summary>What is missing before it can be part of a plan: an owner, dates, and a yes from each side.</summary>
    public IEnumerable<Lack> Lacks(Meeting meeting)
    {
        if (OwnerPartyId is null)
            yield return new Lack(Id, LackOf.Owner);
        if (From is null)
            yield return new Lack(Id, LackOf.Start);
        if (Review is null && Type is AgreementType.Adjustment or AgreementType.Goal or AgreementType.GradedStep)
            yield return new Lack(Id, LackOf.Review);
        if (Type == AgreementType.GradedStep && Work is null)
            yield return new Lack(Id, LackOf.WorkRange);
        foreach (var side in meeting.Sides.Where(s => YesOf(s.PartyId) is null))
            yield return new Lack(Id, LackOf.Yes, side.PartyId);
    }

    private static Error? MayAgree(Meeting meeting, Guid byPartyId, Guid forPartyId)
    {
        if (meeting.MayTakePart(byPartyId) is { } refused)
            return refused;
        if (meeting.Participant(forPartyId) is not { } side)
            return new NotInMeeting();
        if (!side.HasYes)
            return new HasNoYes();
        return byPartyId == forPartyId || meeting.Chairs(byPartyId) ? null : new NotYoursToAgree();
    }

    private void Take(AgreementTerms terms, Guid author, DateTime at)
    {
        (Text, Type, OwnerPartyId, From, Review) = (terms.Text.Trim(), terms.Type, terms.OwnerPartyId, terms.From, terms.Review);
        (WorkFrom, WorkTo, WorkUnit) = (terms.Work?.From, terms.Work?.To, terms.Work?.Unit);
        (AuthorPersonId, ChangedAt) = (author, at);
    }
}

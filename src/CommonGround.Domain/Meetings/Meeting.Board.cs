using CommonGround.Domain.Forms;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Meetings;

public sealed partial class Meeting
{
    /// <summary>What a workplace may read, and so what may stand on the board.</summary>
    public static readonly IReadOnlySet<InformationKind> BoardKinds =
        new HashSet<InformationKind> { InformationKind.Work, InformationKind.Environment, InformationKind.Plan };

    /// <summary>A side puts a point on the board, before the meeting or in it; the coordinator may write down what a side says.</summary>
    public Outcome<BoardPoint> AddPoint(Guid byPartyId, Guid sidePartyId, string text, InformationKind kind, DateTime at)
    {
        if (MayPutPoints(byPartyId) is { } refused)
            return refused;
        if (Participant(sidePartyId) is not { } side)
            return new NotInMeeting();
        if (side.Role == PartyRole.Coordinator || (byPartyId != sidePartyId && !Chairs(byPartyId)))
            return new NotYourSide();
        if (WrongWords(text) is { } wrong)
            return wrong;
        if (!BoardKinds.Contains(kind))
            return new KindNotForBoard(kind);

        return new BoardPoint(this, sidePartyId, text.Trim(), kind, null, Participant(byPartyId)!.PersonId, at);
    }

    /// <summary>
    /// A side's point that its author has released comes to the board as it stands: before the meeting or in it, also while it is paused,
    /// since nobody writes.
    /// </summary>
    public Outcome<BoardPoint> TakeUp(ReleasedPoint point, DateTime at)
    {
        if (IsOver)
            return new MeetingOver();
        if (point.CaseId != CaseId || Participant(point.SidePartyId) is null)
            return new NotInMeeting();
        if (!BoardKinds.Contains(point.Kind))
            return new KindNotForBoard(point.Kind);

        return new BoardPoint(this, point.SidePartyId, point.Text, point.Kind, point.Id, point.AuthorPersonId ?? Participant(point.SidePartyId)!.PersonId, at);
    }

    /// <summary>What there is no time or strength for now.</summary>
    public Outcome<BoardPoint> KeepForLater(Guid byPartyId, string text, InformationKind kind, DateTime at)
    {
        if (MayChair(byPartyId) is { } refused)
            return refused;
        if (WrongWords(text) is { } wrong)
            return wrong;
        if (!BoardKinds.Contains(kind))
            return new KindNotForBoard(kind);

        return new BoardPoint(this, null, text.Trim(), kind, null, Participant(byPartyId)!.PersonId, at);
    }

    public Outcome<Agreement> AddAgreement(Guid byPartyId, AgreementTerms terms, DateTime at) =>
        MayWord(byPartyId, terms) is { } refused ? refused : new Agreement(this, terms, Participant(byPartyId)!.PersonId, at);

    /// <summary>A difference has one who answers and a date, from the start.</summary>
    public Outcome<Difference> AddDifference(Guid byPartyId, string text, Guid? ownerPartyId, DateOnly? answerBy, DateTime at)
    {
        if (MayChair(byPartyId) is { } refused)
            return refused;
        if (WrongWords(text) is { } wrong)
            return wrong;
        if (ownerPartyId is not { } owner)
            return new OwnerMissing();
        if (Participant(owner) is null)
            return new OwnerNotInMeeting();
        if (answerBy is not { } day)
            return new DateMissing();

        return new Difference(this, text.Trim(), owner, day, Participant(byPartyId)!.PersonId, at);
    }

    internal Error? MayWord(Guid byPartyId, AgreementTerms terms) =>
        MayChair(byPartyId) is { } refused ? refused
        : WrongWords(terms.Text) is { } wrong ? wrong
        : terms.OwnerPartyId is { } owner && Participant(owner) is null ? new OwnerNotInMeeting()
        : terms.Review < terms.From ? new ReviewedBeforeItStarts()
        : terms.Work is { IsWithinBounds: false } ? new WorkRangeOutOfBounds()
        : null;

    /// <summary>Points are put on the board from the first proposal until the end, not while it is paused.</summary>
    internal Error? MayPutPoints(Guid byPartyId) => State switch
    {
        MeetingState.Ended or MeetingState.Cancelled => new MeetingOver(),
        MeetingState.Paused => new MeetingPaused(),
        _ => Participant(byPartyId) is null ? new NotInMeeting() : null,
    };

    internal Error? MayTakePart(Guid byPartyId) => State switch
    {
        MeetingState.Ended or MeetingState.Cancelled => new MeetingOver(),
        MeetingState.Paused => new MeetingPaused(),
        MeetingState.UnderWay => Participant(byPartyId) is null ? new NotInMeeting() : null,
        _ => new MeetingNotUnderWay(),
    };

    internal Error? MayChair(Guid byPartyId) => MayTakePart(byPartyId) is { } refused ? refused : Chairs(byPartyId) ? null : new OnlyTheChair();

    private static Error? WrongWords(string text) =>
        string.IsNullOrWhiteSpace(text) ? new WordsMissing() : text.Length > MostWords ? new WordsTooLong() : null;
}

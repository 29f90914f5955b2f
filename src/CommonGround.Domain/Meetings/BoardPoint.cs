using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Meetings;

/// <summary>
/// One point on the board: what a side says, or what is kept for later. Putting it there is its author's release to everyone in the
/// meeting, the one whom the citizen brings included.
/// </summary>
public sealed class BoardPoint : IOnCommonGround
{
    private BoardPoint()
    {
    }

    internal BoardPoint(Meeting meeting, Guid? sidePartyId, string text, InformationKind kind, Guid? sourceId, Guid author, DateTime at)
    {
        Id = Ids.New(at);
        CaseId = meeting.CaseId;
        MeetingId = meeting.Id;
        SidePartyId = sidePartyId;
        Text = text;
        Kind = kind;
        SourceId = sourceId;
        AuthorPersonId = author;
        AddedAt = at;
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid MeetingId { get; private set; }

    /// <summary>Whose point it is; null for what is kept for later.</summary>
    public Guid? SidePartyId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Work, environment or plan: what a workplace may read.</summary>
    public InformationKind Kind { get; private set; }

    /// <summary>The released point that it is, if it came from an interview or was put down beforehand.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>Who wrote it down: the party, or the coordinator as it was said.</summary>
    public Guid? AuthorPersonId { get; private set; }

    public DateTime AddedAt { get; private set; }

    /// <summary>Taken off the board, UTC.</summary>
    public DateTime? RemovedAt { get; private set; }

    public bool IsKeptForLater => SidePartyId is null;

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    /// <summary>Its author takes the released point back, and so it leaves the board too. Minutes stay as they were.</summary>
    public void TakeBack(Meeting meeting, DateTime at)
    {
        if (!meeting.IsOver)
            RemovedAt ??= at;
    }

    /// <summary>Takes it off the board. Its side does, or the coordinator for what is kept for later.</summary>
    public Outcome<Done> Remove(Meeting meeting, Guid byPartyId, DateTime at)
    {
        if (meeting.MayPutPoints(byPartyId) is { } refused)
            return refused;
        if (SidePartyId is { } side ? side != byPartyId : !meeting.Chairs(byPartyId))
            return new NotYourSide();

        RemovedAt ??= at;
        return new Done();
    }
}

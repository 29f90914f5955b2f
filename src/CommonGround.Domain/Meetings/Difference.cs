using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Meetings;

/// <summary>Where the sides differ, said openly (need N50): with one who answers, and by when. Without both there is none.</summary>
public sealed class Difference : IOnCommonGround
{
    private Difference()
    {
    }

    internal Difference(Meeting meeting, string text, Guid ownerPartyId, DateOnly answerBy, Guid author, DateTime at)
    {
        Id = Ids.New(at);
        CaseId = meeting.CaseId;
        MeetingId = meeting.Id;
        Text = text;
        OwnerPartyId = ownerPartyId;
        AnswerBy = answerBy;
        AuthorPersonId = author;
        AddedAt = at;
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid MeetingId { get; private set; }

    public string Text { get; private set; } = "";

    public Guid OwnerPartyId { get; private set; }

    public DateOnly AnswerBy { get; private set; }

    public DateTime AddedAt { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    public Guid? AuthorPersonId { get; private set; }

    public InformationKind Kind { get; private set; } = InformationKind.Plan;

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    public Outcome<Done> Remove(Meeting meeting, Guid byPartyId, DateTime at)
    {
        if (meeting.MayChair(byPartyId) is { } refused)
            return refused;

        RemovedAt ??= at;
        return new Done();
    }
}

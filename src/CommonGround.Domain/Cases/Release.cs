using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Cases;

/// <summary>One exact text, put before one party by whoever may release it.</summary>
public sealed class Release
{
    private Release()
    {
    }

    internal Release(Guid id, Guid caseId, Guid itemId, InformationKind kind, Guid toPartyId, DateTime at)
    {
        Id = id;
        CaseId = caseId;
        ItemId = itemId;
        Kind = kind;
        ToPartyId = toPartyId;
        ReleasedAt = at;
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid ItemId { get; private set; }

    public InformationKind Kind { get; private set; }

    public Guid ToPartyId { get; private set; }

    public DateTime ReleasedAt { get; private set; }

    public DateTime? RecalledAt { get; private set; }

    internal void Recall(DateTime at) => RecalledAt = at;

    internal ReleaseFacts Facts() => new(ItemId, Kind, ToPartyId, ReleasedAt, RecalledAt);
}

using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Forms;

/// <summary>
/// One exact text that its author has put before the meeting: copied from an answer, or written for it. It has the kind that those
/// who meet may read, never the kind of the answer it came from.
/// </summary>
public sealed class ReleasedPoint : IOnCommonGround
{
    private ReleasedPoint()
    {
    }

    public ReleasedPoint(Guid id, Guid caseId, Guid sidePartyId, Guid authorPersonId, Guid? sourceId, InformationKind kind, string text, DateTime at)
    {
        Id = id;
        CaseId = caseId;
        SidePartyId = sidePartyId;
        AuthorPersonId = authorPersonId;
        SourceId = sourceId;
        Kind = kind;
        Text = text;
        ReleasedAt = at;
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>Whose point it is.</summary>
    public Guid SidePartyId { get; private set; }

    public Guid? AuthorPersonId { get; private set; }

    /// <summary>The answer it came from, if any.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>Work, environment or plan.</summary>
    public InformationKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime ReleasedAt { get; private set; }

    public DateTime? RecalledAt { get; private set; }

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    public void Recall(DateTime at) => RecalledAt ??= at;
}

using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>
/// A version asks a party where they stand, because it touches their goal, task, hours or date. Answered by a stance on that line,
/// or on the whole, to this version or a later one.
/// </summary>
public sealed class StanceAsked : IOnCommonGround
{
    private StanceAsked()
    {
    }

    internal StanceAsked(PlanVersion version, PlanParty party, Guid lineageId, DateTime at)
    {
        Id = Ids.New(at);
        CaseId = version.CaseId;
        PlanVersionId = version.Id;
        Number = version.Number;
        PartyId = party.PartyId;
        Role = party.Role;
        AskedAt = at;
        LineageId = lineageId;
        AuthorPersonId = party.PersonId;
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid PlanVersionId { get; private set; }

    /// <summary>Number of the version that asks.</summary>
    public int Number { get; private set; }

    public Guid PartyId { get; private set; }

    public PartyRole Role { get; private set; }

    public DateTime AskedAt { get; private set; }

    public Guid LineageId { get; private set; }

    public InformationKind Kind { get; private set; } = InformationKind.Plan;

    /// <summary>Who is asked: what is asked of someone is theirs, so that they find it although they cannot open the plan itself.</summary>
    public Guid? AuthorPersonId { get; private set; }

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    public bool IsAnsweredBy(Stance stance) =>
        stance.PartyId == PartyId && stance.Number >= Number && (stance.LineageId is null || stance.LineageId == LineageId);
}

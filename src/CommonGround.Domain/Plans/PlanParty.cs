using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>A party as the plan sees it: who, in which part, in which hat.</summary>
public sealed record PlanParty(Guid PartyId, Guid PersonId, PartyRole Role, Hat Hat)
{
    /// <summary>Those who make the plan together. Whoever decides or must note does not agree in advance (need N50).</summary>
    public bool Agrees => Hat == Hat.Support && (Role is PartyRole.Citizen or PartyRole.Supervisor or PartyRole.Coordinator);

    /// <summary>May this line reach them at all? Consent is asked elsewhere.</summary>
    public bool IsIn(PlanAudience audience) => audience.Reaches(Role);

    /// <summary>Those who take part in a case now.</summary>
    public static IReadOnlyList<PlanParty> Of(Case @case, SharingMatrix matrix, DateTime at) =>
        [.. @case.Parties.Where(p => p.IsActive(at)).Select(p => new PlanParty(p.Id, p.PersonId, p.Role, matrix.HatOf(p.Role)))];
}

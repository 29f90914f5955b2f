using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>
/// Whose copy a line of the plan may stand in, beside the citizen and the care that holds the case. It never opens anything:
/// consent and the sharing policy decide whether there is a copy at all. The numbers are stored: never renumber.
/// </summary>
[Flags]
public enum PlanAudience
{
    CitizenAndCare = 0,
    Workplace = 1,
    Insurance = 2,
}

/// <summary>Whom a line may reach.</summary>
public static class PlanAudiences
{
    public static bool Reaches(this PlanAudience audience, PartyRole role) => role switch
    {
        PartyRole.Supervisor => audience.HasFlag(PlanAudience.Workplace),
        PartyRole.Caseworker => audience.HasFlag(PlanAudience.Insurance),
        _ => true,
    };
}

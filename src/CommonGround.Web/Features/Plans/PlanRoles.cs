using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Plans;

/// <summary>Who does what with a plan.</summary>
internal static class PlanRoles
{
    private static readonly PartyRole[] Writers =
        [PartyRole.Citizen, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember];

    /// <summary>Writes the plan: the person it is about, and the care that holds the case.</summary>
    public static bool Writes(PartyRole role) => Writers.Contains(role);

    /// <summary>Hands copies over and takes them back.</summary>
    public static bool HandsOver(PartyRole role) => role is PartyRole.Citizen or PartyRole.Coordinator;

    /// <summary>Takes a stance: everyone in the case but whoever only accompanies.</summary>
    public static bool TakesStance(PartyRole role) => role != PartyRole.Companion;
}

using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>A party whose goal, task, hours or date a new version touches.</summary>
public sealed record Touched(PlanParty Party, Guid LineageId);

/// <summary>
/// Whom a new version asks again, and nobody else. A goal: those who make the plan together, and whoever took a stance on it.
/// Hours and adjustments: the citizen, the workplace and the owner. Follow-ups, what colleagues are told, setback lines and
/// abilities: the citizen and the owner. A task: its owner. What others than the care may read: always the citizen too, because no
/// copy leaves without their yes. Always the old owner and the new one, and only those whom the line may reach. How far something has come asks nobody. Who may read a line asks the citizen, and whoever it newly concerns.
/// </summary>
public static class PlanChange
{
    /// <param name="before">Lines of the version before; empty for the first.</param>
    /// <param name="stances">All stances taken so far.</param>
    public static IReadOnlyList<Touched> Touches(
        IReadOnlyList<PlanItemContent> before, IReadOnlyList<PlanItemContent> after, IReadOnlyList<PlanParty> parties,
        IReadOnlyList<Stance> stances)
    {
        var old = before.ToDictionary(i => i.LineageId);
        var now = after.ToDictionary(i => i.LineageId);
        return
        [
            .. from lineage in before.Concat(after).Select(i => i.LineageId).Distinct()
               from party in parties
               where IsTouched(party, old.GetValueOrDefault(lineage), now.GetValueOrDefault(lineage), stances)
               select new Touched(party, lineage),
        ];
    }

    /// <summary>The differences that ask someone: all but how far it has come.</summary>
    public static IReadOnlyList<PlanField> Touching(PlanItemContent before, PlanItemContent after) =>
        [.. before.Differences(after).Where(f => f != PlanField.Status)];

    /// <summary>Whether it says the same: who reads it is no part of what was said yes to.</summary>
    public static bool IsSameText(PlanItemContent before, PlanItemContent after) =>
        Touching(before, after).All(f => f == PlanField.Audience);

    /// <summary>Does this line concern this party, as it stands?</summary>
    public static bool Concerns(PlanItemContent item, PlanParty party, IReadOnlyList<Stance> stances)
    {
        if (!party.IsIn(item.Audience))
            return false;
        if (item.OwnerPartyId == party.PartyId || (party.Role == PartyRole.Citizen && item.Audience != PlanAudience.CitizenAndCare))
            return true;

        return item.Type switch
        {
            PlanItemType.Goal => party.Agrees || stances.Any(s => s.PartyId == party.PartyId && s.LineageId == item.LineageId),
            PlanItemType.GradedStep or PlanItemType.Adjustment =>
                party.Role is PartyRole.Citizen or PartyRole.Supervisor,
            PlanItemType.Task => false,
            _ => party.Role == PartyRole.Citizen,
        };
    }

    private static bool IsTouched(PlanParty party, PlanItemContent? before, PlanItemContent? after, IReadOnlyList<Stance> stances)
    {
        var did = before is not null && Concerns(before, party, stances);
        var does = after is not null && Concerns(after, party, stances);
        if (before is null || after is null)
            return did || does;

        var fields = Touching(before, after);
        if (fields.Count == 0)
            return false;

        return fields is [PlanField.Audience]
            ? party.Role == PartyRole.Citizen || (does && !did)
            : did || does;
    }
}

using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Invitations;

/// <summary>How someone in a case comes in: what decides who writes how they are reached, and what a paper would open.</summary>
/// <param name="CameIn">They have come in before, or have an account.</param>
/// <param name="Works">They have or had a membership here.</param>
/// <param name="InAnotherCase">They take or took part in a case beside this one.</param>
/// <param name="AtAnotherUnit">Such a case is led by another unit than this one.</param>
public sealed record ComingIn(PartyRole Role, bool CameIn, bool Works, bool InAnotherCase, bool AtAnotherUnit)
{
    /// <summary>Whom an invitation is for: those who do not work here.</summary>
    public static bool IsInvited(PartyRole role) => role is PartyRole.Citizen or PartyRole.Supervisor or PartyRole.Companion;

    /// <summary>
    /// Whether a coordinator writes how they are reached: of those whom an invitation can reach, who have never come in, do not work here,
    /// and are in nobody else's case. Whoever is ill again at the same unit is known to it already.
    /// </summary>
    public bool IsOursToWrite => IsInvited(Role) && !CameIn && !Works && !(Role == PartyRole.Citizen ? AtAnotherUnit : InAnotherCase);

    /// <summary>
    /// Whether they come in elsewhere: whoever holds a paper comes in as them, and what another unit shares with them is not for this one to
    /// hand out.
    /// </summary>
    public bool IsElsewhereToo => CameIn && (Works || AtAnotherUnit);

    /// <returns>By party, of those of the case.</returns>
    public static async Task<IReadOnlyDictionary<Guid, ComingIn>> OfThoseIn(Guid caseId, CommonGroundDb db) =>
        (await db.Whole<Party>().Where(p => p.CaseId == caseId)
            .Select(p => new
            {
                p.Id,
                p.Role,
                CameIn = db.Invitations.Any(i => i.PersonId == p.PersonId && i.RedeemedAt != null)
                    || db.Sessions.Any(s => s.PersonId == p.PersonId) || db.Accounts.Any(a => a.PersonId == p.PersonId),
                Works = db.Memberships.Any(m => m.PersonId == p.PersonId),
                InAnotherCase = db.Set<Party>().Any(other => other.PersonId == p.PersonId && other.CaseId != caseId),
                AtAnotherUnit = db.Set<Party>().Any(other => other.PersonId == p.PersonId && db.Cases.Any(c => c.Id == other.CaseId
                    && db.Cases.Any(here => here.Id == caseId && here.UnitId != c.UnitId))),
            })
            .ToListAsync())
        .ToDictionary(p => p.Id, p => new ComingIn(p.Role, p.CameIn, p.Works, p.InAnotherCase, p.AtAnotherUnit));
}

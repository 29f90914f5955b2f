using CommonGround.Domain.Cases;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Cases.ChoosePart;

/// <summary>Keeps, for this browser, in which of their parts someone acts in a case. Changes nothing in the case.</summary>
public sealed class ChoosePartHandler(CommonGroundDb db, SessionGate session)
{
    private Guid SessionId => session.Current!.Id;

    public Task<Guid?> Chosen(Guid caseId) =>
        db.ChosenParts.Where(c => c.SessionId == SessionId && c.CaseId == caseId).Select(c => (Guid?)c.PartyId).FirstOrDefaultAsync();

    public async Task Choose(Guid caseId, Guid partyId)
    {
        if (await Change(caseId, partyId))
            return;

        try
        {
            db.ChosenParts.Add(new ChosenPart(SessionId, await db.Whole<Party>().SingleAsync(p => p.Id == partyId && p.CaseId == caseId)));
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Chosen twice at once: the one that came second holds.
            db.ChangeTracker.Clear();
            await Change(caseId, partyId);
        }
    }

    private async Task<bool> Change(Guid caseId, Guid partyId) => await db.ChosenParts.Where(c => c.SessionId == SessionId && c.CaseId == caseId)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.PartyId, partyId)) > 0;
}

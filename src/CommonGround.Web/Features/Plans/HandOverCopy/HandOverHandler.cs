using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Plans.HandOverCopy;

/// <summary>What would be handed over, to whom.</summary>
/// <param name="Document">What the copy would say, or why there is none.</param>
/// <param name="HeldSince">Since when they hold a copy of this version; null if they hold none.</param>
/// <param name="HoldsTheSame">It says the very same.</param>
/// <param name="WaitsForYes">It leaves by itself as soon as the citizen has said yes to what it says.</param>
public sealed record CopyPreview(
    string Name, PartyRole Role, int Number, Outcome<Document> Document, DateTime? HeldSince = null, bool HoldsTheSame = false, bool WaitsForYes = false);

/// <summary>Shows a copy before it leaves, and hands it over.</summary>
public sealed class HandOverHandler(CommonGroundDb db, PlanCopyHandler copies, CaseChanges changes, SharingMatrices matrices, Disclosures disclosures)
{
    /// <summary>Null where there is no such reader, or where the copy would tell whoever hands it over what they may not read.</summary>
    public async Task<CopyPreview?> Preview(RequestAccess access, Guid partyId)
    {
        var view = access.InCase!;
        using var changing = disclosures.Pause();
        var found = await db.Cases.Include(c => c.Parties).Include(c => c.Consents).Include(c => c.Releases)
            .IgnoreQueryFilters([CommonGroundDb.SharingFilter]).AsSplitQuery().SingleAsync(c => c.Id == view.CaseId);
        var matrix = matrices.For(found.Country);
        if (found.Parties.FirstOrDefault(p => p.Id == partyId && PlanCopyHandler.IsReader(p, matrix, access.Now)) is not { } reader)
            return null;

        var plan = await PlanHandler.Load(db, found, matrix, access.Now);
        var document = await copies.Preview(db, plan, reader, access.Now);
        // Whom it is about sees what would leave before they say yes to it.
        var waits = document.Error is CitizenHasNotSaidYes && view.Role == PartyRole.Citizen;
        if (waits)
            document = await copies.PreviewOnceAgreed(db, plan, reader, access.Now);
        if (document.Succeeded && document.Value.Kinds.Any(k => k != InformationKind.Contact && !view.Sees(k)))
            return null;

        if (document.Succeeded)
            disclosures.Add(view.CitizenPersonId, view.CaseId, [.. document.Value.Kinds]);
        var name = await db.Persons.Where(p => p.Id == reader.PersonId).Select(p => p.GivenName + " " + p.FamilyName).SingleAsync();
        var held = await PlanCopyHandler.HeldBy(db, plan, reader);
        var same = held is { } copy && document.Match(copy.Content.Says, _ => false);
        return new CopyPreview(name, reader.Role, plan.Current?.Number ?? 0, document, held?.At, same, waits);
    }

    /// <param name="number">The version that was previewed.</param>
    public Task<Outcome<string>> HandOver(RequestAccess access, Guid commandId, Guid partyId, int number)
    {
        var caseId = access.InCase!.CaseId;
        return changes.InCase(caseId, access.Acting(commandId), async change =>
        {
            var plan = await PlanHandler.Load(change);
            if (plan.Current?.Number != number)
                return new PlanChangedMeanwhile(plan.Current?.Number ?? 0);
            if (change.Case.Parties.FirstOrDefault(p => p.Id == partyId && PlanCopyHandler.IsReader(p, change.Matrix, change.Now)) is not { } reader)
                return new NotAParty();

            var handed = await copies.HandOver(change, plan, reader);
            return handed.Succeeded ? $"/cases/{caseId}/plan" : handed.Error!;
        });
    }
}

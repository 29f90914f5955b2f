using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Plans;

/// <summary>Who gets a copy by what is about to be said, saved or ended.</summary>
public sealed record GetsCopy(Guid PartyId, string Name, PartyRole Role);

/// <summary>
/// What a yes to the plan, a new version of it or the end of a meeting hands over, told before it is said, saved or ended: a copy leaves by
/// itself to everyone who may have one and has not got it.
/// </summary>
public sealed class CopiesToCome(CommonGroundDb db, PlanCopyHandler copies, SharingMatrices matrices, Disclosures disclosures)
{
    /// <summary>By the citizen's yes to all of the plan.</summary>
    public async Task<IReadOnlyList<GetsCopy>> OfYes(RequestAccess access)
    {
        // Names and whether there is a copy, no more: what it says is on its own page.
        using var looking = disclosures.Pause();
        var found = await Case(access);
        var matrix = matrices.For(found.Country);
        var plan = await PlanHandler.Load(db, found, matrix, access.Now);
        var get = new List<GetsCopy>();
        foreach (var party in await PlanCopyHandler.WhoHasNone(db, plan, access.Now))
        {
            if ((await copies.PreviewOnceAgreed(db, plan, party, access.Now)).Succeeded)
                get.Add(await Named(party));
        }

        return get;
    }

    /// <summary>Who gets a copy of a version that is not made yet, as soon as the citizen stands behind what it has for them.</summary>
    public async Task<IReadOnlyList<GetsCopy>> OfNextVersion(RequestAccess access)
    {
        using var looking = disclosures.Pause();
        var found = await Case(access);
        var get = new List<GetsCopy>();
        foreach (var party in found.Parties.Where(p => PlanCopyHandler.MayHaveCopy(found, matrices.For(found.Country), p, access.Now)))
            get.Add(await Named(party));
        return get;
    }

    /// <summary>As a meeting ends: the minutes, for who was invited and reads copies.</summary>
    public async Task<IReadOnlyList<GetsCopy>> OfMinutes(RequestAccess access, Meeting meeting)
    {
        using var looking = disclosures.Pause();
        var found = await Case(access);
        var get = new List<GetsCopy>();
        foreach (var party in found.Parties.Where(p => meeting.Participant(p.Id) is not null && PlanCopyHandler.MayHaveCopy(found, matrices.For(found.Country), p, access.Now, meeting)))
            get.Add(await Named(party));
        return get;
    }

    private Task<Case> Case(RequestAccess access) =>
        db.Cases.AsNoTracking().Include(c => c.Parties).Include(c => c.Consents).Include(c => c.Releases)
            .IgnoreQueryFilters([CommonGroundDb.SharingFilter]).AsSplitQuery().SingleAsync(c => c.Id == access.InCase!.CaseId);

    private async Task<GetsCopy> Named(Party party) => new(
        party.Id, await db.Persons.Where(p => p.Id == party.PersonId).Select(p => p.GivenName + " " + p.FamilyName).SingleAsync(), party.Role);
}

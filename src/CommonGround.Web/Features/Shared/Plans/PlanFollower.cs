using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Plans;

/// <summary>Sees to it that the lines of a plan ask whom they are to ask, and that each is told of it once, on its day.</summary>
public sealed class PlanFollower(SharingMatrices matrices, OrganisationTime time)
{
    /// <summary>Where one says how it goes.</summary>
    public static string Path(Guid caseId) => $"/cases/{caseId}/plan/follow";

    public LocalDays Days { get; } = new(
        at => DateOnly.FromDateTime(time.Local(at)), day => time.Utc(day.ToDateTime(TimeOnly.MinValue)));

    /// <summary>Those that reach whom they ask: whoever reads copies is asked of what their copy holds.</summary>
    public static IQueryable<LineAsk> Reaching(IQueryable<LineAsk> asks, IQueryable<HandedOverCopy> copies) => asks.Where(a =>
        (a.Role != PartyRole.Supervisor && a.Role != PartyRole.Caseworker && a.Role != PartyRole.GeneralPractitioner)
        || copies.Any(c => c.RecipientPartyId == a.PartyId && c.Of == CopyOf.Plan && c.PlanNumber >= a.Number && c.RecalledAt == null));

    /// <summary>In the transaction that changed a line: asks what is to be asked now, and nothing else any more.</summary>
    internal async Task Settle(CaseChange change, PlanOnTable plan)
    {
        if (plan.Current is not { } version)
            return;

        var open = await change.Db.Whole<LineAsk>().Where(a => a.CaseId == change.Case.Id && a.ClosedAt == null).ToListAsync();
        var late = matrices.LateAfterDays(change.Case.Country, Days.Of(change.Now));
        var opened = PlanFollowing.Settle(version, open, PlanFollowing.AskedBy(version, plan.Parties, late, Days), change.Now);
        change.Db.LineAsks.AddRange(opened);
        // What is asked of others because of what someone says now is told to them at once; what its day brings, on its day.
        await Tell(change, opened.Where(a => a.What is LineQuestion.IsItSo or LineQuestion.NotDone || a.Words is not null));
    }

    /// <summary>Whether the line asks its owner now, also before its day.</summary>
    internal static Task<bool> AsksOwner(CaseChange change, Guid lineageId, PlanParty owner) => change.Db.Whole<LineAsk>().AnyAsync(a =>
        a.CaseId == change.Case.Id && a.LineageId == lineageId && a.PartyId == owner.PartyId && a.What == LineQuestion.HowItGoes && a.ClosedAt == null);

    /// <summary>Tells each person once that there is something.</summary>
    internal static async Task Tell(CaseChange change, IEnumerable<LineAsk> asks)
    {
        var told = asks.Where(a => a.ToldAt is null && a.From <= change.Now).ToList();
        told.ForEach(a => a.MarkTold(change.Now));
        await Notices.Tell(change, told.Select(a => (a.PartyId, a.AuthorPersonId!.Value)).Distinct(), _ => Path(change.Case.Id));
    }
}

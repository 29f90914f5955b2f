using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Plans.FollowPlan;

/// <summary>A line as someone follows it.</summary>
/// <param name="Why">What stood in the way, where their reader reads the plan itself.</param>
/// <param name="Missing">What the citizen says is missing.</param>
/// <param name="Seen">How it stood; null for who reads a copy.</param>
/// <param name="MaySay">Says how it goes.</param>
/// <param name="MayConfirm">Says whether it is as someone else said.</param>
public sealed record FollowedLine(
    Guid LineageId, PlanItemType Type, string Text, DateOnly Day, Guid? OwnerPartyId, bool IsMine, ActionStatus Status, DateTime? SaidAt,
    string? Why, Confirmation? Confirmed, string? Missing, LineSeen? Seen, bool MaySay, bool MayConfirm)
{
    public bool IsLate(DateOnly today) => Status == ActionStatus.Planned && Day < today;
}

/// <summary>What its reader follows of a plan.</summary>
/// <param name="InTime">Adjustments in place on their day; null for who reads a copy, and where none is due yet.</param>
public sealed record FollowedPlan(IReadOnlyList<FollowedLine> Lines, OnTime? InTime);

/// <summary>
/// The lines of the plan that its reader follows: all that somebody has to do, or, for who reads copies, what is asked of them, in the words
/// of their copy. Of the plan itself those see nothing.
/// </summary>
public sealed class FollowReader(PlanReading plans, CopyReading copies, PlanFollower following, CommonGroundDb db)
{
    /// <returns>Null where they read no plan at all.</returns>
    public async Task<FollowedPlan?> Read(RequestAccess access)
    {
        var view = access.InCase!;
        if (view.Sees(InformationKind.Plan))
            return await plans.Current(view.CaseId) is not { } plan ? null : OfPlan(plan, view, following.Days.Of(access.Now));
        if (await copies.Newest(view.CaseId, access.PersonId) is not { } held)
            return null;

        var copied = held.Lines.ToDictionary(l => l.LineageId);
        var asked = await db.LineAsks.AsNoTracking()
            .Where(a => a.CaseId == view.CaseId && a.PartyId == view.PartyId && a.What == LineQuestion.HowItGoes).ToListAsync();
        return new FollowedPlan(
        [
            .. asked.Where(a => copied.ContainsKey(a.LineageId) && a.Number <= held.Copy.PlanNumber && (a.ClosedAt is null || a.Answered is not null))
                // The newest question of each line: an earlier one was answered.
                .GroupBy(a => a.LineageId).Select(g => g.OrderBy(a => a.ClosedAt is null).ThenBy(a => a.ClosedAt).Last())
                .Select(a => OfCopy(a, copied[a.LineageId])).OrderBy(l => l.Day),
        ], null);
    }

    private FollowedPlan OfPlan(PlanVersion plan, CaseView view, DateOnly today)
    {
        var inTime = PlanFollowing.OfAdjustments(plan.Items, today, following.Days.Of);
        return new FollowedPlan(
            [.. plan.Items.Where(i => PlanFields.IsAction(i.Type)).Select(i => OfPlan(i, view)).OrderBy(l => l.Day)], inTime.Due > 0 ? inTime : null);
    }

    private static FollowedLine OfPlan(PlanItem item, CaseView view)
    {
        var mine = item.OwnerPartyId == view.PartyId;
        var asksCitizen = view.Role == PartyRole.Citizen && !mine && item is { Status: ActionStatus.InPlace, Confirmed: null };
        return new FollowedLine(
            item.LineageId, item.Type, item.Text, item.DayOfAction!.Value, item.OwnerPartyId, mine, item.Status, item.StatusAt, item.Why, item.Confirmed,
            item.ConfirmedWords, LineSeen.Of(item), !asksCitizen && (mine || view.Role is PartyRole.Citizen or PartyRole.Coordinator), asksCitizen);
    }

    private FollowedLine OfCopy(LineAsk ask, CopiedLine line) => new(
        line.LineageId, line.Type, line.Text, following.Days.Of(ask.From), ask.PartyId, true, ask.Answered ?? ActionStatus.Planned, ask.ClosedAt, null, null,
        ask.ClosedAt is null ? ask.Words : null, null, ask.ClosedAt is null, false);
}

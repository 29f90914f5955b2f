using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>One thing that a line asks of one party from a day on.</summary>
/// <param name="Number">The version that the line's text came with.</param>
/// <param name="From">When that day begins, UTC.</param>
/// <param name="Words">What the citizen says is missing.</param>
public sealed record WhatLineAsks(Guid LineageId, int Number, LineQuestion What, PlanParty Party, DateTime From, string? Words);

/// <summary>Days as they are counted where the plan is lived.</summary>
/// <param name="Of">The day of an instant.</param>
/// <param name="Begins">When a day begins, UTC.</param>
public sealed record LocalDays(Func<DateTime, DateOnly> Of, Func<DateOnly, DateTime> Begins);

/// <summary>
/// Whom the lines of a plan ask how it goes (need N57): its owner on the day, the citizen whether it is so, the coordinator where it is late
/// or did not come about. Worked out from the lines as they stand, so that whatever changes them changes what is asked.
/// </summary>
public static class PlanFollowing
{
    /// <param name="lateAfter">Days after a line's own day until it comes to the coordinator.</param>
    public static IReadOnlyList<WhatLineAsks> AskedBy(PlanVersion version, IReadOnlyList<PlanParty> parties, int lateAfter, LocalDays days)
    {
        var citizen = parties.FirstOrDefault(p => p.Role == PartyRole.Citizen);
        var coordinator = parties.FirstOrDefault(p => p.Role == PartyRole.Coordinator);
        var asks = new List<WhatLineAsks>();
        foreach (var line in version.Items.Where(i => PlanFields.IsAction(i.Type) && i.OwnerPartyId is not null))
        {
            // Whose part has ended sees to nothing more: then it is the coordinator's to find out.
            var owner = parties.FirstOrDefault(p => p.PartyId == line.OwnerPartyId);
            switch (line.Status)
            {
                case ActionStatus.InPlace when line.Confirmed is null && owner != citizen:
                    Ask(LineQuestion.IsItSo, citizen, line, days.Of(line.StatusAt ?? version.MadeAt));
                    break;
                case ActionStatus.Planned when line.DayOfAction is { } day:
                    AskOwner(owner, line, day);
                    break;
                case ActionStatus.InPlace when line is { Confirmed: Confirmation.NotQuite, ConfirmedAt: { } said }:
                    AskOwner(owner, line, days.Of(said));
                    break;
                case ActionStatus.NotDone:
                    Ask(LineQuestion.NotDone, coordinator, line, days.Of(line.StatusAt ?? version.MadeAt));
                    break;
            }
        }

        return asks;

        void AskOwner(PlanParty? owner, PlanItem line, DateOnly day)
        {
            Ask(LineQuestion.HowItGoes, owner, line, day);
            if (owner != coordinator)
                Ask(LineQuestion.Late, coordinator, line, owner is null ? day : day.AddDays(lateAfter));
        }

        void Ask(LineQuestion what, PlanParty? party, PlanItem line, DateOnly from)
        {
            if (party is not null)
                asks.Add(new WhatLineAsks(line.LineageId, line.ChangedIn, what, party, days.Begins(from), what == LineQuestion.HowItGoes ? line.ConfirmedWords : null));
        }
    }

    /// <summary>Closes what need not be asked any more, and opens what is to be asked now; what is asked already stays as it is.</summary>
    /// <param name="open">All that is open in the case.</param>
    /// <returns>What is new, to be stored.</returns>
    public static IReadOnlyList<LineAsk> Settle(PlanVersion version, IReadOnlyList<LineAsk> open, IReadOnlyList<WhatLineAsks> asked, DateTime at)
    {
        foreach (var ask in open.Where(o => o.ClosedAt is null && !asked.Any(o.Asks)))
            ask.Close(version.Items.FirstOrDefault(i => i.LineageId == ask.LineageId && i.Status != ActionStatus.Planned)?.Status, at);
        return [.. asked.Where(a => !open.Any(o => o.ClosedAt is null && o.Asks(a))).Select(a => new LineAsk(version.CaseId, a, at))];
    }

    /// <summary>
    /// How many of the adjustments whose day has come were in place by then, as far as anyone has said. What somebody else sees to counts
    /// as in place unless the citizen says that it is not quite so.
    /// </summary>
    public static OnTime OfAdjustments(IEnumerable<PlanItem> lines, DateOnly today, Func<DateTime, DateOnly> dayOf)
    {
        var due = lines.Where(l => l.Type == PlanItemType.Adjustment && l.From <= today).ToList();
        return new OnTime(due.Count(l => l.Status == ActionStatus.InPlace && l.Confirmed != Confirmation.NotQuite && dayOf(l.StatusAt ?? DateTime.MaxValue) <= l.From), due.Count);
    }
}

/// <summary>A share: so many of so many.</summary>
public sealed record OnTime(int InTime, int Due);

using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Plans;

/// <summary>
/// Changes the plan of a case inside a change: a new version from a meeting or an edit, a stance. Whatever follows from it happens in
/// the same transaction: journal, agreement, the programme's step, copies.
/// </summary>
public sealed class PlanHandler(PlanCopyHandler copies, PlanFollower following, ProgrammeLibrary programmes)
{
    public static Task<PlanOnTable> Load(CaseChange change) => Load(change.Db, change.Case, change.Matrix, change.Now);

    /// <summary>The whole plan, past the sharing filter.</summary>
    public static async Task<PlanOnTable> Load(CommonGroundDb db, Case of, SharingMatrix matrix, DateTime at) => new(
        of, matrix,
        await db.Whole<PlanVersion>().Where(v => v.CaseId == of.Id).OrderByDescending(v => v.Number)
            .Include(v => v.Items.OrderBy(i => i.Position)).FirstOrDefaultAsync(),
        await db.Whole<Stance>().Where(s => s.CaseId == of.Id).ToListAsync(),
        await db.Whole<StanceAsked>().Where(a => a.CaseId == of.Id).ToListAsync(),
        at);

    /// <summary>The plan as a meeting left it, in the meeting's own transaction.</summary>
    /// <param name="agreedBy">Parties who said yes to it in the meeting.</param>
    public async Task<Outcome<PlanVersion>> FromMeeting(CaseChange change, Guid meetingId, PlanContent content, IReadOnlySet<Guid> agreedBy)
    {
        var plan = await Load(change);
        if (plan.PartyOf(change.By) is not { } by)
            return new NotAParty();

        var made = PlanVersion.FromMeeting(
            change.Case.Id, meetingId, plan.Current, content, by, plan.Parties, agreedBy, plan.Stances, change.Now);
        return made.Succeeded ? await Store(change, plan, made.Value) : made;
    }

    /// <summary>The next version, by someone who had version <paramref name="basedOn"/> before them.</summary>
    public async Task<Outcome<PlanVersion>> Edit(CaseChange change, int basedOn, PlanContent content)
    {
        var plan = await Load(change);
        if (plan.PartyOf(change.By) is not { } by)
            return new NotAParty();

        var made = PlanVersion.Edit(change.Case.Id, plan.Current, basedOn, content, by, plan.Parties, plan.Stances, change.Now);
        return made.Succeeded ? await Store(change, plan, made.Value) : made;
    }

    /// <summary>Someone says where they stand on the version they read.</summary>
    public async Task<Outcome<Stance>> Say(CaseChange change, int number, StanceTaken taken)
    {
        var plan = await Load(change);
        if (plan.Current is not { } current)
            return new NoPlanYet();
        if (current.Number != number)
            return new PlanChangedMeanwhile(current.Number);
        if (plan.PartyOf(change.By) is not { } by)
            return new NotAParty();

        var said = current.TakeStance(by, taken, change.Now);
        if (!said.Succeeded)
            return said;

        plan.Said(said.Value);
        change.Journal("StanceTaken", new JournalWords(said.Value.Kind, "stance." + said.Value.Position,
            string.Join(" – ", new[] { said.Value.Words, said.Value.WayForward, said.Value.Rule }.OfType<string>()), by.PersonId));
        await Settle(change, plan);
        return said;
    }

    /// <summary>
    /// Says how an adjustment, a task or a follow-up goes: whoever sees to it, the citizen, or the coordinator. The plan stays the version
    /// it is, and nobody is asked again where they stand.
    /// </summary>
    /// <param name="seen">How the line stood where they said so; null for who reads a copy, and says it while it is asked of them.</param>
    public Task<Outcome<PlanItem>> SayHowItGoes(CaseChange change, Guid lineageId, ActionStatus status, string? why, LineSeen? seen) =>
        Follow(change, lineageId, seen, (by, item) => item.OwnerPartyId == by.PartyId || by.Role is PartyRole.Citizen or PartyRole.Coordinator, (by, item) =>
        {
            var said = item.SayHowItGoes(status, why, by.PersonId, change.Now);
            // What the citizen says is in place need not be confirmed by them.
            if (said.Succeeded && by.Role == PartyRole.Citizen && status == ActionStatus.InPlace)
                item.Confirm(Confirmation.Yes, null, change.Now);
            return (said, $"plan.{item.Type}.{status}", $"{item.Text} {item.Why}");
        });

    /// <summary>The citizen says whether it is as someone else said.</summary>
    public Task<Outcome<PlanItem>> Confirm(CaseChange change, Guid lineageId, Confirmation confirmed, string? words, LineSeen seen) =>
        Follow(change, lineageId, seen, (by, item) => by.Role == PartyRole.Citizen && item.OwnerPartyId != by.PartyId,
            (_, item) => (item.Confirm(confirmed, words, change.Now), $"plan.{item.Type}.{confirmed}", $"{item.Text} {item.ConfirmedWords}"));

    private async Task<Outcome<PlanItem>> Follow(
        CaseChange change, Guid lineageId, LineSeen? seen, Func<PlanParty, PlanItem, bool> may,
        Func<PlanParty, PlanItem, (Outcome<PlanItem> Said, string Field, string Words)> say)
    {
        var plan = await Load(change);
        var item = plan.Current?.Items.FirstOrDefault(i => i.LineageId == lineageId && PlanFields.IsAction(i.Type));
        if (item is null || plan.PartyOf(change.By) is not { } by || !may(by, item))
            return new NotFound();
        if (seen is { } stood ? LineSeen.Of(item) != stood : !await PlanFollower.AsksOwner(change, lineageId, by))
            return new LineFollowedMeanwhile(lineageId);

        var (said, field, words) = say(by, item);
        if (!said.Succeeded)
            return said;

        change.Journal("PlanLineFollowed", new JournalWords(item.Kind, field, words.Trim(), by.PersonId));
        await following.Settle(change, plan);
        return said;
    }

    private async Task<PlanVersion> Store(CaseChange change, PlanOnTable plan, PlanVersion version)
    {
        var before = (plan.Current?.Items ?? []).ToDictionary(i => i.LineageId, i => i.Content());
        change.Db.PlanVersions.Add(version);
        plan.Put(version);
        change.Journal("PlanVersionMade", version.Items
            .Where(i => !before.TryGetValue(i.LineageId, out var was) || PlanChange.Touching(was, i.Content()).Count > 0)
            .Select(i => new JournalWords(i.Kind, "plan." + i.Type, i.Text, i.AuthorPersonId)));
        await following.Settle(change, plan);
        await Settle(change, plan);
        return version;
    }

    private async Task Settle(CaseChange change, PlanOnTable plan)
    {
        var version = plan.Current!;
        if (version.AgreedAt is null && plan.Standings.IsAgreed(version, plan.Parties))
        {
            version.MarkAgreed(change.Now);
            change.Journal("PlanAgreed");
            if (programmes.ProgrammeByHash(change.Case.ProgrammeVersion) is { } programme && PlanSteps.Agreed(programme) is { } step)
                change.Case.Step(step.Key)?.Complete(change.Now);
        }

        await copies.HandOverWhatIsDue(change, plan);
    }
}

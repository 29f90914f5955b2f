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
public sealed class PlanHandler(PlanCopyHandler copies, ProgrammeLibrary programmes)
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
    /// it is, and nobody is asked again.
    /// </summary>
    public static async Task<Outcome<PlanItem>> SayHowItGoes(CaseChange change, Guid lineageId, ActionStatus status, string? why)
    {
        var plan = await Load(change);
        var by = plan.PartyOf(change.By);
        var item = plan.Current?.Items.FirstOrDefault(i => i.LineageId == lineageId && i.Content().IsAction);
        if (item is null || by is null || (item.OwnerPartyId != by.PartyId && by.Role is not (PartyRole.Citizen or PartyRole.Coordinator)))
            return new NotFound();

        var said = item.SayHowItGoes(status, why, change.Now);
        if (said.Succeeded)
            change.Journal("PlanLineFollowed", new JournalWords(item.Kind, $"plan.{item.Type}.{status}", $"{item.Text} {item.Why}".Trim(), by.PersonId));
        return said;
    }

    private async Task<PlanVersion> Store(CaseChange change, PlanOnTable plan, PlanVersion version)
    {
        change.Db.PlanVersions.Add(version);
        plan.Put(version);
        change.Journal("PlanVersionMade", version.Items.Where(i => i.ChangedIn == version.Number)
            .Select(i => new JournalWords(i.Kind, "plan." + i.Type, i.Text, i.AuthorPersonId)));
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

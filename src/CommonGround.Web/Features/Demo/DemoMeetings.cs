using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Meetings;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Demo;

/// <summary>The demo's meetings: proposed, under way with a board, or ended in a plan that people have said where they stand on.</summary>
internal sealed class DemoMeetings(ProgrammeLibrary programmes, PlanHandler plans, MinutesCopyHandler copies, OrganisationTime time, TimeProvider clock)
{
    public async Task Play(DemoStory story, Guid caseId, DateTime start, Func<DateTime, CaseChanges> changes)
    {
        var today = DateOnly.FromDateTime(clock.UtcNow());
        var held = story.Stage >= DemoStage.Board ? clock.UtcNow().AddMinutes(-40).AddDays(story.Stage > DemoStage.Board ? 10 - story.Opened : 0) : AtOne(4);
        var meetingId = Guid.Empty;
        Task Make(string who, DateTime at, string what, Func<CaseChange, Task<Error?>> make) => In(changes(at), caseId, who, what, make);
        // At one o'clock, so many working days ahead.
        DateTime AtOne(int ahead) => time.Utc(NationalCalendar.For("se")!.AddWorkingDays(today, ahead).ToDateTime(new TimeOnly(13, 0)));
        async Task<Meeting> Load(CaseChange change) => await change.Db.Whole<Meeting>().SingleAsync(m => m.Id == meetingId);

        await Make(story.Coordinator, start.AddDays(8), "propose", async change =>
        {
            var step = programmes.Programmes[0].Steps.First(s => s.Kind == StepKind.Meeting);
            var invited = change.Case.Parties.Where(p => p.Role is PartyRole.Supervisor or PartyRole.Companion).Select(p => p.Id).ToList();
            var proposed = Meeting.Propose(change.Case, new MeetingAsked(step.Key, MeetingPlace.OnSite, "Region Norrstrand, rum 3", 90, [held, AtOne(5)],
                invited, change.Case.ActiveParty(PartyRole.Coordinator, change.Now)!.Id, [.. step.Agenda.Select(a => a.Key)]), change.Now);
            if (proposed.Error is { } refused)
                return refused;

            meetingId = proposed.Value.Id;
            change.Db.Meetings.Add(proposed.Value);
            change.Journal("MeetingProposed");
            return Release(change, proposed.Value, proposed.Value) ?? (await change.BringAll(proposed.Value)).Error;
        });
        if (story.Stage < DemoStage.Board)
            return;

        foreach (var who in new[] { story.Citizen, story.Supervisor!, story.Companion }.OfType<string>())
        {
            await Make(who, start.AddDays(9), "answer", async change =>
            {
                var meeting = await Load(change);
                var me = meeting.ParticipantOf(change.By.PersonId)!;
                change.Journal("MeetingTimeAnswered");
                var refused = me.IsNeeded ? meeting.AnswerTime(meeting.Times[0].Id, me.PartyId, me.PartyId, TimeReply.Yes, null, null, change.Now).Error : null;
                change.Case.Follow(meeting);
                return refused;
            });
        }

        await Make(story.Coordinator, held, "start", async change => await Hold(story, change, await Load(change), today));
        if (story.Stage < DemoStage.Planned)
            return;

        await Make(story.Coordinator, held.AddMinutes(80), "end", async change => await End(change, await Load(change)));
        if (story.Stage == DemoStage.Planned)
        {
            await Make(story.Supervisor!, held.AddDays(1), "stance", async change =>
            {
                var adjustment = await change.Db.Whole<PlanItem>().Where(i => i.CaseId == caseId && i.Type == PlanItemType.Adjustment).OrderBy(i => i.Position).FirstAsync();
                return (await plans.Say(change, 1, new StanceTaken(StancePosition.Reservation, adjustment.LineageId,
                    Words: "Dagtid kräver att jag byter två personer.", WayForward: "Om jag får göra det från och med nästa schema."))).Error;
            });
        }
    }

    private static async Task<Error?> Hold(DemoStory story, CaseChange change, Meeting meeting, DateOnly today)
    {
        var chair = meeting.ParticipantOf(change.By.PersonId)!.PartyId;
        if (meeting.Start(chair, change.Now).Error is { } refused)
            return refused;

        change.Journal("MeetingStarted");
        var supervisor = change.Case.ActiveParty(PartyRole.Supervisor, change.Now)!.Id;
        foreach (var line in story.Agreements)
        {
            var from = line.From is { } f ? today.AddDays(f) : (DateOnly?)null;
            var terms = new AgreementTerms(line.Text, line.Type, line.Type == AgreementType.Goal ? change.Case.ActiveParty(PartyRole.Citizen, change.Now)!.Id : supervisor,
                from, line.Review is { } r ? today.AddDays(r) : null, line.Work is { } w ? new WorkRange(w[0], w[1], WorkUnit.Percent) : null);
            var made = meeting.AddAgreement(chair, terms, change.Now);
            if (Put(change, meeting, made) is { } error)
                return error;
            foreach (var side in meeting.Sides)
            {
                if (made.Value.SayYes(meeting, chair, side.PartyId, made.Value.Version, change.Now).Error is { } no)
                    return no;
            }
        }

        return story.Difference is null ? null
            : Put(change, meeting, meeting.AddDifference(chair, story.Difference, supervisor, today.AddDays(5), change.Now));
    }

    private async Task<Error?> End(CaseChange change, Meeting meeting)
    {
        var chair = meeting.ParticipantOf(change.By.PersonId)!.PartyId;
        var board = new BoardRows(
            await change.Db.Whole<BoardPoint>().Where(p => p.MeetingId == meeting.Id).ToListAsync(),
            await change.Db.Whole<Agreement>().Where(a => a.MeetingId == meeting.Id).ToListAsync(),
            await change.Db.Whole<Difference>().Where(d => d.MeetingId == meeting.Id).ToListAsync());
        var ended = meeting.End(chair, board, meeting.Participants.Select(p => p.PartyId), change.Now);
        if (ended.Error is { } refused)
            return refused;

        change.Case.Step(meeting.StepKey)!.Complete(change.Now);
        change.Journal("MeetingEnded");
        var made = await plans.FromMeeting(change, meeting.Id, ended.Value.ToPlan(meeting), meeting.Sides.Select(s => s.PartyId).Append(chair).ToHashSet());
        if (made.Error is { } error)
            return error;

        await copies.HandOverToThoseThere(change, meeting, board, made.Value.Number);
        return null;
    }

    private static Error? Put<T>(CaseChange change, Meeting meeting, Outcome<T> made) where T : class, IOnCommonGround
    {
        if (made.Error is { } refused)
            return refused;

        change.Db.Add(made.Value);
        return Release(change, meeting, made.Value);
    }

    private static Error? Release(CaseChange change, Meeting meeting, IOnCommonGround row) =>
        change.Case.ReleaseItem(row.Id, row.Kind, meeting.Audience(change.Case, change.Now), change.Matrix, change.Now).Error;

    private static async Task In(CaseChanges changes, Guid caseId, string who, string what, Func<CaseChange, Task<Error?>> make) => DemoCases.Demand(await changes.InCase(
        caseId, new Actor(DemoFile.IdOf(who), Hat.Support, Purpose.Meeting, DemoFile.IdOf($"{caseId}-{who}-{what}")),
        async change => await make(change) is { } error ? error : (Outcome<string>)"/"));
}

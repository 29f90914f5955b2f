using CommonGround.Domain;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Meetings;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings;

/// <summary>Reads meetings for those invited to them; to others they do not exist.</summary>
public sealed class MeetingReader(CommonGroundDb db, ProgrammeLibrary programmes, SharingMatrices matrices, Texts t)
{
    public async Task<MeetingOnPage?> Find(RequestAccess access, Guid meetingId)
    {
        var caseId = access.InCase!.CaseId;
        var found = await db.Meetings.AsNoTracking().Where(m => m.Id == meetingId && m.CaseId == caseId)
            .Select(m => new
            {
                Meeting = m,
                Programme = db.Cases.Where(c => c.Id == m.CaseId).Select(c => new { c.ProgrammeVersion, c.Programme }).First(),
                Seen = db.MeetingPresences.Where(p => p.MeetingId == m.Id).ToList(),
            }).FirstOrDefaultAsync();
        if (found?.Meeting.ParticipantOf(access.PersonId, access.InCase.Role) is not { } me)
            return null;

        var people = await People(caseId, found.Meeting);
        var programme = programmes.ProgrammeByHash(found.Programme.ProgrammeVersion) ?? programmes.Programme(found.Programme.Programme);
        var step = programme?.Find(found.Meeting.StepKey);
        var names = people.Values.GroupBy(p => p.Role).ToDictionary(g => g.Key, g => g.First().Short);
        var titles = (step?.Agenda ?? []).ToDictionary(a => a.Key, a => programme!.Say(a.Title, t.Language, names));
        var here = found.Meeting.Participants.Where(p => p.IsPresent).Select(p => p.PartyId)
            .Concat(found.Seen.Where(s => s.IsHere(access.Now)).Select(s => s.PartyId)).ToHashSet();
        return new MeetingOnPage(found.Meeting, me, people, step, titles, here, access.InCase.Country, access.Now);
    }

    /// <summary>Whether someone with several parts is invited in another than the one that they act in.</summary>
    public async Task<bool> IsForAnotherPart(RequestAccess access, Guid meetingId)
    {
        var (caseId, role) = (access.InCase!.CaseId, access.InCase.Role);
        return access.InCase.Parts.Count > 1
            && (await db.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Id == meetingId && m.CaseId == caseId))?.ParticipantOf(access.PersonId) is { } me
            && me.Role != role && access.InCase.Parts.Any(p => p.Role == me.Role);
    }

    public async Task<BoardOnPage> Board(MeetingOnPage meeting)
    {
        var id = meeting.Meeting.Id;
        return new BoardOnPage(
            meeting,
            await db.BoardPoints.AsNoTracking().Where(p => p.MeetingId == id && p.RemovedAt == null).OrderBy(p => p.AddedAt).ToListAsync(),
            await db.Agreements.AsNoTracking().Where(a => a.MeetingId == id && a.RemovedAt == null).OrderBy(a => a.AddedAt).ToListAsync(),
            await db.Differences.AsNoTracking().Where(d => d.MeetingId == id && d.RemovedAt == null).OrderBy(d => d.AddedAt).ToListAsync());
    }

    /// <summary>The minutes as the viewer's grants open them, in the viewer's language; before the end, as they would be.</summary>
    public async Task<Document> Minutes(BoardOnPage board)
    {
        var (at, meeting) = (board.At, board.At.Meeting);
        var organisation = await db.Cases.Where(c => c.Id == meeting.CaseId).Join(db.Units, c => c.UnitId, u => u.Id, (c, u) => u.NameToWorkplace).SingleAsync();
        var chair = meeting.Participants.Where(p => p.Role == PartyRole.Coordinator).Select(p => at.Person(p.PartyId)).FirstOrDefault(p => p.IsKnown);
        return MinutesDocument.Compose(new MinutesPaper
        {
            Meeting = meeting, HatOf = matrices.For(at.Country).ShownHatOf, Points = board.Points, Agreements = board.Agreements, Differences = board.Differences, Here = at.Here, At = at.Now,
            Parties = [.. at.People.Values.Where(p => p.IsKnown).Select(p => new NamedParty(p.PartyId, p.Name, p.Role, p.Short))],
            Agenda = [.. meeting.Agenda.Where(a => a.State != AgendaState.Later).Select(a => at.Titles.GetValueOrDefault(a.Key, a.Key))],
            Citizen = at.Citizen.Name, Others = role => t["role." + role], Author = chair is null ? organisation : $"{chair.Name}, {organisation}",
            PlanNumber = await db.PlanVersions.Where(v => v.CaseId == meeting.CaseId && v.MeetingId == meeting.Id).Select(v => (int?)v.Number).FirstOrDefaultAsync(),
        }, t);
    }

    /// <summary>The card that says what the meeting is for, as it is worded to this reader.</summary>
    public PurposeCard? Card(MeetingOnPage meeting, out Func<Wording, string> say)
    {
        var names = meeting.People.Values.GroupBy(p => p.Role).ToDictionary(g => g.Key, g => g.First().Short);
        say = wording => Placeholders.Fill(wording.In(t.Language), role => names.GetValueOrDefault(role) ?? t["role." + role]);
        return meeting.Step?.PurposeFor(meeting.Me.Role);
    }

    /// <summary>Names go through the policy like everything else: who may not be known is shown as what they are.</summary>
    private async Task<Dictionary<Guid, MeetingPerson>> People(Guid caseId, Meeting meeting)
    {
        var known = await db.Parties.AsNoTracking().Include(p => p.Person).Where(p => p.CaseId == caseId).ToDictionaryAsync(p => p.Id);
        return meeting.Participants.ToDictionary(p => p.PartyId, p => known.TryGetValue(p.PartyId, out var party) && party.Person is { } person
            ? new MeetingPerson(p.PartyId, p.Role, person.Name, person.GivenName)
            : new MeetingPerson(p.PartyId, p.Role, t["role." + p.Role], t["role." + p.Role], IsKnown: false));
    }
}

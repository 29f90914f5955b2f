using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Meetings;

/// <summary>
/// Hands over copies of minutes, through the same door as copies of the plan. Who was in the meeting gets what was put before them there.
/// Who was not gets what was agreed, and of it only lines that the plan has for them as they were agreed: what a side said was said to
/// those in the room.
/// </summary>
public sealed class MinutesCopyHandler(PlanCopyHandler copies, ProgrammeLibrary programmes, Texts texts)
{
    /// <summary>To those who were in the meeting and read copies, as it ends.</summary>
    /// <param name="planNumber">The version of the plan that it makes.</param>
    public async Task HandOverToThoseThere(CaseChange change, Meeting meeting, BoardRows board, int? planNumber)
    {
        var before = new PlanOnTable(change.Case, change.Matrix, null, [], [], change.Now);
        foreach (var party in change.Case.Parties.Where(p => meeting.Participant(p.Id) is not null && PlanCopyHandler.IsReader(p, change.Matrix, change.Now)).ToList())
            await HandOver(change, before, meeting, board, party, planNumber);
    }

    /// <summary>To one reader.</summary>
    /// <returns>
    /// The copy, or <see cref="NothingForRecipient"/>, <see cref="CitizenHasNotSaidYes"/>, <see cref="KindNotForRecipient"/>.
    /// </returns>
    public async Task<Outcome<HandedOverCopy>> HandOver(CaseChange change, PlanOnTable plan, Meeting meeting, Party recipient) =>
        await HandOver(change, plan, meeting, await Board(change.Db, meeting.Id), recipient, await NumberOf(change.Db, meeting));

    private async Task<Outcome<HandedOverCopy>> HandOver(CaseChange change, PlanOnTable plan, Meeting meeting, BoardRows board, Party recipient, int? planNumber)
    {
        var (paper, language) = await PaperFor(change.Db, plan, meeting, board, recipient, planNumber, change.Now);
        return paper.Succeeded
            ? await copies.HandOver(change, MinutesDocument.Compose(paper.Value, texts.In(language)), CopyOf.Minutes, planNumber, meeting.Id, recipient, paper.Value.Holds, [])
            : paper.Error!;
    }

    /// <summary>What the reader's copy would say, and of what it would be made.</summary>
    public async Task<Outcome<(Document Document, IReadOnlyList<HeldItem> Holds)>> Preview(
        CommonGroundDb db, PlanOnTable plan, Meeting meeting, Party recipient, DateTime at)
    {
        var (paper, language) = await PaperFor(db, plan, meeting, await Board(db, meeting.Id), recipient, await NumberOf(db, meeting), at);
        if (!paper.Succeeded)
            return paper.Error!;

        var document = MinutesDocument.Compose(paper.Value, texts.In(language));
        return HandedOverCopy.Refused(document, recipient, plan.Case.Sharing(), plan.Matrix, paper.Value.Holds, at) is { } kind
            ? new KindNotForRecipient(recipient.Role, kind) : (document, paper.Value.Holds);
    }

    private static async Task<BoardRows> Board(CommonGroundDb db, Guid meetingId) => new(
        await db.Whole<BoardPoint>().Where(p => p.MeetingId == meetingId).OrderBy(p => p.AddedAt).ToListAsync(),
        await db.Whole<Agreement>().Where(a => a.MeetingId == meetingId).OrderBy(a => a.AddedAt).ToListAsync(),
        await db.Whole<Difference>().Where(d => d.MeetingId == meetingId).OrderBy(d => d.AddedAt).ToListAsync());

    private static Task<int?> NumberOf(CommonGroundDb db, Meeting meeting) =>
        db.Whole<PlanVersion>().Where(v => v.CaseId == meeting.CaseId && v.MeetingId == meeting.Id).Select(v => (int?)v.Number).FirstOrDefaultAsync();

    private async Task<(Outcome<MinutesPaper> Paper, string Language)> PaperFor(
        CommonGroundDb db, PlanOnTable plan, Meeting meeting, BoardRows board, Party recipient, int? planNumber, DateTime at)
    {
        var of = plan.Case;
        var sharing = of.Sharing();
        var wasThere = meeting.Participant(recipient.Id) is not null;
        var agreed = board.Agreements.Where(a => a.RemovedAt is null && May(a.Kind, a.Id)).OrderBy(a => a.AddedAt).ToList();
        if (!wasThere)
        {
            var lines = LinesFor(plan, recipient, agreed);
            if (!lines.Succeeded)
                return (lines.Error!, "");
            agreed = lines.Value;
        }

        var attendance = wasThere && May(meeting.Kind, meeting.Id);
        if (agreed.Count == 0 && !attendance)
            return (new NothingForRecipient(), "");

        var people = await copies.NamesFor(db, of, recipient);
        var language = await PlanCopyHandler.LanguageOf(db, recipient);
        var given = await db.Persons.Where(p => of.Parties.Select(x => x.PersonId).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.GivenName);
        var organisation = await PlanCopyHandler.Organisation(db, of);
        List<NamedParty> named =
        [
            .. of.Parties.Where(p => IsMentioned(p.Id) && SharingPolicy.MaySeeParty(recipient.Role, p.Role) && PlanCopyHandler.IsNamed(of, recipient, p.Id))
                .Select(p => new NamedParty(p.Id, people[p.PersonId], p.Role, given[p.PersonId])),
        ];
        return (new MinutesPaper
        {
            Meeting = meeting, HatOf = plan.Matrix.ShownHatOf, Agreements = agreed, Parties = named, WithAttendance = attendance,
            Points = [.. board.Points.Where(p => wasThere && p.RemovedAt is null && May(p.Kind, p.Id)).OrderBy(p => p.AddedAt)],
            Differences = [.. board.Differences.Where(d => wasThere && d.RemovedAt is null && May(d.Kind, d.Id)).OrderBy(d => d.AddedAt)],
            Agenda = Agenda(of, meeting, named, language), Citizen = people[of.CitizenPersonId], Others = _ => organisation,
            Author = await PlanCopyHandler.Author(db, of, at), Reader = (people[recipient.PersonId], recipient.Role), At = at,
            PlanNumber = planNumber,
        }, language);

        bool May(InformationKind kind, Guid item) => SharingPolicy.Decide(sharing, plan.Matrix, new SharingQuestion(
            recipient.PersonId, kind, Purpose.ReadCopy, at, SharingWay.HandOver, item, PartyId: recipient.Id)).Permitted;

        bool IsMentioned(Guid partyId) => wasThere
            ? meeting.Participant(partyId) is not null
            : partyId == of.Parties.First(p => p.Role == PartyRole.Citizen).Id || agreed.Exists(a => a.OwnerPartyId == partyId || a.YesOf(partyId) is not null);
    }

    /// <summary>What was agreed and still stands so in the plan, for this reader, with the citizen behind it.</summary>
    private static Outcome<List<Agreement>> LinesFor(PlanOnTable plan, Party recipient, List<Agreement> agreed)
    {
        var reader = plan.Parties.FirstOrDefault(p => p.PartyId == recipient.Id);
        var citizen = plan.Parties.First(p => p.Role == PartyRole.Citizen);
        var lines = plan.Current?.Items.Where(i => reader?.IsIn(i.Audience) == true && agreed.Exists(i.Says)).ToList() ?? [];
        if (lines.Count == 0)
            return new NothingForRecipient();

        return lines.TrueForAll(i => plan.Standings.On(i, citizen) is { Position: StancePosition.Agrees })
            ? agreed.FindAll(a => lines.Exists(i => i.Says(a)))
            : new CitizenHasNotSaidYes();
    }

    private List<string> Agenda(Case of, Meeting meeting, IEnumerable<NamedParty> named, string language)
    {
        var programme = programmes.ProgrammeByHash(of.ProgrammeVersion) ?? programmes.Programme(of.Programme);
        var names = named.GroupBy(p => p.Role).ToDictionary(g => g.Key, g => g.First().Given ?? g.First().Name);
        var titles = programme?.Find(meeting.StepKey)?.Agenda.ToDictionary(a => a.Key, a => programme.Say(a.Title, language, names)) ?? [];
        return [.. meeting.Agenda.Where(a => a.State != AgendaState.Later).Select(a => titles.GetValueOrDefault(a.Key, a.Key))];
    }
}

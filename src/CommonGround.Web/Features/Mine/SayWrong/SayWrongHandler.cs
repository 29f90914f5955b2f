using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Mine.SayWrong;

/// <summary>Stores what the citizen says is not right, once for each thing, and tells those in the care who may read it.</summary>
public sealed class SayWrongHandler(CaseChanges changes, Texts texts)
{
    /// <summary>GDPR 12.3: without undue delay, at the latest within a month.</summary>
    private const int MonthsToAnswer = 1;

    public Task<Outcome<string>> Say(Guid caseId, WrittenItem about, string? words, Actor by) => changes.InCase(caseId, by, async change =>
    {
        if (await change.Db.Whole<Remark>().AnyAsync(r => r.CaseId == caseId && r.ItemId == about.Row.Id))
            return new AlreadySaidWrong();

        var remark = Remark.Make(caseId, change.Case.CitizenPersonId, about.Row, about.Words, words, texts.LocalDay(change.Now).AddMonths(MonthsToAnswer), change.Now);
        if (!remark.Succeeded)
            return remark.Error!;

        change.Db.Remarks.Add(remark.Value);
        change.Journal("RemarkMade", new JournalWords(remark.Value.Kind, "remark", remark.Value.Text, change.Case.CitizenPersonId));
        var answerers = Answerers(change, remark.Value.Kind).ToList();
        await Notices.Tell(change, answerers, _ => "/for-me");
        // Where nobody in the case may read it, the coordinator sees to it that someone comes in who may: what it says is not theirs to read.
        if (answerers.Count == 0 && change.Case.ActiveParty(PartyRole.Coordinator, change.Now) is { } coordinator)
            await Notices.Tell(change, [(coordinator.Id, coordinator.PersonId)], _ => $"/cases/{caseId}/people");
        return $"/my/{caseId}/mine/written/{about.Row.Id}";
    });

    private static IEnumerable<(Guid PartyId, Guid PersonId)> Answerers(CaseChange change, InformationKind kind)
    {
        var sharing = change.Case.Sharing();
        return change.Case.Parties.Where(p => p.IsActive(change.Now) && RemarksToAnswer.Answers(p.Role, kind) && SharingPolicy.Decide(
                sharing, change.Matrix, new SharingQuestion(p.PersonId, kind, Purpose.Coordination, change.Now, PartyId: p.Id)).Permitted)
            .Select(p => (p.Id, p.PersonId));
    }
}

/// <summary>One remark about one thing: what came of it stands beside it.</summary>
public sealed record AlreadySaidWrong : Error;

using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Mine.AnswerRemark;

/// <summary>Stores what came of a remark, once, and tells the citizen that there is something.</summary>
public sealed class AnswerRemarkHandler(CaseChanges changes)
{
    public Task<Outcome<string>> Answer(Guid caseId, Guid remarkId, bool setRight, string? words, Actor by) => changes.InCase(caseId, by, async change =>
    {
        if (await change.Db.Whole<Remark>().FirstOrDefaultAsync(r => r.Id == remarkId && r.CaseId == caseId) is not { } remark)
            return new NotFound();

        var answered = remark.Reply(setRight, words, by.PersonId, change.Now);
        if (!answered.Succeeded)
            return answered.Error!;

        change.Journal("RemarkAnswered", new JournalWords(remark.Kind, "answer", remark.Answer!, by.PersonId));
        var citizen = change.Case.Parties.First(p => p.PersonId == change.Case.CitizenPersonId);
        await Notices.Tell(change, [(citizen.Id, citizen.PersonId)], _ => $"/my/{caseId}/mine/written/{remark.ItemId}");
        return $"/cases/{caseId}/remarks/{remarkId}";
    });
}

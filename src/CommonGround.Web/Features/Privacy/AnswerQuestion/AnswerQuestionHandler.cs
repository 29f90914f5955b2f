using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Looks;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Privacy.AnswerQuestion;

/// <summary>Stores the answer once, and tells the citizen that there is something.</summary>
public sealed class AnswerQuestionHandler(CaseChanges changes)
{
    public Task<Outcome<string>> Answer(Guid caseId, Guid questionId, string? words, Actor by) => changes.InCase(caseId, by, async change =>
    {
        if (await change.Db.Whole<LookQuestion>().FirstOrDefaultAsync(q => q.Id == questionId && q.CaseId == caseId) is not { } question
            || await Holder(change, question) is not { } officer)
            return new NotFound();

        var answered = question.Reply(words, by.PersonId, change.Now);
        if (!answered.Succeeded)
            return answered.Error!;

        change.Journal("LookAnswered", new JournalWords(InformationKind.Feedback, JournalText.AnsweredAboutLook, question.Answer!, change.Case.CitizenPersonId));
        Notices.Tell(change, await change.Db.Persons.SingleAsync(p => p.Id == change.Case.CitizenPersonId),
            $"/my/{caseId}/looked/{question.WriterId}/{question.Position}/ask", $"{officer.Person!.Name}, {officer.Organisation!.Name}");
        return "/privacy";
    });

    private static Task<PrivacyOfficer?> Holder(CaseChange change, LookQuestion question) => change.Db.PrivacyOfficers
        .Include(o => o.Person).Include(o => o.Organisation)
        .Where(o => o.OrganisationId == question.OrganisationId && o.PersonId == change.By.PersonId && o.From <= change.Now && (o.Until == null || o.Until > change.Now))
        .OrderByDescending(o => o.From).FirstOrDefaultAsync();
}

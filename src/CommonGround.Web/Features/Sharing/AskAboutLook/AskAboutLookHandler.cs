using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Looks;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.AskAboutLook;

/// <summary>Puts a look before the privacy officer of the organisation that leads the case. One question about each.</summary>
public sealed class AskAboutLookHandler(CaseChanges changes, LookQuestions asked, LookReader looks, Texts texts)
{
    public Task<Outcome<string>> Ask(Guid caseId, Guid writerId, long position, string? words, Actor by, CancellationToken cancel) =>
        changes.InCase(caseId, by, async change =>
        {
            var citizen = change.Case.CitizenPersonId;
            if (!await looks.Of(citizen, caseId).AnyAsync(l => l.WriterId == writerId && l.Position == position, cancel))
                return new NotFound();
            if (await change.Db.Whole<LookQuestion>().AnyAsync(q => q.CaseId == caseId && q.WriterId == writerId && q.Position == position, cancel))
                return new LookAlreadyAsked();
            if ((await asked.Of(caseId, change.Now, cancel)).Officer is not { } officer)
                return new NoPrivacyOfficer();

            var question = LookQuestion.Ask(caseId, citizen, officer.OrganisationId, writerId, position, words, texts.LocalDay(change.Now),
                officer.AnswerWithinDays, change.Now);
            change.Db.LookQuestions.Add(question);
            change.Journal("LookAskedAbout", question.Text.Length == 0 ? []
                : [new JournalWords(InformationKind.Feedback, JournalText.AskedAboutLook, question.Text, citizen)]);
            Notices.Tell(change, officer.Person, "/privacy", officer.Organisation);
            return AskAboutLookModel.Href(caseId, writerId, position);
        });
}

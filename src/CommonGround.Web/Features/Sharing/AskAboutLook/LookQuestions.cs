using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.AskAboutLook;

/// <summary>Who answers, and what was asked so far, newest first. Null officer: nobody is named.</summary>
public sealed record LooksAsked(NamedOfficer? Officer, IReadOnlyList<LookQuestion> Questions);

/// <summary>The privacy officer of the organisation that leads the case.</summary>
public sealed record NamedOfficer(Guid OrganisationId, string Organisation, Person Person, int AnswerWithinDays);

/// <summary>Reads them for the citizen, in one statement.</summary>
public sealed class LookQuestions(CommonGroundDb db)
{
    public async Task<LooksAsked> Of(Guid caseId, DateTime now, CancellationToken cancel)
    {
        var found = await db.Cases.AsNoTracking().Where(c => c.Id == caseId).Select(c => new
        {
            Officer = (from unit in db.Units
                       join officer in db.PrivacyOfficers on unit.OrganisationId equals officer.OrganisationId
                       where unit.Id == c.UnitId && officer.From <= now && (officer.Until == null || officer.Until > now)
                       orderby officer.From descending
                       select new NamedOfficer(officer.OrganisationId, officer.Organisation!.Name, officer.Person!, officer.AnswerWithinDays)).FirstOrDefault(),
            Questions = db.LookQuestions.Where(q => q.CaseId == c.Id).OrderByDescending(q => q.AskedAt).ToList(),
        }).AsSingleQuery().SingleAsync(cancel);
        return new LooksAsked(found.Officer, found.Questions);
    }
}

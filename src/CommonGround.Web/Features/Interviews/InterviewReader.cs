using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Course;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Interviews;

/// <summary>Finds the interview that an address means, and what its reader may see of the answers.</summary>
public sealed class InterviewReader(CaseReader cases, ProgrammeLibrary programmes, CommonGroundDb db, Disclosures disclosures)
{
    /// <param name="step">The step's key for who leads the interview; null for the respondent, who has one.</param>
    /// <returns>Null where the programme has no such interview, or its respondent is not here (yet).</returns>
    public async Task<InterviewPlace?> Find(string? step)
    {
        var seen = await cases.Read();
        var programme = seen.Course.Programme;
        var role = seen.View.Role;
        var own = role is PartyRole.Citizen or PartyRole.Supervisor;
        var found = programme.Steps.FirstOrDefault(s => s.Kind == StepKind.Interview && s.Form is not null && (own ? s.Participants.Contains(role) : s.Key == step));
        var respondentRole = own ? role : found?.Participants.FirstOrDefault(r => r is PartyRole.Citizen or PartyRole.Supervisor) ?? default;
        if (found is null || seen.Of(respondentRole) is not { } respondent || programmes.Form(found.Form!) is not { } form)
            return null;

        if (!own && respondentRole == PartyRole.Supervisor)
            disclosures.IsOfSupervisor();
        var (address, home) = role switch
        {
            PartyRole.Citizen => ($"/my/{seen.View.CaseId}/interview", $"/my/{seen.View.CaseId}"),
            PartyRole.Supervisor => ($"/work/{seen.View.CaseId}/interview", $"/work/{seen.View.CaseId}"),
            _ => ($"/cases/{seen.View.CaseId}/interview/{found.Key}", $"/cases/{seen.View.CaseId}"),
        };
        return new InterviewPlace(seen.Case, programme, found, form, respondent, address, home);
    }

    /// <summary>The response with those answers that the reader may see; null where there is none, or only a draft of someone else's.</summary>
    public async Task<FormResponse?> Response(InterviewPlace place) => await db.FormResponses.AsNoTracking().Include(r => r.Answers)
        .FirstOrDefaultAsync(r => r.CaseId == place.Case.Id && r.StepKey == place.Step.Key && r.AuthorPersonId == place.Respondent.PersonId);

    /// <summary>The definition that the response answers, else the newest.</summary>
    public Form FormOf(InterviewPlace place, FormResponse? response) =>
        response is null ? place.Form : programmes.FormByHash(response.FormHash) ?? place.Form;
}

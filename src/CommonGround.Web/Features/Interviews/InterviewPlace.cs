using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Interviews;

/// <summary>Which interview, of whom, and as whom one opens it.</summary>
/// <param name="Respondent">Whose answers they are.</param>
/// <param name="Base">Address of the interview's pages.</param>
/// <param name="Home">Where its reader goes back to.</param>
public sealed record InterviewPlace(Case Case, Programme Programme, Step Step, Form Form, Party Respondent, string Base, string Home)
{
    /// <summary>The top groups of the form: one page each.</summary>
    public IReadOnlyList<FormItem> Parts => Form.Items;

    /// <summary>Who wrote an answer down for its author, and when, as far as its reader may know them.</summary>
    public string Entered(StoredAnswer answer, Texts t) =>
        t["interview.entered", t.Name(NameOf(answer.EnteredByPersonId)), t.Date(t.LocalDay(answer.EnteredAt ?? Ids.TimeOf(answer.Id) ?? Case.OpenedAt))];

    public string? NameOf(Guid? person) => Case.Parties.FirstOrDefault(p => p.PersonId == person)?.Person?.Name;

    public bool RespondentIsCitizen => Respondent.Role == PartyRole.Citizen;
}

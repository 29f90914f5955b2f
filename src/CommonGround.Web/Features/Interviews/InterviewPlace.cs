using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Interviews;

/// <summary>Which interview, of whom, and as whom one opens it.</summary>
/// <param name="Respondent">Whose answers they are.</param>
/// <param name="Base">Address of the interview's pages.</param>
/// <param name="Home">Where its reader goes back to.</param>
public sealed record InterviewPlace(Case Case, Programme Programme, Step Step, Form Form, Party Respondent, string Base, string Home)
{
    /// <summary>The top groups of the form: one page each.</summary>
    public IReadOnlyList<FormItem> Parts => Form.Items;

    public bool RespondentIsCitizen => Respondent.Role == PartyRole.Citizen;
}

using System.ComponentModel.DataAnnotations;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Invitations.Invite;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Invitations.WriteContact;

/// <summary>What someone is called and how they are reached, written by the coordinator before they have come in.</summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator)]
public sealed class WriteContactModel(InvitedPeople invited, WriteContactHandler handler, Texts texts) : PageModel
{
    [BindProperty, Required, StringLength(ContactDetails.Longest)]
    public string? GivenName { get; set; }

    [BindProperty, Required, StringLength(ContactDetails.Longest)]
    public string? FamilyName { get; set; }

    [BindProperty, StringLength(ContactDetails.Longest)]
    public string? Email { get; set; }

    [BindProperty, StringLength(ContactDetails.Longest)]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    /// <summary>What stood there when the form was opened.</summary>
    [BindProperty]
    public string? Before { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    public InvitedPerson Whose { get; private set; } = default!;

    /// <summary>What someone else wrote meanwhile; null where nobody did.</summary>
    public ContactDetails? Meanwhile { get; private set; }

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public IReadOnlyList<Choice> LanguageChoices => [.. Languages.All.Select(code => new Choice(code, texts["language.name." + code]))];

    public async Task<IActionResult> OnGet(Guid partyId)
    {
        if (!await Load(partyId))
            return NotFound();

        var stands = Whose.Contact;
        (GivenName, FamilyName, Email, Phone, Language) = (stands.GivenName, stands.FamilyName, stands.Email, stands.Phone, stands.Language);
        Before = WriteContactHandler.Stamp(stands);
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid partyId)
    {
        if (!await Load(partyId))
            return NotFound();

        Check();
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status422UnprocessableEntity);

        var written = ContactDetails.Written(GivenName, FamilyName, Email, Phone, Language!);
        var outcome = await handler.Write(CaseId, partyId, written, Before ?? "", HttpContext.Access().Acting(CommandId));
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "contact.done");
        if (outcome.Error is not ChangedMeanwhile)
        {
            ModelState.Refuse(outcome.Error!, texts);
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        Meanwhile = Whose.Contact;
        Before = WriteContactHandler.Stamp(Meanwhile);
        ModelState.Remove(nameof(Before));
        return Again(StatusCodes.Status409Conflict);
    }

    private void Check()
    {
        if (!ContactDetails.IsAddress(Email))
            ModelState.AddModelError(nameof(Email), texts["form.email"]);
        if (!Languages.Knows(Language))
            ModelState.AddModelError(nameof(Language), texts["form.required"]);
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> Load(Guid partyId)
    {
        if ((await invited.In(CaseId, HttpContext.Access().Now)).FirstOrDefault(p => p.PartyId == partyId && p.ComingIn.IsOursToWrite) is not { } found)
            return false;

        Whose = found;
        return true;
    }
}

using System.ComponentModel.DataAnnotations;
using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.MyAccount.WriteOwnContact;

/// <summary>How I am reached: written by oneself, once one has come in. Of those who work here their organisation keeps it.</summary>
[SignedIn]
public sealed class WriteOwnContactModel(CommonGroundDb db, OwnAccount own, Texts texts) : PageModel
{
    private const string Here = "/account/contact";

    [BindProperty, StringLength(ContactDetails.Longest)]
    public string? Email { get; set; }

    [BindProperty, StringLength(ContactDetails.Longest)]
    public string? Phone { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (await own.AskForProof(Here) is { } proof)
            return proof;
        if (await own.WorksHere())
            return NotFound();

        var me = await own.Person();
        (Email, Phone) = (me.Email, me.Phone);
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid commandId)
    {
        if (await own.AskForProof(Here) is { } proof)
            return proof;
        if (await own.LedTo(commandId) is { } led)
            return LocalRedirect(led);
        if (await own.WorksHere())
            return NotFound();

        if (!ContactDetails.IsAddress(Email))
            ModelState.AddModelError(nameof(Email), texts["form.email"]);
        if (!ModelState.IsValid)
            return Page();

        var me = await own.Person();
        var written = ContactDetails.Written(me.GivenName, me.FamilyName, Email, Phone, me.Language);
        if (written == ContactDetails.Of(me))
            return LocalRedirect("/account");

        (me.Email, me.Phone) = (written.Email, written.Phone);
        db.Note(own.Context, me.Id, SecurityEventKind.ContactChanged, own.Now);
        await own.Save(commandId);
        return LocalRedirect("/account").Done(HttpContext, "account.contact.done");
    }
}

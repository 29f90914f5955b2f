using CommonGround.Domain.Accounts;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.MyAccount.ChangePasskey;

/// <summary>Names one of my passkeys anew, or removes it.</summary>
[SignedIn]
public sealed class ChangePasskeyModel(CommonGroundDb db, OwnAccount own, Sessions sessions, Texts texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    public string Called { get; private set; } = "";

    public bool IsLastWay { get; private set; }

    public async Task<IActionResult> OnGet(string id)
    {
        if (await Find(id) is not { } passkey)
            return NotFound();

        Name = passkey.Name;
        return Page();
    }

    public async Task<IActionResult> OnPost(string id)
    {
        if (await Find(id) is not { } passkey)
            return NotFound();

        var name = Name?.Trim() ?? "";
        if (name.Length is 0 or > Passkeys.LongestName)
        {
            ModelState.AddModelError(nameof(Name), texts["account.passkey.name-missing"]);
            return Page();
        }

        passkey.Name = name;
        await db.SaveChangesAsync();
        return LocalRedirect("/account").Done(HttpContext, "account.passkey.named");
    }

    public async Task<IActionResult> OnPostRemove(string id, Guid commandId)
    {
        if (await own.LedTo(commandId) is { } led)
            return LocalRedirect(led);
        if (await Find(id) is not { } passkey)
            return NotFound();
        if (await own.AskForProof($"/account/passkeys/{id}") is { } proof)
            return proof;

        db.Passkeys.Remove(passkey);
        own.Changed(await own.Person(), SecurityEventKind.PasskeyRemoved);
        if (!await own.Save(commandId))
            return LocalRedirect("/account");

        await sessions.EndOthers(HttpContext, own.PersonId);
        return LocalRedirect("/account").Done(HttpContext, "account.passkey.removed");
    }

    private async Task<Passkey?> Find(string id)
    {
        if (id.Length is 0 or > 4096 || id.Length % 2 != 0 || !id.All(char.IsAsciiHexDigit))
            return null;

        var (credential, me) = (Convert.FromHexString(id), own.PersonId);
        var passkey = await db.Passkeys.FirstOrDefaultAsync(p => p.CredentialId == credential && p.PersonId == me);
        if (passkey is null)
            return null;

        Called = passkey.Name;
        IsLastWay = await own.Find() is not { HasPassword: true } && await db.Passkeys.CountAsync(p => p.PersonId == me) == 1;
        return passkey;
    }
}

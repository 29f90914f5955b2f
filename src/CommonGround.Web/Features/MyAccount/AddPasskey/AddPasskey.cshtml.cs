using CommonGround.Domain.Accounts;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.MyAccount.AddPasskey;

/// <summary>Adds a passkey of this device, or of one that is held beside it.</summary>
[SignedIn]
public sealed class AddPasskeyModel(CommonGroundDb db, OwnAccount own, Passkeys passkeys, Texts texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (await own.AskForProof("/account/passkeys/add") is { } proof)
            return proof;

        var device = Device.Of(Request.Headers.UserAgent.ToString());
        Name = texts["account.device", texts[$"browser.{device.Browser}"], texts[$"system.{device.System}"]];
        return Page();
    }

    /// <summary>For the script: what to ask the browser for.</summary>
    public async Task<IActionResult> OnPostAsk() => await own.AskForProof("/account/passkeys/add") is not null
        ? Forbid() : Content(await passkeys.AskForNew(HttpContext, await own.Person()), "application/json");

    public async Task<IActionResult> OnPost(string? answer)
    {
        if (await own.AskForProof("/account/passkeys/add") is { } proof)
            return proof;

        var name = Name?.Trim() ?? "";
        if (name.Length is 0 or > Passkeys.LongestName)
        {
            ModelState.AddModelError(nameof(Name), texts["account.passkey.name-missing"]);
            return Page();
        }

        var account = await own.FindOrMake();
        own.Changed(await own.Person(), SecurityEventKind.PasskeyAdded);
        var added = await passkeys.Add(HttpContext, account, answer ?? "", name);
        if (added.Succeeded)
            return LocalRedirect("/account").Done(HttpContext, "account.passkey.done");

        db.ChangeTracker.Clear();
        ModelState.AddModelError("", texts["account.passkey.not"]);
        return Page();
    }
}

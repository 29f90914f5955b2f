using CommonGround.Domain.Accounts;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.MyAccount.SetAuthenticator;

/// <summary>Ties an authenticator app to the account. Nothing is stored before the app has shown its first code.</summary>
[SignedIn]
public sealed class SetAuthenticatorModel(OwnAccount own, Authenticators authenticators, RecoveryCodes recovery, Sessions sessions, Texts texts) : PageModel
{
    /// <summary>The new key, sealed: the app and this form have it, and nobody else.</summary>
    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public byte[] Key { get; private set; } = [];

    public string Link { get; private set; } = "";

    public bool HasOne { get; private set; }

    /// <summary>Shown now, and never again.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await own.AskForProof("/account/authenticator") is { } proof)
            return proof;

        return await Offer() ? Page() : LocalRedirect("/account/password");
    }

    public async Task<IActionResult> OnPost(Guid commandId)
    {
        if (await own.AskForProof("/account/authenticator") is { } proof)
            return proof;
        // The codes were shown once: here are new ones to be had.
        if (await own.LedTo(commandId) is { } led)
            return LocalRedirect(led);
        if (!await Offer())
            return LocalRedirect("/account/password");
        if (authenticators.Offered(own.PersonId, Secret) is not { } key)
            return BadRequest();
        if (TimeCode.Match(key, Code ?? "", own.Now, lastStep: 0) is not { } step)
        {
            ModelState.AddModelError(nameof(Code), texts["account.authenticator.wrong"]);
            return Page();
        }

        var account = (await own.Find())!;
        account.SetAuthenticator(authenticators.Seal(key), step, own.Now);
        var codes = await recovery.Make(own.PersonId);
        own.Changed(await own.Person(), SecurityEventKind.AuthenticatorSet);
        if (!await own.Save(commandId, "/account/recovery-codes"))
            return LocalRedirect("/account/recovery-codes");

        await sessions.EndOthers(HttpContext, own.PersonId);
        Codes = codes;
        return Page();
    }

    /// <summary>False where there is no password that it could stand beside.</summary>
    private async Task<bool> Offer()
    {
        if (await own.Find() is not { HasPassword: true } account)
            return false;

        HasOne = account.HasAuthenticator;
        Secret ??= authenticators.Offer(own.PersonId);
        Key = authenticators.Offered(own.PersonId, Secret) ?? [];
        Link = Authenticators.Link(Key, account.SignInName!);
        return true;
    }
}

using CommonGround.Domain.Accounts;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.MyAccount.MakeRecoveryCodes;

/// <summary>New recovery codes in the place of the earlier ones; shown in the answer that makes them, and never again.</summary>
[SignedIn]
public sealed class MakeRecoveryCodesModel(OwnAccount own, RecoveryCodes recovery) : PageModel
{
    public IReadOnlyList<string>? Codes { get; private set; }

    /// <summary>The same form came twice: they were shown the first time.</summary>
    public bool ShownBefore { get; private set; }

    public async Task<IActionResult> OnGet() => await own.AskForProof("/account/recovery-codes") ?? (await Has() ? Page() : LocalRedirect("/account"));

    public async Task<IActionResult> OnPost(Guid commandId)
    {
        if (await own.AskForProof("/account/recovery-codes") is { } proof)
            return proof;
        if (!await Has())
            return LocalRedirect("/account");

        var codes = await recovery.Make(own.PersonId);
        own.Changed(await own.Person(), SecurityEventKind.RecoveryCodesMade);
        ShownBefore = !await own.Save(commandId);
        Codes = ShownBefore ? null : codes;
        return Page();
    }

    private async Task<bool> Has() => await own.Find() is { HasAuthenticator: true };
}

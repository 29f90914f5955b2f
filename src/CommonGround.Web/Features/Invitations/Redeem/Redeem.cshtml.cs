using CommonGround.Domain;
using CommonGround.Domain.Accounts;
using CommonGround.Domain.Invitations;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Invitations.Redeem;

/// <summary>
/// Where an invitation's link leads. Opening it asks nothing of the database: it looks the same for every token, also one that is not.
/// </summary>
[OpenToAll]
public sealed class RedeemModel(RedeemHandler handler, Sessions sessions, Texts texts) : PageModel
{
    // A real token has 16 letters and three dashes; whatever is longer was not written by us.
    private const int Longest = 40;

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>A new one was asked for. It says so whether or not one is on its way.</summary>
    public bool AskedAnew { get; private set; }

    /// <summary>It came from the machine, and a new one does too: see <see cref="InvitationKey.PathToWork"/>.</summary>
    public bool ToWork { get; private set; }

    public void OnGet(string? to) => ToWork = to is not null;

    public async Task<IActionResult> OnPost(string token, string? to, Guid commandId)
    {
        ToWork = to is not null;
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), texts["redeem.code-missing"]);
            return Page();
        }

        if (token.Length > Longest || Code.Length > Longest)
            return Refused(new InvitationNotUsable());

        // Whoever shares a browser would come in as somebody else without a word.
        if (SignedInAs.Of(User) is { } other && !await handler.IsFor(token, other.PersonId))
        {
            ModelState.AddModelError(nameof(Code), texts["redeem.signed-in"]);
            return Page();
        }

        var outcome = await handler.Redeem(token, Code, commandId);
        if (outcome.Error is { } error)
        {
            ToWork = await handler.IsToWork(token);
            return Refused(error);
        }

        var came = outcome.Value;
        // Whoever is in already stays in: a form sent twice would otherwise come the second time from a session that the first one ended.
        if (SignedInAs.Of(User) is not { } here || (came.Proved && !await sessions.HasProved(here)))
            await sessions.Begin(HttpContext, came.Person, SessionWay.Invitation, came.Proved);
        return came.ToWork ? LocalRedirect("/account") : came.Proved ? LocalRedirect("/").Done(HttpContext, "redeem.next-time") : LocalRedirect("/");
    }

    public async Task<IActionResult> OnPostAnew(string token, Guid commandId)
    {
        ToWork = token.Length <= Longest && await handler.IsToWork(token);
        if (!ToWork && token.Length <= Longest)
            await handler.Renew(token, commandId);
        AskedAnew = !ToWork;
        ModelState.Clear();
        return Page();
    }

    private PageResult Refused(Error error)
    {
        ModelState.AddModelError(nameof(Code), texts[error is InvitationUsed && ToWork ? "refused.InvitationUsed.to-work" : $"refused.{error.Name}"]);
        return Page();
    }
}

using CommonGround.Domain.Accounts;
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

    public void OnGet()
    {
        // Nothing: see the class.
    }

    public async Task<IActionResult> OnPost(string token, Guid commandId)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), texts["redeem.code-missing"]);
            return Page();
        }

        if (token.Length > Longest || Code.Length > Longest)
            return NotUsable();

        var outcome = await handler.Redeem(token, Code, commandId);
        if (!outcome.Succeeded)
            return NotUsable();

        var came = outcome.Value;
        await sessions.Begin(HttpContext, came.Person, SessionWay.Invitation, came.Proved);
        return came.ToWork ? LocalRedirect("/account") : came.Proved ? LocalRedirect("/").Done(HttpContext, "redeem.next-time") : LocalRedirect("/");
    }

    public async Task<IActionResult> OnPostAnew(string token, Guid commandId)
    {
        if (token.Length <= Longest)
            await handler.Renew(token, commandId);
        AskedAnew = true;
        ModelState.Clear();
        return Page();
    }

    private PageResult NotUsable()
    {
        ModelState.AddModelError(nameof(Code), texts["refused.InvitationNotUsable"]);
        return Page();
    }
}

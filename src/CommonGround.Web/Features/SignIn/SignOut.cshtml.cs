using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.SignIn;

/// <summary>Ends the session in this browser.</summary>
[OpenToAll]
public sealed class SignOutModel(Sessions sessions) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPost()
    {
        await sessions.End(HttpContext);
        return LocalRedirect("/");
    }
}

using System.Security.Claims;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Start;

/// <summary>Leads each person to the first page that is theirs.</summary>
[OpenToAll]
public sealed class StartModel(MyParts parts, DemoMode demo) : PageModel
{
    public async Task<IActionResult> OnGet() =>
        Guid.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), out var personId)
            ? LocalRedirect((await parts.Of(personId)).FirstPage)
            : LocalRedirect(demo.On ? "/demo" : "/sign-in");
}

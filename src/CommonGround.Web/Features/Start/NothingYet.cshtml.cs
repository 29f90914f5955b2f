using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Start;

/// <summary>For someone who is signed in and has no part in any case, not yet or not any more: what was handed over to them stays theirs.</summary>
[SignedIn(Purpose.ReadCopy)]
public sealed class NothingYetModel(CopyReading copies) : PageModel
{
    public IReadOnlyList<HeldCopy> Held { get; private set; } = [];

    public bool More => Held.Count == CopyReading.AtOnce;

    public async Task OnGet() => Held = await copies.All(HttpContext.Access().PersonId);
}

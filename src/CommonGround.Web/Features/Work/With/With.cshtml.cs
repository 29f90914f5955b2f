using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Asked;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Work.With;

/// <summary>For whoever the citizen brings: the meetings they come along to, and the plan if they were let in to it.</summary>
[InCase(Purpose.Planning, PartyRole.Companion)]
public sealed class WithModel(CopyReading copies, IEnumerable<IAsk> asks) : PageModel
{
    public CaseView View { get; private set; } = default!;

    public IReadOnlyList<AskedOf> Asked { get; private set; } = [];

    public bool HoldsCopies { get; private set; }

    public async Task OnGet()
    {
        View = HttpContext.CaseView();
        var access = HttpContext.Access();
        Asked = await asks.All(access.PersonId, View.CaseId, access.Now);
        HoldsCopies = await copies.Elsewhere(access.PersonId);
    }
}

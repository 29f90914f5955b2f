using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Copies.ListCopies;

/// <summary>Everything that was handed over to me, in every case, also where my part has ended.</summary>
[SignedIn(Purpose.ReadCopy)]
public sealed class ListCopiesModel(CopyReading copies) : PageModel
{
    public IReadOnlyList<HeldCopy> Held { get; private set; } = [];

    public PagerView? Pager { get; private set; }

    public async Task OnGet()
    {
        var me = HttpContext.Access().PersonId;
        var pages = (await copies.Count(me) + CopyReading.AtOnce - 1) / CopyReading.AtOnce;
        var page = PagerView.Asked(Request, pages);
        Held = await copies.All(me, page: page);
        Pager = PagerView.Numbered(Request, page, pages);
    }
}

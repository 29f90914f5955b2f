using CommonGround.Domain.Accounts;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.MyAccount.SecurityEvents;

/// <summary>Everything that happened to my way in, a year back.</summary>
[SignedIn]
public sealed class SecurityEventsModel(CommonGroundDb db, OwnAccount own) : PageModel
{
    private const int OfAPage = 25;

    public IReadOnlyList<SecurityEvent> Events { get; private set; } = [];

    public PagerView? Pager { get; private set; }

    public async Task OnGet()
    {
        var me = own.PersonId;
        var mine = db.SecurityEvents.AsNoTracking().Where(e => e.PersonId == me);
        var pages = (await mine.CountAsync() + OfAPage - 1) / OfAPage;
        var page = PagerView.Asked(Request, pages);
        Events = await mine.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip((page - 1) * OfAPage).Take(OfAPage).ToListAsync();
        Pager = PagerView.Numbered(Request, page, pages);
    }
}

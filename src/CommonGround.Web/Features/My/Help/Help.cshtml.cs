using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.My.Help;

/// <summary>Someone to call now: one press away from every page of the citizen's.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class HelpModel(CommonGroundDb db, HelpContacts contacts) : PageModel
{
    public Guid CaseId { get; private set; }

    public IReadOnlyList<HelpContact> Contacts { get; private set; } = [];

    public Person? Coordinator { get; private set; }

    public async Task OnGet()
    {
        var view = HttpContext.CaseView();
        CaseId = view.CaseId;
        Contacts = contacts.For(view.Country);
        Coordinator = (await db.Parties.AsNoTracking().Include(p => p.Person)
            .FirstOrDefaultAsync(p => p.CaseId == view.CaseId && p.Role == PartyRole.Coordinator && p.Until == null))?.Person;
    }
}

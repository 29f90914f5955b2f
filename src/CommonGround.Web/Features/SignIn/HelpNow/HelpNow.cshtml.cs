using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.SignIn.HelpNow;

/// <summary>Someone to call now, for whoever is not signed in or cannot sign in. It asks nothing of the database.</summary>
[OpenToAll]
public sealed class HelpNowModel(HelpContacts contacts) : PageModel
{
    public IReadOnlyList<(string Country, IReadOnlyList<HelpContact> Contacts)> Countries => contacts.All;
}

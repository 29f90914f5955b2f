using CommonGround.Domain.Accounts;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Demo.SignInAs;

/// <summary>In the demo: pick who to be.</summary>
[DemoOnly]
public sealed class SignInAsModel(CommonGroundDb db, DemoFile demo, Sessions sessions, Texts texts) : PageModel
{
    public ILookup<string, DemoPerson> Groups { get; private set; } = Enumerable.Empty<DemoPerson>().ToLookup(p => p.Group);

    public async Task OnGet()
    {
        // Those of the demo, and whoever has a part in a case by now; not the many whom an import may have put down.
        var made = demo.People.Select(p => DemoFile.IdOf(p.Key)).ToList();
        var people = await db.Persons.IgnoreQueryFilters(new[] { CommonGroundDb.IdentityFilter })
            .Where(p => made.Contains(p.Id) || db.Parties.IgnoreQueryFilters(new[] { CommonGroundDb.SharingFilter }).Any(part => part.PersonId == p.Id))
            .OrderBy(p => p.SortKeySv).Take(200)
            .Select(p => new { p.Id, Name = p.ProtectedIdentity ? "" : p.GivenName + " " + p.FamilyName, IsCitizen = p.NationalId != null })
            .ToListAsync();
        var members = await db.Memberships.Select(m => new { m.PersonId, m.Role, Unit = m.Unit!.Name }).ToDictionaryAsync(m => m.PersonId);
        var officers = await db.PrivacyOfficers.OrderBy(o => o.Organisation!.Name).Select(o => new { o.PersonId, o.Organisation!.Name }).ToListAsync();
        var answers = officers.ToLookup(o => o.PersonId, o => o.Name);
        Groups = people.Select(p => members.TryGetValue(p.Id, out var m)
                ? new DemoPerson(p.Id, p.Name.Length > 0 ? p.Name : texts["demo.protected"], m.Unit, texts["role." + m.Role])
                : answers.Contains(p.Id) ? new DemoPerson(p.Id, p.Name.Length > 0 ? p.Name : texts["demo.protected"], texts["demo.privacy"], string.Join(", ", answers[p.Id]))
                : p.IsCitizen ? new DemoPerson(p.Id, p.Name.Length > 0 ? p.Name : texts["demo.protected"], texts["demo.citizens"], texts["role.Citizen"])
                : new DemoPerson(p.Id, p.Name.Length > 0 ? p.Name : texts["demo.protected"], texts["demo.workplace"], texts["demo.workplace-part"]))
            .ToLookup(p => p.Group);
    }

    public async Task<IActionResult> OnPost(Guid personId)
    {
        if (await db.Persons.IgnoreQueryFilters([CommonGroundDb.IdentityFilter]).FirstOrDefaultAsync(p => p.Id == personId) is not { } person)
            return NotFound();

        await sessions.Begin(HttpContext, person, SessionWay.Demo, proved: true);
        return LocalRedirect("/");
    }

    public sealed record DemoPerson(Guid Id, string Name, string Group, string Part);
}

using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Emergencies;
using CommonGround.Web.Features.Shared.Seen;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Emergency.ReadInEmergency;

/// <summary>What was opened in an emergency, kind by kind, to be read only; and until when. Nothing else of the case opens with it.</summary>
[OpenedInEmergency]
public sealed class ReadInEmergencyModel(CommonGroundDb db, SeenBy seenBy, EmergencyHandler handler, Disclosures disclosures, Texts texts) : PageModel
{
    public EmergencyAccess Opened { get; private set; } = default!;

    public string Name { get; private set; } = "";

    public IReadOnlyDictionary<InformationKind, IReadOnlyList<SeenText>> Seen { get; private set; } =
        new Dictionary<InformationKind, IReadOnlyList<SeenText>>();

    public IEnumerable<InformationKind> NothingNow => Opened.Kinds.Order().Where(kind => !Seen.ContainsKey(kind));

    public async Task OnGet()
    {
        var (view, access) = (HttpContext.CaseView(), HttpContext.Access());
        await Load();
        Seen = await seenBy.Now(view.CaseId, access.PersonId, null, opensJournal: true, access.Now, texts, Purpose.Emergency);
        // The reason is theirs to have written, not a thing about the citizen to be read.
        Seen = Seen.Where(s => Opened.Kinds.Contains(s.Key)).ToDictionary(s => s.Key, s => s.Value);
        Name = view.Sees(InformationKind.Contact)
            ? await db.Persons.AsNoTracking().Where(p => p.Id == view.CitizenPersonId).Select(p => p.GivenName + " " + p.FamilyName).FirstOrDefaultAsync() ?? "" : "";
        disclosures.Add(view.CitizenPersonId, view.CaseId, [.. Seen.Keys, .. Name.Length > 0 ? new[] { InformationKind.Contact } : []]);
    }

    public async Task<IActionResult> OnPostEnd(Guid commandId)
    {
        await Load();
        var outcome = await handler.End(HttpContext.CaseView().CaseId, Opened.Id, "/episodes", HttpContext.Access().Acting(commandId));
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "emergency.ended");

        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }

    private async Task Load()
    {
        var (caseId, access) = (HttpContext.CaseView().CaseId, HttpContext.Access());
        Opened = await db.EmergencyAccesses.AsNoTracking().SingleAsync(e =>
            e.CaseId == caseId && e.PersonId == access.PersonId && e.From <= access.Now && e.Until > access.Now && e.EndedAt == null);
    }
}

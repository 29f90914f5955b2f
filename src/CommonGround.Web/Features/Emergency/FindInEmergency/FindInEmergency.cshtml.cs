using System.ComponentModel.DataAnnotations;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Emergency.FindInEmergency;

/// <summary>
/// Whoever has a case stands in no list of those who have no part in it. Whoever must avert harm knows who the person is: by that the case is
/// found, and the person learns that it was looked for.
/// </summary>
[InUnit(Purpose.Intake, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit)]
public sealed class FindInEmergencyModel(FindInEmergencyHandler handler, Disclosures disclosures, Texts texts) : PageModel
{
    [BindProperty, StringLength(200)]
    public string? Whose { get; set; }

    public bool WasSought { get; private set; }

    public FoundCase? Found { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPost()
    {
        if (string.IsNullOrWhiteSpace(Whose))
            ModelState.AddModelError(nameof(Whose), texts["emergency.find.whose-missing"]);
        if (!ModelState.IsValid)
            return;

        var access = HttpContext.Access();
        WasSought = true;
        Found = await handler.Find(access.InUnit!.UnitId, Whose!, texts.LocalDay(access.Now));
        if (Found is null)
            return;

        disclosures.Searched();
        disclosures.Add(Found.CitizenPersonId, Found.CaseId, InformationKind.Contact);
    }
}

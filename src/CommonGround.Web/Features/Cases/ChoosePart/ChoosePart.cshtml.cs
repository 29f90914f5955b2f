using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Cases.ChoosePart;

/// <summary>Whoever has several parts in a case says in which of them they act now (need N16). Shows nobody: nothing of the case is read here.</summary>
[InCase(Purpose.Own), ChoosesPart]
public sealed class ChoosePartModel(ChoosePartHandler handler) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public Guid Part { get; set; }

    public IReadOnlyList<OwnPart> Parts => HttpContext.CaseView().Parts;

    /// <summary>Null before the first choice.</summary>
    public Guid? Chosen { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (Parts.Count == 1)
            return LocalRedirect(Back(Parts[0].Role));

        Chosen = await handler.Chosen(HttpContext.CaseView().CaseId);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (Parts.FirstOrDefault(p => p.PartyId == Part) is not { } chosen)
            return NotFound();

        await handler.Choose(HttpContext.CaseView().CaseId, chosen.PartyId);
        return LocalRedirect(Back(chosen.Role));
    }

    private string Back(PartyRole role)
    {
        var caseId = HttpContext.CaseView().CaseId;
        return To is { } to && Url.IsLocalUrl(to) && to.Contains(caseId.ToString(), StringComparison.OrdinalIgnoreCase) ? to
            : MyPart.HomeOf(role, caseId);
    }
}

using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Course;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Cases.WhoTakesPart;

/// <summary>
/// The coordinator sees who takes part, in which hat, and brings in those who need no yes: colleagues of the organisation that leads the
/// case. Someone may have a second part; then they choose in which they act.
/// </summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator)]
public sealed class WhoTakesPartModel(CaseReader cases, Colleagues colleagues, WhoTakesPartHandler handler, SharingMatrices matrices, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty]
    public PartyRole? Role { get; set; }

    [BindProperty]
    public bool Treats { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    public CaseInView Seen { get; private set; } = default!;

    /// <summary>Found by name; null before a search.</summary>
    public FoundColleagues? Found { get; private set; }

    /// <summary>Who is about to be brought in.</summary>
    public Colleague? Chosen { get; private set; }

    /// <summary>What they can be here: what the programme and the law of the country know, and what needs no yes.</summary>
    public IReadOnlyList<Choice> Roles => [.. Seen.Course.Programme.Parts.Keys.Where(WhoTakesPartHandler.IsBroughtIn).Order()
        .Select(role => new Choice(role.ToString(), texts["role." + role], texts["hat." + matrices.For(Seen.View.Country).HatOf(role)]))];

    /// <summary>Who could lead the case instead.</summary>
    public IReadOnlyList<Choice> Successors { get; private set; } = [];

    [BindProperty]
    public Guid? Successor { get; set; }

    /// <summary>The citizen says that something is not right which nobody in the case may read: someone who may is to come in.</summary>
    public bool SomebodyIsMissing { get; private set; }

    public string Here => $"/cases/{Seen.View.CaseId}/people";

    public async Task<IActionResult> OnGet()
    {
        await Load();
        if (Chosen is null)
            return Person is null ? Page() : NotFound();

        Role = Roles.Any(r => r.Value == Chosen.Role.ToString()) ? Chosen.Role : null;
        Treats = Chosen.Treats;
        return Page();
    }

    public async Task<IActionResult> OnPostAdd()
    {
        await Load();
        if (Chosen is null)
            return NotFound();
        if (Role is not { } role || Roles.All(r => r.Value != role.ToString()))
        {
            ModelState.AddModelError(nameof(Role), texts["people.check.role"]);
            return Again();
        }

        return Answer(await handler.Add(Seen.View.CaseId, Chosen.PersonId, role, Treats, By), "people.added");
    }

    public async Task<IActionResult> OnPostEnd(Guid party)
    {
        Person = null;
        await Load();
        return Answer(await handler.End(Seen.View.CaseId, party, By), "people.ended");
    }

    public async Task<IActionResult> OnPostHandOver()
    {
        Person = null;
        await Load();
        if (Successor is not { } successor || Successors.All(s => s.Value != successor.ToString()))
        {
            ModelState.AddModelError(nameof(Successor), texts["people.check.successor"]);
            return Again();
        }

        return Answer(await handler.HandOverLead(Seen.View.CaseId, successor, By), "people.handed-over");
    }

    private Actor By => HttpContext.Access().Acting(CommandId);

    private IActionResult Answer(Outcome<string> outcome, string said)
    {
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, said);

        ModelState.Refuse(outcome.Error!, texts, outcome.Error is AlreadyAParty or OneCertifyingDoctor ? nameof(Role) : "");
        return Again();
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task Load()
    {
        Seen = await cases.Read();
        var now = HttpContext.Access().Now;
        if (Person is { } person)
            Chosen = await colleagues.Of(Seen.Case.UnitId, person, now);
        else if (!string.IsNullOrWhiteSpace(Find))
            Found = await colleagues.Named(Seen.Case.UnitId, Find, now);
        if (Person is null)
            SomebodyIsMissing = await handler.IsSomebodyMissing(Seen);
        if (Person is null)
            Successors = [.. (await colleagues.WhoCouldLead(Seen.Case.UnitId, now)).Where(c => c.PersonId != HttpContext.Access().PersonId)
                .Select(c => new Choice(c.PersonId.ToString(), c.Name))];
    }
}

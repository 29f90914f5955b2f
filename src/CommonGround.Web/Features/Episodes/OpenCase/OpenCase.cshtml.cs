using System.ComponentModel.DataAnnotations;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Infrastructure.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Episodes.OpenCase;

/// <summary>Before a case is opened: what it is, which programme, and who leads it.</summary>
[About<Episode>]
[InUnit(Purpose.Intake, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit)]
public sealed class OpenCaseModel(
    CommonGroundDb db, IntakeReader intake, OpenCaseHandler handler, ProgrammeLibrary library, Disclosures disclosures, Texts texts) : PageModel
{
    [BindProperty]
    public string? Programme { get; set; }

    [BindProperty]
    public Guid? Coordinator { get; set; }

    [BindProperty, StringLength(ContactDetails.Longest)]
    public string? GivenName { get; set; }

    [BindProperty, StringLength(ContactDetails.Longest)]
    public string? FamilyName { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    public Episode Episode { get; private set; } = default!;

    /// <summary>A sick note may name its patient by number alone. From here on people meet each other: the name is asked for.</summary>
    public bool NameIsMissing => Episode.Person?.Name is { Length: 0 };

    public IReadOnlyList<Programme> Programmes { get; private set; } = [];

    public IReadOnlyList<Choice> Coordinators { get; private set; } = [];

    public IReadOnlyList<Choice> ProgrammeChoices => [.. Programmes.Select(p => new Choice(p.Key, p.Title.In(texts.Language), p.Say(p.Summary, texts.Language, new Dictionary<PartyRole, string>())))];

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (!await Load(id))
            return NotFound();
        if (Episode.CaseId is not null)
            return Redirect($"/episodes/{id}");

        var me = HttpContext.Access().PersonId;
        Coordinator = Coordinators.Any(c => c.Value == me.ToString()) ? me : null;
        Programme = Programmes.Count == 1 ? Programmes[0].Key : null;
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (!await Load(id))
            return NotFound();

        var programme = Programmes.Count == 1 ? Programmes[0] : Programmes.FirstOrDefault(p => p.Key == Programme);
        if (programme is null)
            ModelState.AddModelError(nameof(Programme), texts["open-case.choose-programme"]);
        if (Coordinator is null)
            ModelState.AddModelError(nameof(Coordinator), texts["open-case.choose-coordinator"]);
        if (NameIsMissing)
            CheckName();
        if (!ModelState.IsValid)
            return Page();

        var access = HttpContext.Access();
        var outcome = await handler.Open(Episode.UnitId, id, programme!, Coordinator!.Value, NameIsMissing ? (GivenName!, FamilyName!) : null, access.Acting(CommandId));
        if (outcome.Succeeded)
            return Redirect(outcome.Value).Done(HttpContext, "open-case.done");

        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }

    private void CheckName()
    {
        foreach (var (field, text) in new[] { (nameof(GivenName), GivenName), (nameof(FamilyName), FamilyName) })
        {
            if (string.IsNullOrWhiteSpace(text))
                ModelState.AddModelError(field, texts["form.required"]);
        }
    }

    private async Task<bool> Load(Guid id)
    {
        var seen = await intake.Read();
        var episode = seen.Sees(InformationKind.Contact)
            ? await db.Episodes.AsNoTracking().Include(e => e.Person).FirstOrDefaultAsync(e => e.Id == id && seen.Units.Contains(e.UnitId))
            : null;
        if (episode is null)
            return false;

        Episode = episode;
        disclosures.Add(episode.PersonId, episode.CaseId, InformationKind.Contact);
        var access = HttpContext.Access();
        var country = access.InUnit!.Unit!.Organisation!.Country;
        Programmes = [.. library.Programmes.Where(p => p.Country == country).OrderBy(p => p.Title.In(texts.Language), StringComparer.Create(texts.Culture, false))];
        var colleagues = await db.Memberships.AsNoTracking().Include(m => m.Person)
            .Where(m => m.UnitId == episode.UnitId && m.PersonId != episode.PersonId && m.Role == PartyRole.Coordinator && m.From <= access.Now && (m.Until == null || m.Until > access.Now)).ToListAsync();
        Coordinators =
        [
            .. colleagues.OrderByDescending(m => m.PersonId == access.PersonId).ThenBy(m => m.Person!.SortKeySv, StringComparer.Ordinal)
                .Select(m => new Choice(m.PersonId.ToString(), m.PersonId == access.PersonId ? texts["open-case.me", m.Person!.Name] : m.Person!.Name)),
        ];
        return true;
    }
}

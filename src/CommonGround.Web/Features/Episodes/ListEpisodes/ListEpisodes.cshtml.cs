using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Episodes.ListEpisodes;

/// <summary>The unit's sick-leave episodes, under its intake grant: whom the unit may offer help.</summary>
[InUnit(Purpose.Intake, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit)]
public sealed class ListEpisodesModel(
    CommonGroundDb db, IntakeReader intake, IntakeRules rules, Diagnoses diagnoses, Disclosures disclosures, MyParts mine, Texts texts, TimeProvider clock)
    : PageModel
{
    private const int OnAPage = 25;

    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Length { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Degree { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Ends { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public IReadOnlyList<EpisodeRow> Rows { get; private set; } = [];

    public int All { get; private set; }

    public int Ongoing { get; private set; }

    public int Found { get; private set; }

    public bool ShowsHealth { get; private set; }

    public IntakeRule? Rule { get; private set; }

    public PagerView? Pager { get; private set; }

    public IReadOnlySet<Guid> MyCases { get; private set; } = new HashSet<Guid>();

    public async Task OnGet()
    {
        var seen = await intake.Read();
        var today = texts.LocalDay(clock.UtcNow());
        Rule = rules.Say(seen.Rule, today);
        ShowsHealth = seen.Sees(InformationKind.Health);
        if (!seen.Sees(InformationKind.Leave) || !seen.Sees(InformationKind.Contact))
            return;

        MyCases = (await mine.Of(HttpContext.Access().PersonId)).Parts.Where(p => p.Role != PartyRole.Citizen).Select(p => p.CaseId).ToHashSet();
        var mineOnly = db.Episodes.AsNoTracking().Where(e => seen.Units.Contains(e.UnitId));
        var counts = await mineOnly.GroupBy(_ => 1).Select(g => new { All = g.Count(), Ongoing = g.Count(e => e.From <= today && e.To >= today) }).FirstOrDefaultAsync();
        (All, Ongoing) = (counts?.All ?? 0, counts?.Ongoing ?? 0);
        if (!string.IsNullOrWhiteSpace(Find))
            disclosures.Searched();
        var filter = new EpisodeFilter(Find, Length, Degree, Ends, Sort);
        var found = filter.Narrow(mineOnly, today);
        Found = filter.Narrows ? await found.CountAsync() : All;
        var pages = Math.Max(1, (Found + OnAPage - 1) / OnAPage);
        var number = PagerView.Asked(Request, pages);
        var page = await filter.Order(found, today, texts.Language == "da").Skip((number - 1) * OnAPage).Take(OnAPage).Include(e => e.Person).ToListAsync();
        Rows = await RowsOf(page, today);
        Pager = PagerView.Numbered(Request, number, pages);
    }

    private async Task<IReadOnlyList<EpisodeRow>> RowsOf(List<Episode> page, DateOnly today)
    {
        var ids = page.Select(e => e.Id).ToList();
        var spans = (await db.EpisodeSpans.AsNoTracking().Where(s => ids.Contains(s.EpisodeId)).OrderBy(s => s.From).ToListAsync()).ToLookup(s => s.EpisodeId);
        var health = ShowsHealth ? await diagnoses.Of(spans.SelectMany(g => g)) : DiagnosesOfCertificates.None;
        foreach (var episode in page)
            disclosures.Add(episode.PersonId, episode.CaseId, InformationKind.Contact);
        return [.. page.Select(e => EpisodeRow.Of(e, [.. spans[e.Id]], today, health.Latest(spans[e.Id])))];
    }
}

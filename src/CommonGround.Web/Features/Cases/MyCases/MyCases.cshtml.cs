using CommonGround.Domain.Cases;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Course;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Cases.MyCases;

/// <summary>A professional's cases by what is due: where each is, whom it waits for, by when.</summary>
[SignedIn(Purpose.Coordination)]
public sealed class MyCasesModel(CommonGroundDb db, MyParts mine, CaseCourses courses, CaseMaps maps, Disclosures disclosures, SharingMatrices matrices, Texts texts) : PageModel
{
    private const int OnAPage = 25;

    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    /// <summary>late, mine, or nothing for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>due (default), name or day; with a minus before it, falling.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public IReadOnlyList<CaseRow> Rows { get; private set; } = [];

    public int Found { get; private set; }

    public int All { get; private set; }

    public PagerView? Pager { get; private set; }

    /// <summary>Whether the reader's unit has episodes to open a case from.</summary>
    public bool WorksInCare { get; private set; }

    public async Task OnGet()
    {
        var access = HttpContext.Access();
        var places = await mine.Of(access.PersonId);
        WorksInCare = places.WorksInCare;
        var parts = places.Parts.Where(p => p.Role is not (PartyRole.Citizen or PartyRole.Supervisor or PartyRole.Companion)).ToList();
        var rows = await RowsOf(parts, access.Now);
        All = rows.Count;
        if (!string.IsNullOrWhiteSpace(Find))
            disclosures.Searched();
        var folded = PersonNames.Fold(Find ?? "");
        var found = rows.Where(r => r.Name.SearchKey.Contains(folded, StringComparison.Ordinal))
            .Where(r => Show switch { "late" => r.Late, "mine" => r.WaitsForMe, _ => true }).ToList();
        Found = found.Count;
        var pages = Math.Max(1, (Found + OnAPage - 1) / OnAPage);
        var number = PagerView.Asked(Request, pages);
        Rows = [.. Sorted(found).Skip((number - 1) * OnAPage).Take(OnAPage)];
        foreach (var row in Rows)
            disclosures.Add(row.CitizenPersonId, row.Id, [.. row.Shown]);
        Pager = PagerView.Numbered(Request, number, pages);
    }

    private async Task<List<CaseRow>> RowsOf(List<MyPart> parts, DateTime now)
    {
        // All are loaded to be searched and sorted by what is due; shown are those of one page.
        using var notShown = disclosures.Pause();
        var ids = parts.Select(p => p.CaseId).Distinct().ToList();
        var cases = await db.Cases.AsNoTracking().Include(c => c.Steps)
            .Where(c => ids.Contains(c.Id) && c.ClosedAt == null).ToListAsync();
        var parties = (await db.Parties.AsNoTracking().Include(p => p.Person).Where(p => ids.Contains(p.CaseId)).ToListAsync()).ToLookup(p => p.CaseId);
        return [.. cases.Select(c => Row(c, [.. parts.Where(p => p.CaseId == c.Id).Select(p => p.Role)], [.. parties[c.Id].Where(p => p.IsActive(now))]))];
    }

    private CaseRow Row(Case read, List<PartyRole> roles, List<Party> parties)
    {
        var citizen = parties.Find(p => p.Role == PartyRole.Citizen)?.Person;
        var matrix = matrices.For(read.Country);
        var name = new NameInList(texts.Name(citizen?.Name), citizen?.SearchKey ?? "", texts.Language == "da" ? citizen?.SortKeyDa : citizen?.SortKeySv);
        List<InformationKind> shown = [];
        if (citizen is not null)
            shown.Add(InformationKind.Contact);
        var showsDay = roles.Exists(role => matrix.HoldsByLaw(role, InformationKind.Leave));
        if (showsDay)
            shown.Add(InformationKind.Leave);
        int? day = showsDay ? courses.Today.DayNumber - read.FirstSickDay.DayNumber + 1 : null;
        // Steps that they are not shown would look as if nobody had taken them.
        if (!roles.Exists(role => matrix.HoldsByLaw(role, InformationKind.Attendance)))
            return new CaseRow(read.Id, read.CitizenPersonId, name, day, texts["my-cases.not-shown"], null, null, false, "", false, false, shown);

        shown.Add(InformationKind.Attendance);
        var course = courses.Of(read, read.Steps, parties);
        var names = CaseMaps.Names(parties);
        var now = course.Current;
        // Of several parts, the one that it waits for.
        var role = now is not null && roles.Contains(now.Step.Holder) ? now.Step.Holder : roles[0];
        return new CaseRow(
            read.Id, read.CitizenPersonId, name, day,
            now is null ? texts["my-cases.done"] : maps.Title(course.Programme, now.Step, role, names),
            now is null ? null : maps.When(course.Programme, now, role, names),
            now?.Date?.Day, now?.Overdue == true,
            now is null ? "" : now.Step.Holder == role ? texts["my-cases.you"] : names.TryGetValue(now.Step.Holder, out var holder) ? holder : texts["role." + now.Step.Holder],
            now?.Step.Holder == role, now?.Place == StepPlace.Waiting, shown);
    }

    private IEnumerable<CaseRow> Sorted(List<CaseRow> rows) => Sort switch
    {
        "name" => rows.OrderBy(r => r.Name.SortKey, StringComparer.Ordinal),
        "-name" => rows.OrderByDescending(r => r.Name.SortKey, StringComparer.Ordinal),
        "day" => rows.OrderBy(r => r.Day),
        "-day" => rows.OrderByDescending(r => r.Day),
        "-due" => rows.OrderByDescending(r => r.Due ?? DateOnly.MinValue),
        _ => rows.OrderByDescending(r => r.Late).ThenBy(r => r.Due ?? DateOnly.MaxValue).ThenBy(r => r.Name.SortKey, StringComparer.Ordinal),
    };

    /// <summary>One case in the list.</summary>
    /// <param name="Day">Of the certificate episode; null for whom sick leave comes as a copy.</param>
    /// <param name="Shown">The kinds that the row tells.</param>
    public sealed record CaseRow(
        Guid Id, Guid CitizenPersonId, NameInList Name, int? Day, string Step, string? When, DateOnly? Due, bool Late, string WaitsFor,
        bool WaitsForMe, bool Waiting, IReadOnlyList<InformationKind> Shown);

    /// <summary>A name as it is read, searched and sorted by; an authority is told whose case it is by a copy, not here.</summary>
    public sealed record NameInList(string Read, string SearchKey, string? SortKey);
}

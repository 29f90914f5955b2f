using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Emergency.Oversee;

/// <summary>What was opened in an emergency in the officer's organisation, newest first; the unusual ones flagged.</summary>
[PrivacyOfficerOnly]
public sealed class ListEmergenciesModel(CommonGroundDb db, Disclosures disclosures) : PageModel
{
    private const int OnAPage = 25;

    /// <summary>open, unusual, or nothing for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Only { get; set; }

    public IReadOnlyList<OverseenRow> Rows { get; private set; } = [];

    public int Unusual { get; private set; }

    public DateTime Now => HttpContext.Access().Now;

    public PagerView? Pager { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        var now = Now;
        var all = db.EmergencyAccesses.AsNoTracking();
        Unusual = await all.CountAsync(e => e.Volume != EmergencyVolume.Usual, cancel);
        var found = Only switch
        {
            "open" => all.Where(e => e.Until > now && e.EndedAt == null),
            "unusual" => all.Where(e => e.Volume != EmergencyVolume.Usual),
            _ => all,
        };
        var pages = Math.Max(1, (await found.CountAsync(cancel) + OnAPage - 1) / OnAPage);
        var number = PagerView.Asked(Request, pages);
        Rows = await OverseenRow.Of(db, found.OrderByDescending(e => e.From).ThenBy(e => e.Id).Skip((number - 1) * OnAPage).Take(OnAPage)).ToListAsync(cancel);
        foreach (var row in Rows)
            row.Told(disclosures);
        Pager = PagerView.Numbered(Request, number, pages);
    }
}

/// <summary>One emergency access with the names beside it; a name that may not be shown is empty.</summary>
public sealed record OverseenRow(EmergencyAccess Opened, Guid CitizenId, string? Citizen, string? By, string Unit)
{
    /// <summary>Who it is about; of the case, only that it was opened and why.</summary>
    internal void Told(Disclosures disclosures) =>
        disclosures.Add(CitizenId, Opened.CaseId, string.IsNullOrWhiteSpace(Citizen) ? [] : [InformationKind.Contact]);

    internal static IQueryable<OverseenRow> Of(CommonGroundDb db, IQueryable<EmergencyAccess> opened) =>
        from e in opened
        join c in db.Cases on e.CaseId equals c.Id
        join u in db.Units on e.LedByUnitId equals u.Id
        orderby e.From descending, e.Id
        select new OverseenRow(e, c.CitizenPersonId,
            db.Persons.Where(p => p.Id == c.CitizenPersonId).Select(p => p.GivenName + " " + p.FamilyName).FirstOrDefault(),
            db.Persons.Where(p => p.Id == e.PersonId).Select(p => p.GivenName + " " + p.FamilyName).FirstOrDefault(), u.Name);
}

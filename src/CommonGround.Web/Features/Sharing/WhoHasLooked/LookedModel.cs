using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Looks;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Sharing.WhoHasLooked;

/// <summary>What the page and its file share: which looks to show.</summary>
public abstract class LookedModel(LookReader looks, OrganisationTime time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Viewer { get; set; }

    [BindProperty(SupportsGet = true)]
    public InformationKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>The last day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Stopped { get; set; }

    public Guid CaseId => HttpContext.CaseView().CaseId;

    protected LookReader Reader => looks;

    protected IQueryable<LookRow> Everyones => looks.Of(HttpContext.CaseView().CitizenPersonId, CaseId);

    protected IQueryable<LookRow> Found => LookReader.NewestFirst(LookReader.Narrow(Everyones, new LookFilter(
        Viewer, Kind, StartOf(From), To is { } last && last < DateOnly.MaxValue ? StartOf(last.AddDays(1)) : null, Stopped)));

    private DateTime? StartOf(DateOnly? day) => day is { Year: > 1900 and < 3000 } first ? time.Utc(first.ToDateTime(TimeOnly.MinValue)) : null;
}

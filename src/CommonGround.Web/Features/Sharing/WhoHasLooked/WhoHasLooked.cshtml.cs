using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Sharing.WhoHasLooked;

/// <summary>Who has looked at what is about the citizen: all of it, newest first, in words (need N7).</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class WhoHasLookedModel(CommonGroundDb db, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Viewer { get; set; }

    [BindProperty(SupportsGet = true)]
    public InformationKind? Kind { get; set; }

    // Read by hand: "page" is also the name of the framework's own route value.
    private int PageNumber => int.TryParse(Request.Query["page"], out var page) ? Math.Clamp(page, 1, 10_000) : 1;

    public IReadOnlyList<Look> Shown { get; private set; } = [];

    public IReadOnlyList<Choice> Viewers { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => Choice.Of<InformationKind>(texts, "kind.");

    public PagerView Pager { get; private set; } = new(null, null);

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task OnGet(CancellationToken cancel)
    {
        var (looks, more, viewers) = await Looks.Of(
            db, HttpContext.CaseView().CitizenPersonId, CaseId, new LookFilter(Viewer, Kind, PageNumber), cancel);
        Shown = looks;
        Viewers = [.. viewers.Select(v => new Choice(v.Id.ToString(), v.Name))];
        Pager = new PagerView(PageNumber > 1 ? Address(PageNumber - 1) : null, more ? Address(PageNumber + 1) : null);
    }

    /// <summary>What they did, in words: each page has its own, and what is new reads plainly until it has.</summary>
    public string Did(Look look)
    {
        var key = "looked.what." + look.What.Replace('/', '.');
        return !look.Permitted ? texts["looked.denied"] : texts.Has(key) ? texts[key] : texts["looked.any-page"];
    }

    private string Address(int page)
    {
        var query = new QueryBuilder(Request.Query.Where(pair => pair.Key != "page")) { { "page", page.ToString(System.Globalization.CultureInfo.InvariantCulture) } };
        return Request.Path + query.ToQueryString().Value;
    }
}

using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Seen;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Mine.ListWritten;

/// <summary>What others have written about the citizen, by kind.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class ListWrittenModel(CommonGroundDb db, Written written, Readings readings, Texts texts) : PageModel
{
    private const int OnAPage = 30;

    [BindProperty(SupportsGet = true)]
    public InformationKind? Kind { get; set; }

    public int All { get; private set; }

    public IReadOnlyList<WrittenItem> Items { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    /// <summary>What was already said not to be right.</summary>
    public IReadOnlySet<Guid> Said { get; private set; } = new HashSet<Guid>();

    public PagerView? Pager { get; private set; }

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public Origins Origins { get; private set; } = default!;

    public async Task OnGet(CancellationToken cancel)
    {
        var citizen = HttpContext.CaseView().CitizenPersonId;
        var all = await written.Of(CaseId, citizen);
        Said = (await written.Remarks(CaseId, citizen, cancel)).Select(r => r.ItemId).ToHashSet();
        All = all.Count;
        Kinds = [.. all.Select(i => i.Row).DistinctBy(r => r.Kind).Select(r => new Choice(r.Kind.ToString(), Origins.KindOf(r, texts)))];
        var found = all.Where(i => Kind is null || i.Row.Kind == Kind).ToList();
        var pages = (found.Count + OnAPage - 1) / OnAPage;
        var page = PagerView.Asked(Request, pages);
        Items = [.. found.Skip((page - 1) * OnAPage).Take(OnAPage)];
        Pager = PagerView.Numbered(Request, page, pages);
        Origins = new Origins(all.Select(i => i.Row), citizen, await Origins.Names(db, Items.Select(i => i.Row), cancel), readings, texts);
    }
}

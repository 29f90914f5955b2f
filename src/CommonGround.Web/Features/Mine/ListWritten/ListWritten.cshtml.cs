using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Mine.ListWritten;

/// <summary>What others have written about the citizen, by kind.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class ListWrittenModel(CommonGroundDb db, Written written, Texts texts) : PageModel
{
    private const int OnAPage = 30;

    private Dictionary<Guid, string> _names = [];

    [BindProperty(SupportsGet = true)]
    public InformationKind? Kind { get; set; }

    public int All { get; private set; }

    public IReadOnlyList<WrittenItem> Items { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    /// <summary>What was already said not to be right.</summary>
    public IReadOnlySet<Guid> Said { get; private set; } = new HashSet<Guid>();

    public PagerView? Pager { get; private set; }

    public Guid CaseId => HttpContext.CaseView().CaseId;

    /// <summary>Who wrote it; a document where nobody here did.</summary>
    public string By(WrittenItem item) => item.Row.AuthorPersonId is { } author ? texts.Name(_names.GetValueOrDefault(author)) + "." : texts["written.document"];

    public async Task OnGet(CancellationToken cancel)
    {
        var citizen = HttpContext.CaseView().CitizenPersonId;
        var all = await written.Of(CaseId, citizen);
        Said = (await written.Remarks(CaseId, citizen, cancel)).Select(r => r.ItemId).ToHashSet();
        All = all.Count;
        Kinds = [.. all.Select(i => i.Row.Kind).Distinct().Select(k => new Choice(k.ToString(), texts["kind." + k]))];
        var found = all.Where(i => Kind is null || i.Row.Kind == Kind).ToList();
        var pages = (found.Count + OnAPage - 1) / OnAPage;
        var page = PagerView.Asked(Request, pages);
        Items = [.. found.Skip((page - 1) * OnAPage).Take(OnAPage)];
        Pager = PagerView.Numbered(Request, page, pages);
        var authors = Items.Select(i => i.Row.AuthorPersonId).OfType<Guid>().ToHashSet();
        _names = (await db.Persons.AsNoTracking().Where(p => authors.Contains(p.Id)).ToListAsync(cancel)).ToDictionary(p => p.Id, p => p.Name);
    }
}

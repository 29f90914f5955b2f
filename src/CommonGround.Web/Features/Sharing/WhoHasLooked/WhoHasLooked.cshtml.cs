using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Looks;
using CommonGround.Web.Features.Sharing.AskAboutLook;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.WhoHasLooked;

/// <summary>Who has looked at what is about the citizen: all of it, by day, newest first, in words (need N7).</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class WhoHasLookedModel(CommonGroundDb db, LookReader looks, LookQuestions asked, OrganisationTime time, TimeProvider clock, Texts texts)
    : LookedModel(looks, time)
{
    private const int OnAPage = 50;

    private List<EmergencyAccess> _emergencies = [];

    public IReadOnlyList<LookDay> Days { get; private set; } = [];

    public IReadOnlyList<Choice> Viewers { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => Choice.Of<InformationKind>(texts, "kind.");

    public LooksAsked Asked { get; private set; } = default!;

    public DateOnly Today { get; private set; }

    public PagerView? Pager { get; private set; }

    /// <summary>The same looks as a file.</summary>
    public string FileHref => $"/my/{CaseId}/looked.csv{QueryString.Create(Request.Query.Where(pair => pair.Key != "page"))}";

    public LookWords Words { get; } = new(texts);

    public async Task OnGet(CancellationToken cancel)
    {
        Today = texts.LocalDay(clock.UtcNow());
        var viewers = await Reader.Viewers(Everyones, CaseId, cancel);
        var count = await Found.CountAsync(cancel);
        var pages = Math.Max(1, (count + OnAPage - 1) / OnAPage);
        var number = PagerView.Asked(Request, pages);
        var rows = await Found.Skip((number - 1) * OnAPage).Take(OnAPage).ToListAsync(cancel);
        Asked = await asked.Of(CaseId, HttpContext.Access().Now, cancel);
        _emergencies = await db.EmergencyAccesses.AsNoTracking().Where(e => e.CaseId == CaseId).ToListAsync(cancel);
        Days = LookDay.Of(LookReader.Looks(rows, viewers), texts);
        Viewers = [.. viewers.Select(v => new Choice(v.Id.ToString(), v.Name))];
        Pager = PagerView.Numbered(Request, number, pages);
        Total = count;
    }

    /// <summary>The emergency access that a look was made in.</summary>
    public EmergencyAccess? EmergencyOf(Look look) => look is { Purpose: Purpose.Emergency, Permitted: true }
        ? _emergencies.FirstOrDefault(e => e.PersonId == look.Viewer.Id && e.IsActive(look.At)) : null;

    /// <summary>Looks, each counted.</summary>
    public int Total { get; private set; }

    public string AskHref(Look look) => AskAboutLookModel.Href(CaseId, look.WriterId, look.Position);

    /// <summary>The question about one of the line's looks, if there is one.</summary>
    public LookQuestion? QuestionOf(LookLine line) =>
        Asked.Questions.FirstOrDefault(q => line.Looks.Any(l => l.WriterId == q.WriterId && l.Position == q.Position));
}

using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Privacy.ListQuestions;

/// <summary>What citizens ask this privacy officer about who has looked: the soonest due first; answered ones, the newest first.</summary>
[PrivacyOfficerOnly]
public sealed class ListQuestionsModel(CommonGroundDb db, Disclosures disclosures, TimeProvider clock, Texts texts) : PageModel
{
    private const int OnAPage = 25;

    [BindProperty(SupportsGet = true)]
    public bool Answered { get; set; }

    public IReadOnlyList<(LookQuestion Question, string Citizen)> Rows { get; private set; } = [];

    public int Open { get; private set; }

    public int Late { get; private set; }

    public DateOnly Today { get; private set; }

    public PagerView? Pager { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        var today = Today = texts.LocalDay(clock.UtcNow());
        var counts = await db.LookQuestions.GroupBy(_ => 1).Select(g => new
        {
            Open = g.Count(q => q.AnsweredAt == null),
            Late = g.Count(q => q.AnsweredAt == null && q.Due < today),
            Answered = g.Count(q => q.AnsweredAt != null),
        }).FirstOrDefaultAsync(cancel);
        (Open, Late) = (counts?.Open ?? 0, counts?.Late ?? 0);
        var pages = Math.Max(1, ((Answered ? counts?.Answered ?? 0 : Open) + OnAPage - 1) / OnAPage);
        var number = PagerView.Asked(Request, pages);
        var asked = db.LookQuestions.AsNoTracking();
        var sorted = Answered
            ? asked.Where(q => q.AnsweredAt != null).OrderByDescending(q => q.AnsweredAt).ThenBy(q => q.Id)
            : asked.Where(q => q.AnsweredAt == null).OrderBy(q => q.Due).ThenBy(q => q.AskedAt).ThenBy(q => q.Id);
        var rows = await sorted.Skip((number - 1) * OnAPage).Take(OnAPage)
            .Select(q => new { Question = q, Name = db.Persons.Where(p => p.Id == q.AuthorPersonId).Select(p => p.GivenName + " " + p.FamilyName).FirstOrDefault() }).ToListAsync(cancel);
        Rows = [.. rows.Select(r => (r.Question, texts.Name(r.Name?.Trim())))];
        foreach (var row in rows)
            disclosures.Add(row.Question.AuthorPersonId, row.Question.CaseId, string.IsNullOrWhiteSpace(row.Name) ? [] : [InformationKind.Contact]);
        Pager = PagerView.Numbered(Request, number, pages);
    }
}

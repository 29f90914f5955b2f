using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Course;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Cases.CaseJournal;

/// <summary>What was changed in the case, by whom, when; the words, where the reader may see their kind.</summary>
[InCase(Purpose.Coordination, PartyRole.Citizen, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit)]
public sealed class CaseJournalModel(CaseReader cases, CommonGroundDb db) : PageModel
{
    private const int OnAPage = 50;

    /// <summary>What the citizen asks their privacy officer can be about any of the readers: that they asked is theirs alone.</summary>
    private static readonly string[] CitizensOwn = ["LookAskedAbout", "LookAnswered"];

    public CaseInView Seen { get; private set; } = default!;

    public IReadOnlyList<(JournalEntry Entry, string Who, PartyRole? Role, IReadOnlyList<JournalText> Texts)> Entries { get; private set; } = [];

    public PagerView Pager { get; private set; } = new(null, null);

    public async Task OnGet(long? before)
    {
        Seen = await cases.Read();
        var caseId = Seen.View.CaseId;
        var untold = Seen.View.Role == PartyRole.Citizen ? [] : CitizensOwn;
        var entries = await db.Journal.AsNoTracking().Where(e => e.StreamId == caseId && (before == null || e.Position < before) && !untold.Contains(e.Event))
            .OrderByDescending(e => e.Position).Take(OnAPage + 1).ToListAsync();
        var shown = entries.Take(OnAPage).ToList();
        var (first, last) = shown.Count == 0 ? (0L, 0L) : (shown[^1].Position, shown[0].Position);
        var texts = (await db.JournalTexts.AsNoTracking().Where(t => t.StreamId == caseId && t.Position >= first && t.Position <= last).ToListAsync())
            .ToLookup(t => t.Position);
        // Whoever has left did what they did: with those, too, whose part is over.
        var names = Seen.Case.Parties.Where(p => p.Person is not null).GroupBy(p => p.PersonId).ToDictionary(g => g.Key, g => g.First().Person!.Name);
        Entries = [.. shown.Select(e => (e, names.GetValueOrDefault(e.ActorPersonId, ""), e.ActedAs(), (IReadOnlyList<JournalText>)[.. texts[e.Position]]))];
        Pager = new PagerView(before is null ? null : $"/cases/{caseId}/journal", entries.Count > OnAPage ? $"/cases/{caseId}/journal?before={first}" : null);
    }
}

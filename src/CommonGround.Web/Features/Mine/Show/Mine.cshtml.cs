using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Rules;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Mine.RemoveOwn;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Infrastructure.Retention;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Mine.Show;

/// <summary>What is the citizen's to take along, to have set right and to remove; and what is kept, by which rule, until when.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class MineModel(
    CommonGroundDb db, Written written, RemoveOwnHandler own, RetentionSchedules schedules, ProgrammeLibrary content, Texts texts) : PageModel
{
    public IReadOnlyList<Remark> Remarks { get; private set; } = [];

    /// <summary>Answers that were begun and told nobody.</summary>
    public int Untold { get; private set; }

    public IReadOnlyList<Kept> Keeps { get; private set; } = [];

    public RuleVersion? RemarkRule { get; private set; }

    public RuleVersion? DestroyedBy { get; private set; }

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task OnGet(CancellationToken cancel)
    {
        var view = HttpContext.CaseView();
        Remarks = await written.Remarks(CaseId, view.CitizenPersonId, cancel);
        Untold = await own.Count(CaseId, view.CitizenPersonId, cancel);
        var last = texts.LocalDay(await db.Journal.Where(e => e.StreamId == CaseId && e.Event != Erasure.Event).MaxAsync(e => e.At, cancel));
        var schedule = schedules.For(view.Country);
        RemarkRule = Rule(schedule.Remark);
        DestroyedBy = schedule.DestroyedBy is { } destroyed ? Rule(destroyed) : null;
        Keeps =
        [
            .. Enum.GetValues<InformationKind>().GroupBy(schedule.Of).Where(g => g.Key.Years is not null)
                .Select(g => new Kept([.. g], g.Key.Over(last)!.Value, Rule(g.Key.Rule))),
        ];
    }

    private RuleVersion? Rule(string key) => content.Rules.InForce(key, texts.LocalDay(HttpContext.Access().Now));

    /// <summary>Kinds that are kept alike.</summary>
    public sealed record Kept(IReadOnlyList<InformationKind> Kinds, DateOnly Until, RuleVersion? Rule);
}

using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.Episodes.ListEpisodes;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Episodes.ShowEpisode;

/// <summary>One episode: its periods drawn and in a table, its certificates, and the way to a case.</summary>
[About<Episode>]
[InUnit(Purpose.Intake, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit)]
public sealed class ShowEpisodeModel(
    CommonGroundDb db, IntakeReader intake, IntakeRules rules, Diagnoses diagnoses, Disclosures disclosures, Texts texts, TimeProvider clock) : PageModel
{
    public Episode Episode { get; private set; } = default!;

    public IReadOnlyList<EpisodeSpan> Spans { get; private set; } = [];

    public IReadOnlyList<ChainLink> Chain { get; private set; } = [];

    public IReadOnlyList<ReceivedCertificate> Certificates { get; private set; } = [];

    public IReadOnlyList<LeavePeriod> Typed { get; private set; } = [];

    public EpisodeDrawing Drawing { get; private set; } = default!;

    public IntakeRule? Rule { get; private set; }

    public string? Diagnosis { get; private set; }

    public DateOnly Today { get; private set; }

    public int? DayToday => Spans.FirstOrDefault(s => s.Covers(Today))?.DayNumberOn(Today);

    public async Task<IActionResult> OnGet(Guid id)
    {
        var seen = await intake.Read();
        Today = texts.LocalDay(clock.UtcNow());
        var episode = seen.Sees(InformationKind.Contact)
            ? await db.Episodes.AsNoTracking().Include(e => e.Person).FirstOrDefaultAsync(e => e.Id == id && seen.Units.Contains(e.UnitId))
            : null;
        if (episode is null)
            return NotFound();

        Episode = episode;
        disclosures.Add(episode.PersonId, episode.CaseId, InformationKind.Contact);
        Spans = await db.EpisodeSpans.AsNoTracking().Where(s => s.EpisodeId == id).OrderBy(s => s.From).ToListAsync();
        Chain = EpisodeRow.Links(Spans, Today);
        Drawing = new EpisodeDrawing(Spans, Today);
        Rule = rules.Say(seen.Rule, Today);
        var ids = Spans.Select(s => s.CertificateId).OfType<Guid>().Distinct().ToList();
        Certificates = await db.ReceivedCertificates.AsNoTracking()
            .Where(c => ids.Contains(c.Id) || (c.SupersededById != null && ids.Contains(c.SupersededById.Value)))
            .OrderByDescending(c => c.SignedAt).ThenByDescending(c => c.ReceivedAt).ToListAsync();
        Typed = await db.LeavePeriods.AsNoTracking()
            .Where(p => p.UnitId == episode.UnitId && p.PersonId == episode.PersonId && p.CertificateId == null && p.From <= episode.To && p.To >= episode.From)
            .OrderBy(p => p.From).ToListAsync();
        if (seen.Sees(InformationKind.Health))
            Diagnosis = (await diagnoses.Of(Spans)).Latest(Spans);
        return Page();
    }
}

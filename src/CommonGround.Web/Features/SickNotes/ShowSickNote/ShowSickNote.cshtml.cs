using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.SickNotes.TieToPerson;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.SickNotes.ShowSickNote;

/// <summary>A sick note as far as the viewer may see it, its place among others, and what moved by it.</summary>
[About<ReceivedCertificate>]
[InUnit(Purpose.Intake, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit)]
public sealed class ShowSickNoteModel(CommonGroundDb db, IntakeReader intake, TieToPersonHandler handler, Disclosures disclosures, Texts texts) : PageModel
{
    /// <summary>The kinds that certificates hold, in the order they are read in.</summary>
    private static readonly InformationKind[] Kinds =
        [InformationKind.Contact, InformationKind.Work, InformationKind.Leave, InformationKind.Health, InformationKind.Function, InformationKind.Assessment];

    [BindProperty]
    public NamedPerson Whose { get; set; } = new();

    [BindProperty]
    public Guid CommandId { get; set; }

    public ReceivedCertificate Certificate { get; private set; } = default!;

    public Person? Person { get; private set; }

    public Guid? EpisodeId { get; private set; }

    public IReadOnlyList<(InformationKind Kind, IReadOnlyList<ReceivedField> Fields)> Shown { get; private set; } = [];

    public IReadOnlyList<InformationKind> NotShown { get; private set; } = [];

    /// <summary>Those that it took the place of, each with what moved.</summary>
    public IReadOnlyList<(ReceivedCertificate Earlier, IReadOnlyList<PeriodChange> Moved)> Replaced { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (!await Load(id))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();

        var outcome = await handler.Tie(Certificate.UnitId, id, Whose, HttpContext.Access().Acting(CommandId));
        if (outcome.Succeeded)
            return Redirect(outcome.Value).Done(HttpContext, "sick-note.tied");

        ModelState.Refuse(outcome.Error!, texts, outcome.Error is NameMissing or NameKnownHere ? "Whose.GivenName" : "Whose.NationalId");
        return Page();
    }

    public string NameOf(ReceivedField field) => ProblemWords.NameOf(texts, field.FieldId, CertificateTypes.CodeOf(Certificate.Type));

    private async Task<bool> Load(Guid id)
    {
        var seen = await intake.Read();
        var certificate = await db.ReceivedCertificates.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && seen.Units.Contains(c.UnitId));
        if (certificate is null)
            return false;

        Certificate = certificate;
        var fields = (await db.ReceivedFields.AsNoTracking().Where(f => f.CertificateId == id).OrderBy(f => f.Ordinal).ToListAsync()).ToLookup(f => f.Kind);
        Shown = [.. Kinds.Where(k => fields[k].Any()).Select(k => (k, (IReadOnlyList<ReceivedField>)[.. fields[k]]))];
        NotShown = [.. Kinds.Where(k => !seen.Sees(k))];
        if (certificate.PersonId is { } personId && seen.Sees(InformationKind.Contact))
        {
            disclosures.Add(personId, certificate.CaseId, InformationKind.Contact);
            Person = await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId);
        }

        EpisodeId = await db.EpisodeSpans.Where(s => s.CertificateId == id).Select(s => (Guid?)s.EpisodeId).FirstOrDefaultAsync();
        Replaced = await WhatMoved(id);
        return true;
    }

    private async Task<IReadOnlyList<(ReceivedCertificate, IReadOnlyList<PeriodChange>)>> WhatMoved(Guid id)
    {
        var earlier = await db.ReceivedCertificates.AsNoTracking().Where(c => c.SupersededById == id).OrderByDescending(c => c.SignedAt).ToListAsync();
        if (earlier.Count == 0)
            return [];

        var ids = earlier.Select(c => c.Id).Append(id).ToList();
        var periods = (await db.LeavePeriods.AsNoTracking().Where(p => p.CertificateId != null && ids.Contains(p.CertificateId.Value)).ToListAsync())
            .ToLookup(p => p.CertificateId!.Value, p => p.Days);
        return [.. earlier.Select(c => (c, PeriodChanges.Between([.. periods[c.Id]], [.. periods[id]])))];
    }
}

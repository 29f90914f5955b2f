using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.SickNotes.ImportCertificates;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.SickNotes.Upload;

/// <summary>Sick notes in, by upload: what became of each file, and what still waits for a name.</summary>
[InUnit(Purpose.Intake, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit)]
[RequestSizeLimit(MostRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MostRequest)]
public sealed class UploadModel(CommonGroundDb db, IntakeReader intake, SickNoteIntake notes, Disclosures disclosures, Texts texts, TimeProvider clock) : PageModel
{
    public const int MostFiles = 200;

    /// <summary>As many files as may be sent, each as large as it may be, with its name and what stands between files.</summary>
    public const int MostRequest = (MostFiles * (CertificateReadingSettings.UsualMostBytes + AroundFile)) + RequestLimits.MostBytes;

    private const int AroundFile = 4 * 1024;
    private const int Latest = 20;

    public IReadOnlyList<ImportedFile> Results { get; private set; } = [];

    /// <summary>Those of the files that they may open: of someone who has a case, those in it see the sick note.</summary>
    public IReadOnlySet<Guid> Shown { get; private set; } = new HashSet<Guid>();

    public IReadOnlyList<ReceivedCertificate> Untied { get; private set; } = [];

    public IReadOnlyList<(ReceivedCertificate Certificate, string? Name)> Received { get; private set; } = [];

    public int MostBytes { get; } = new CertificateReadingSettings().MostBytes;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(List<IFormFile> files)
    {
        if (files.Count == 0)
            ModelState.AddModelError("files", texts["sick-notes.no-file"]);
        if (files.Count > MostFiles)
            ModelState.AddModelError("files", texts["sick-notes.too-many", MostFiles]);
        if (ModelState.IsValid)
        {
            var access = HttpContext.Access();
            var settings = new CertificateReadingSettings { Today = texts.LocalDay(clock.UtcNow()) };
            var results = new List<ImportedFile>(files.Count);
            // All of them at once would fill the memory of a small server.
            foreach (var some in files.Chunk(CertificateImport.Together))
            {
                var sent = new List<FoundFile>(some.Length);
                foreach (var file in some)
                    sent.Add(await Read(file, settings.MostBytes));
                results.AddRange(await CertificateImport.Run(
                    sent, settings, (accepted, _) => notes.Keep(accepted, access.InUnit!.UnitId, access.PersonId), cancel: CancellationToken.None));
            }

            Results = results;
        }

        await Load();
        return Page();
    }

    public string Say(CertificateProblem problem, ImportedFile file) => ProblemWords.Say(texts, problem, file.Outline.Type);

    private static async Task<FoundFile> Read(IFormFile file, int mostBytes)
    {
        // One byte past the limit is enough to know that it is too large.
        var buffer = new byte[Math.Min(file.Length, mostBytes + 1L)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(buffer);
        return new FoundFile(Path.GetFileName(file.FileName), Bytes: buffer);
    }

    private async Task Load()
    {
        var seen = await intake.Read();
        if (!seen.Sees(InformationKind.Contact))
            return;

        var mine = db.ReceivedCertificates.AsNoTracking().Where(c => seen.Units.Contains(c.UnitId));
        var sent = Results.Select(r => r.Id).OfType<Guid>().ToList();
        Shown = sent.Count == 0 ? Shown : (await mine.Where(c => sent.Contains(c.Id)).Select(c => c.Id).ToListAsync()).ToHashSet();
        Untied = await mine.Where(c => c.PersonId == null).OrderByDescending(c => c.ReceivedAt).Take(100).ToListAsync();
        var latest = await mine.Where(c => c.PersonId != null).OrderByDescending(c => c.ReceivedAt).Take(Latest).ToListAsync();
        var ids = latest.Select(c => c.PersonId!.Value).Distinct().ToList();
        var names = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        foreach (var certificate in latest)
            disclosures.Add(certificate.PersonId!.Value, certificate.CaseId, InformationKind.Contact);
        Received = [.. latest.Select(c => (c, names.GetValueOrDefault(c.PersonId!.Value)))];
    }
}

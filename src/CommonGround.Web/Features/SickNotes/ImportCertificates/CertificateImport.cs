using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.SickLeave;

namespace CommonGround.Web.Features.SickNotes.ImportCertificates;

/// <summary>What became of one file, for the report. Kept, it has an id.</summary>
public sealed record ImportedFile(
    string File, ImportStatus Status, CertificateOutline Outline,
    IReadOnlyList<CertificateProblem> Problems, IReadOnlyList<CertificateProblem> Warnings, Guid? Id = null);

/// <summary>
/// Reads files and keeps what is accepted, some dozens at a time: one write to the disk costs more than reading them. Nothing that broke
/// a rule reaches <see cref="KeepCertificates"/>, and nothing is told as done before it is kept.
/// </summary>
public static class CertificateImport
{
    /// <summary>How many are read and kept in one go.</summary>
    public const int Together = 50;

    public static async Task<IReadOnlyList<ImportedFile>> Run(
        IReadOnlyList<FoundFile> files,
        CertificateReadingSettings settings,
        KeepCertificates keep,
        Action<ImportedFile>? done = null,
        CancellationToken cancel = default)
    {
        var results = new List<ImportedFile>(files.Count);
        foreach (var some in files.Chunk(Together))
        {
            var read = new List<Read>(some.Length);
            foreach (var file in some)
                read.Add(await Take(file, settings, cancel));

            var kept = await keep([.. read.Select(r => r.Accepted).OfType<AcceptedCertificate>()], cancel);
            var next = 0;
            foreach (var one in read)
            {
                var result = one.Accepted is null ? one.Result : With(one.Result, kept[next++]);
                results.Add(result);
                done?.Invoke(result);
            }
        }

        return results;
    }

    /// <summary>Keeps nothing past this import, but knows what came twice in it: for a check before the real import.</summary>
    public static KeepCertificates OnlyChecked()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<(CertificateType, CertificateId)>();
        return (accepted, _) => Task.FromResult<IReadOnlyList<Kept>>([.. accepted.Select(a =>
            !seen.Add(a.Digest) ? new Kept(ImportStatus.Duplicate)
            : a.Certificate.Id is { } id && !numbers.Add((a.Certificate.Type, id))
                ? new Kept(ImportStatus.Imported, new CertificateProblem("certificate-id.other-content", "certificate.id"))
                : new Kept(ImportStatus.Imported))]);
    }

    private static async Task<Read> Take(FoundFile file, CertificateReadingSettings settings, CancellationToken cancel)
    {
        if (file.Problem is { } problem)
            return new Read(Rejected(file, problem));

        var (bytes, unreadable) = file.Bytes is { } sent ? (sent, null) : await CertificateFiles.Read(file.Path, settings.MostBytes, cancel);
        if (bytes is null)
            return new Read(Rejected(file, unreadable!));

        var reading = CertificateReader.Read(bytes, settings);
        var status = reading.Accepted ? ImportStatus.Imported : ImportStatus.Rejected;
        return new Read(
            new ImportedFile(file.Path, status, reading.Outline, reading.Problems, reading.Warnings),
            reading.Certificate is { } certificate ? new AcceptedCertificate(file.Path, certificate) : null);
    }

    private static ImportedFile With(ImportedFile read, Kept kept) => kept.Status == ImportStatus.Rejected
        ? read with { Status = kept.Status, Problems = kept.Notes }
        : read with { Status = kept.Status, Warnings = [.. read.Warnings, .. kept.Notes], Id = kept.Id };

    private static ImportedFile Rejected(FoundFile file, CertificateProblem problem) =>
        new(file.Path, ImportStatus.Rejected, CertificateOutline.Nothing, [problem], []);

    private sealed record Read(ImportedFile Result, AcceptedCertificate? Accepted = null);
}

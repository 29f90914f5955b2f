using System.Security.Cryptography;
using CommonGround.Domain.SickLeave;

namespace CommonGround.Web.Features.SickNotes.ImportCertificates;

/// <summary>A certificate that was accepted, ready to be kept. The hash tells the same file from another under the same number.</summary>
public sealed record AcceptedCertificate(string File, Certificate Certificate, byte[] Sha256);

/// <summary>What became of a file.</summary>
public enum ImportStatus
{
    Imported,
    Duplicate,
    Rejected,
}

/// <summary>What keeping a certificate came to, with what is worth a look.</summary>
public sealed record Kept(ImportStatus Status, params IReadOnlyList<CertificateProblem> Notes);

/// <summary>Keeps a certificate: in the database, or only for the length of one import.</summary>
public delegate Task<Kept> KeepCertificate(AcceptedCertificate accepted, CancellationToken cancel);

/// <summary>What became of one file, for the report.</summary>
public sealed record ImportedFile(
    string File, ImportStatus Status, CertificateOutline Outline,
    IReadOnlyList<CertificateProblem> Problems, IReadOnlyList<CertificateProblem> Warnings);

/// <summary>Reads files one after the other and keeps what is accepted. Nothing that broke a rule reaches <see cref="KeepCertificate"/>.</summary>
public static class CertificateImport
{
    public static async Task<IReadOnlyList<ImportedFile>> Run(
        IReadOnlyList<FoundFile> files,
        CertificateReadingSettings settings,
        KeepCertificate keep,
        Action<ImportedFile>? done = null,
        CancellationToken cancel = default)
    {
        var results = new List<ImportedFile>(files.Count);
        foreach (var file in files)
        {
            var result = await One(file, settings, keep, cancel);
            results.Add(result);
            done?.Invoke(result);
        }

        return results;
    }

    /// <summary>Keeps nothing past this import, but knows what came twice in it: for a check before the real import.</summary>
    public static KeepCertificate OnlyChecked()
    {
        var seen = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        return (accepted, _) =>
        {
            var id = accepted.Certificate.Id is { } known ? $"{known.Root}\n{known.Extension}" : Convert.ToHexString(accepted.Sha256);
            return Task.FromResult(seen.TryAdd(id, accepted.Sha256) ? new Kept(ImportStatus.Imported) : Again(seen[id], accepted.Sha256));
        };
    }

    /// <summary>
    /// A certificate whose number is here already. A signed certificate never changes, so other content under its number is
    /// never taken in; it is told.
    /// </summary>
    public static Kept Again(ReadOnlySpan<byte> first, ReadOnlySpan<byte> again) =>
        first.SequenceEqual(again)
            ? new Kept(ImportStatus.Duplicate)
            : new Kept(ImportStatus.Duplicate, new CertificateProblem("certificate-id.other-content", "certificate.id"));

    private static async Task<ImportedFile> One(
        FoundFile file, CertificateReadingSettings settings, KeepCertificate keep, CancellationToken cancel)
    {
        if (file.Problem is { } problem)
            return Rejected(file, problem);

        var (bytes, unreadable) = await CertificateFiles.Read(file.Path, settings.MostBytes, cancel);
        if (bytes is null)
            return Rejected(file, unreadable!);

        var reading = CertificateReader.Read(bytes, settings);
        if (reading.Certificate is not { } certificate)
            return new ImportedFile(file.Path, ImportStatus.Rejected, reading.Outline, reading.Problems, reading.Warnings);

        var kept = await keep(new AcceptedCertificate(file.Path, certificate, SHA256.HashData(bytes)), cancel);
        return kept.Status == ImportStatus.Rejected
            ? new ImportedFile(file.Path, kept.Status, reading.Outline, kept.Notes, reading.Warnings)
            : new ImportedFile(file.Path, kept.Status, reading.Outline, [], [.. reading.Warnings, .. kept.Notes]);
    }

    private static ImportedFile Rejected(FoundFile file, CertificateProblem problem) =>
        new(file.Path, ImportStatus.Rejected, CertificateOutline.Nothing, [problem], []);
}

using CommonGround.Domain.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Episodes;

/// <summary>The main diagnosis of certificates, as far as the viewer's grants open health: to others no row of it is loaded.</summary>
public sealed class Diagnoses(CommonGroundDb db)
{
    // Text and code of the first diagnosis; AG1-14 numbers it 4.
    private static readonly string[] Fields = ["6.1", "6.2", "4.1", "4.2"];

    public async Task<DiagnosesOfCertificates> Of(IEnumerable<EpisodeSpan> spans)
    {
        var certificates = spans.Select(s => s.CertificateId).OfType<Guid>().Distinct().ToList();
        var fields = await db.ReceivedFields.AsNoTracking()
            .Where(f => certificates.Contains(f.CertificateId) && Fields.Contains(f.FieldId) && f.Row == 1).OrderBy(f => f.Ordinal).ToListAsync();
        return new DiagnosesOfCertificates(fields.ToLookup(f => f.CertificateId));
    }
}

/// <summary>Diagnoses by certificate.</summary>
public sealed class DiagnosesOfCertificates(ILookup<Guid, ReceivedField> fields)
{
    public static readonly DiagnosesOfCertificates None = new(Array.Empty<ReceivedField>().ToLookup(f => f.CertificateId));

    /// <summary>Of the last certificate that names one: code and text.</summary>
    public string? Latest(IEnumerable<EpisodeSpan> spans) =>
        spans.OrderByDescending(s => s.From).Select(s => s.CertificateId).OfType<Guid>().Select(Of).FirstOrDefault(text => text is not null);

    private string? Of(Guid certificate)
    {
        var code = fields[certificate].FirstOrDefault(f => f.Code is not null)?.Code;
        var text = fields[certificate].FirstOrDefault(f => f.Code is null)?.Value;
        return code is null && text is null ? null : string.Join(' ', new[] { code, text }.Where(part => !string.IsNullOrEmpty(part)));
    }
}

using System.Buffers;
using System.Text.Json;

namespace CommonGround.Domain.SickLeave;

/// <summary>
/// Tells whether two documents are the same certificate: SHA-256 over what they say, in an order of its own. White space, the order of
/// answers and the time of sending make no difference; the number, who signed, and every answer do.
/// </summary>
public static class CertificateDigest
{
    public static string Of(Certificate certificate)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteNumberValue((int)certificate.Type);
            json.WriteStringValue(certificate.Version);
            json.WriteStringValue(certificate.Id?.Root);
            json.WriteStringValue(certificate.Id?.Extension);
            json.WriteStringValue(certificate.SignedAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteStringValue(certificate.Patient?.Id.Root);
            json.WriteStringValue(certificate.Patient?.Id.Number);
            json.WriteStringValue(certificate.Relation is { } relation ? $"{(int)relation.Kind} {relation.To.Root} {relation.To.Extension}" : null);
            foreach (var period in certificate.Periods.OrderBy(p => p.From).ThenBy(p => p.To).ThenBy(p => p.Degree))
                json.WriteStringValue($"{period.From:yyyy-MM-dd} {period.To:yyyy-MM-dd} {period.Degree}");
            foreach (var field in certificate.Fields
                .OrderBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Row).ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Value, StringComparer.Ordinal))
            {
                json.WriteStartArray();
                json.WriteStringValue(field.Id);
                json.WriteNumberValue(field.Row);
                json.WriteStringValue(field.Value);
                json.WriteStringValue(field.Code);
                json.WriteStringValue(field.CodeSystem);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return ContentHash.Of(buffer.WrittenSpan);
    }
}

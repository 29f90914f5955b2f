using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>
/// Reads XML that a stranger may have made: no document type, no entity of its own, nothing fetched, bounded size and depth.
/// Whatever is wrong comes back as a named problem.
/// </summary>
internal static class SafeXml
{
    public static Outcome<XElement> Load(ReadOnlyMemory<byte> bytes, CertificateReadingSettings settings)
    {
        if (bytes.IsEmpty)
        {
            return new Unreadable("file.empty");
        }

        if (bytes.Length > settings.MostBytes)
        {
            return new Unreadable("file.too-large", settings.MostBytes.ToString(CultureInfo.InvariantCulture));
        }

        byte[] content = bytes.ToArray();
        try
        {
            if (IsDeeperThan(content, settings.MostDepth))
            {
                return new Unreadable("file.too-deep", settings.MostDepth.ToString(CultureInfo.InvariantCulture));
            }

            using XmlReader reader = Open(content, DtdProcessing.Prohibit);
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException broken)
        {
            return Named(content, broken);
        }
        catch (Exception encoding) when (encoding is ArgumentException or NotSupportedException)
        {
            return new Unreadable("file.encoding");
        }
    }

    private static bool IsDeeperThan(byte[] content, int most)
    {
        using XmlReader reader = Open(content, DtdProcessing.Prohibit);
        while (reader.Read())
        {
            if (reader.Depth > most)
            {
                return true;
            }
        }

        return false;
    }

    private static XmlReader Open(byte[] content, DtdProcessing documentType) =>
        XmlReader.Create(new MemoryStream(content, writable: false), new XmlReaderSettings
        {
            DtdProcessing = documentType,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            MaxCharactersInDocument = content.Length,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });

    private static Unreadable Named(byte[] content, XmlException broken)
    {
        string line = broken.LineNumber.ToString(CultureInfo.InvariantCulture);
        if (HasDocumentType(content))
        {
            return new Unreadable("file.document-type");
        }

        if (!IsProperlyEncoded(content))
        {
            return new Unreadable("file.encoding");
        }

        return LooksLikeXml(content) ? new Unreadable("file.broken", line) : new Unreadable("file.not-xml");
    }

    // Skipping the document type reads none of it, so this is as safe as refusing it, and tells the two apart.
    private static bool HasDocumentType(byte[] content)
    {
        try
        {
            using XmlReader refused = Open(content, DtdProcessing.Prohibit);
            refused.MoveToContent();
            return false;
        }
        catch (Exception first) when (first is XmlException or ArgumentException or NotSupportedException)
        {
            try
            {
                using XmlReader skipped = Open(content, DtdProcessing.Ignore);
                return skipped.MoveToContent() == XmlNodeType.Element;
            }
            catch (Exception second) when (second is XmlException or ArgumentException or NotSupportedException)
            {
                return Decoded(content).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static bool IsProperlyEncoded(byte[] content)
    {
        if (content.AsSpan().StartsWith<byte>([0xFF, 0xFE]) || content.AsSpan().StartsWith<byte>([0xFE, 0xFF]))
        {
            return true;
        }

        string start = Decoded(content.AsMemory(0, Math.Min(content.Length, 200)));
        bool otherDeclared = start.Contains("encoding=", StringComparison.Ordinal)
            && !start.Contains("utf-8", StringComparison.OrdinalIgnoreCase)
            && !start.Contains("utf8", StringComparison.OrdinalIgnoreCase);
        return !otherDeclared && System.Text.Unicode.Utf8.IsValid(content);
    }

    private static bool LooksLikeXml(byte[] content) => Decoded(content).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<');

    private static string Decoded(ReadOnlyMemory<byte> content) =>
        content.Span.StartsWith<byte>([0xFF, 0xFE]) ? Encoding.Unicode.GetString(content.Span)
        : content.Span.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(content.Span)
        : Encoding.UTF8.GetString(content.Span);
}

/// <summary>Why a file could not be read at all.</summary>
internal sealed record Unreadable(string Code, params string[] Arguments) : Error
{
    public CertificateProblem Problem => new(Code, "file", Arguments);
}

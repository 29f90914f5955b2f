using System.Text;
using CommonGround.Domain.Documents;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Infrastructure.Documents;

/// <summary>
/// A document as a file. The caller has asked the sharing policy, and <see cref="Document.For"/>, before; a file name
/// tells nothing that an e-mail subject could not (no diagnosis, no unit).
/// </summary>
internal static class DocumentResults
{
    private const int LongestName = 100;

    public static DocumentFile Pdf(this Document document, string fileName, Texts texts) =>
        new(PdfWriter.Write(document, DocumentWords.For(document.Language, texts)), "application/pdf", NameOf(fileName, ".pdf"));

    /// <summary>In UTF-8 with a byte order mark and CR LF, which old record systems need to show å, ä and ø.</summary>
    public static DocumentFile Text(this Document document, string fileName, Texts texts)
    {
        var text = DocumentText.Write(document, DocumentWords.For(document.Language, texts), carriageReturns: true);
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
        return new DocumentFile(bytes, "text/plain; charset=utf-8", NameOf(fileName, ".txt"));
    }

    /// <summary>Letters, digits and harmless signs only: a name that is safe on every file system and in every header.</summary>
    private static string NameOf(string proposed, string extension)
    {
        var stem = proposed.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? proposed[..^extension.Length] : proposed;
        var safe = string.Concat(stem.EnumerateRunes()
            .Select(rune => Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' ? rune.ToString() : " "));
        var name = string.Join(' ', safe.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        var cut = string.Concat(name.EnumerateRunes().Take(LongestName).Select(rune => rune.ToString())).TrimEnd('.', ' ');
        return (cut.Length == 0 ? "document" : cut) + extension;
    }
}

using System.Globalization;
using System.Security;
using System.Text;
using System.Xml;
using CommonGround.Domain.Documents;

namespace CommonGround.Web.Infrastructure.Documents.Pdf;

/// <summary>Title, author, language and time, twice as PDF wants them, and the statement that the file is made to PDF/UA-1.</summary>
internal static class PdfMetadata
{
    private const string Producer = "CommonGround";

    public static int WriteInformation(PdfFile file, Document document) => file.Write(
        $"<< /Title {PdfSyntax.Text(document.Title)} /Author {PdfSyntax.Text(document.Author)} /Producer ({Producer})"
        + $" /CreationDate {PdfSyntax.Date(document.CreatedAt)} /ModDate {PdfSyntax.Date(document.CreatedAt)} >>");

    public static int WriteXmp(PdfFile file, Document document)
    {
        var created = document.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var xmp = $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                  <dc:format>application/pdf</dc:format>
                  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escape(document.Title)}</rdf:li></rdf:Alt></dc:title>
                  <dc:creator><rdf:Seq><rdf:li>{Escape(document.Author)}</rdf:li></rdf:Seq></dc:creator>
                  <dc:language><rdf:Bag><rdf:li>{Escape(document.Language)}</rdf:li></rdf:Bag></dc:language>
                  <xmp:CreateDate>{created}</xmp:CreateDate>
                  <xmp:ModifyDate>{created}</xmp:ModifyDate>
                  <pdf:Producer>{Producer}</pdf:Producer>
                  <pdfuaid:part>1</pdfuaid:part>
                </rdf:Description>
              </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;
        return file.WritePlainStream(Encoding.UTF8.GetBytes(xmp), "/Type /Metadata /Subtype /XML");
    }

    /// <summary>XML has no way to write most control characters, not even escaped.</summary>
    private static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : ' ')));
}

using CommonGround.Domain.Documents;
using CommonGround.Web.Infrastructure.Documents.Layout;
using CommonGround.Web.Infrastructure.Documents.Layout.Blocks;
using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents;

/// <summary>
/// Sets a document on A4 as tagged PDF 1.7, built to PDF/UA-1: structure, language, title, embedded fonts, words for
/// every drawing. The same document and words give the same bytes on the same runtime. See docs/adr/0002.
/// </summary>
internal static class PdfWriter
{
    public static byte[] Write(Document document, DocumentWords words)
    {
        using var file = new PdfFile();
        var root = new StructureElement("Document", parent: null);
        var outline = new PdfOutline();
        var setting = new Setting(words, root, outline);
        var flow = new PageFlow(file);
        flow.Set(TitleBlock.Set(document, setting).Concat(BlockSetter.Set(document.Blocks, setting)));

        var pageTree = file.Reserve();
        var resources = file.Reserve();
        foreach (var (index, (page, content)) in flow.Pages.Index())
        {
            Footer.Draw(page, setting, document, index + 1, flow.Pages.Count);
            var footer = file.WriteStream(page.TakeContent());
            file.Write(
                page.Number,
                $"<< /Type /Page /Parent {pageTree} 0 R /MediaBox [0 0 {PdfSyntax.Number(Sheet.Width)} {PdfSyntax.Number(Sheet.Height)}]"
                + $" /Resources {resources} 0 R /Contents [{content} 0 R {footer} 0 R] /StructParents {index} /Tabs /S >>");
        }

        var pages = flow.Pages.Select(page => page.Canvas).ToList();
        file.Write(pageTree, $"<< /Type /Pages /Count {pages.Count} /Kids {PdfSyntax.Array(pages.Select(page => PdfSyntax.Reference(page.Number)))} >>");
        PdfFont[] fonts = [setting.Fonts.Regular, setting.Fonts.Bold];
        var fontEntries = fonts.Where(font => font.IsUsed).Select(font => $"/{font.ResourceName} {font.Write(file)} 0 R").ToList();
        file.Write(resources, $"<< /Font << {string.Join(' ', fontEntries)} >> >>");

        var structure = StructureTree.Write(file, root, pages);
        var bookmarks = outline.Write(file, Sheet.Height) is { } number ? $" /Outlines {number} 0 R" : "";
        var catalog = file.Write(
            $"<< /Type /Catalog /Pages {pageTree} 0 R /Lang {PdfSyntax.Text(document.Language)} /MarkInfo << /Marked true >>"
            + $" /ViewerPreferences << /DisplayDocTitle true >> /StructTreeRoot {structure} 0 R"
            + $" /Metadata {PdfMetadata.WriteXmp(file, document)} 0 R{bookmarks} >>");
        return file.Finish(catalog, PdfMetadata.WriteInformation(file, document));
    }
}

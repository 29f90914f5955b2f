using System.Globalization;
using System.Text;

namespace CommonGround.Web.Infrastructure.Documents.Pdf;

/// <summary>Writes the structure, and for each page the way back from its marks to their elements.</summary>
internal static class StructureTree
{
    /// <returns>The number of the structure tree root.</returns>
    public static int Write(PdfFile file, StructureElement document, IReadOnlyList<PageCanvas> pages)
    {
        var root = file.Reserve();
        var numbers = new Dictionary<StructureElement, int>();
        Reserve(file, document, numbers);
        foreach (var (element, number) in numbers)
            file.Write(number, Body(element, numbers, root));

        var parents = new StringBuilder("<< /Nums [");
        foreach (var (index, page) in pages.Index())
        {
            var way = file.Write(PdfSyntax.Array(page.Marked.Select(element => PdfSyntax.Reference(numbers[element]))));
            parents.Append(CultureInfo.InvariantCulture, $"{index} {way} 0 R ");
        }

        var parentTree = file.Write(parents.Append("] >>").ToString());
        file.Write(root, $"<< /Type /StructTreeRoot /K [{numbers[document]} 0 R] /ParentTree {parentTree} 0 R /ParentTreeNextKey {pages.Count} >>");
        return root;
    }

    private static void Reserve(PdfFile file, StructureElement element, Dictionary<StructureElement, int> numbers)
    {
        numbers.Add(element, file.Reserve());
        foreach (var kid in element.Kids.OfType<StructureElement>())
            Reserve(file, kid, numbers);
    }

    private static string Body(StructureElement element, Dictionary<StructureElement, int> numbers, int root)
    {
        var body = new StringBuilder($"<< /Type /StructElem /S /{element.Role} /P {(element.Parent is { } parent ? numbers[parent] : root)} 0 R");
        var page = element.Kids.OfType<PageMark>().FirstOrDefault()?.Page;
        if (page is not null)
            body.Append(CultureInfo.InvariantCulture, $" /Pg {page.Number} 0 R");
        if (element.AlternativeText is { } alternative)
            body.Append(" /Alt ").Append(PdfSyntax.Text(alternative));
        if (element.Attributes is { } attributes)
            body.Append(" /A << ").Append(attributes).Append(" >>");
        body.Append(" /K [");
        foreach (var kid in element.Kids)
            body.Append(' ').Append(kid switch
            {
                StructureElement child => PdfSyntax.Reference(numbers[child]),
                PageMark mark when mark.Page == page => $"{mark.Number}",
                PageMark mark => $"<< /Type /MCR /Pg {mark.Page.Number} 0 R /MCID {mark.Number} >>",
                _ => throw new InvalidOperationException("Neither an element nor a mark."),
            });
        return body.Append(" ] >>").ToString();
    }
}

using CommonGround.Domain.Documents;
using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>The top of the first page: the mark, whose document this is, what it is, and which version.</summary>
internal static class TitleBlock
{
    private const string ProductName = "CommonGround";
    private const double MarkHeight = 34;

    public static IEnumerable<Strip> Set(Document document, Setting setting)
    {
        yield return Mark(setting);
        foreach (var line in setting.Lines(document.Title, TextStyle.Title, setting.Root.Child("H1"), Sheet.Left, Sheet.Measure, keepsWithNext: true))
            yield return line;
        foreach (var line in Optional(document.Subtitle, TextStyle.Subtitle, 2))
            yield return line;
        foreach (var (index, text) in document.MetaLines.Append(setting.Words.Byline(document)).Index())
        {
            foreach (var line in Optional(text, TextStyle.Small, index == 0 ? 5 : 0))
                yield return line;
        }

        yield return new Strip(9, (page, top) =>
        {
            page.MarkArtifact(Artifact.Layout);
            page.Line(Sheet.Left, top + 8, Sheet.Right, top + 8, 1, Palette.Green);
        });

        IEnumerable<Strip> Optional(string? text, TextStyle style, double spaceBefore) => string.IsNullOrWhiteSpace(text)
            ? []
            : setting.Lines(text, style, setting.Root.Child("P"), Sheet.Left, Sheet.Measure, spaceBefore, keepsWithNext: true);
    }

    private static Strip Mark(Setting setting) => new(MarkHeight, (page, top) =>
    {
        const double Radius = 5.2;
        page.MarkArtifact(Artifact.Layout);
        page.Circle(Sheet.Left + Radius + 0.8, top + Radius, Radius, 1.5, Palette.Green);
        page.Circle(Sheet.Left + Radius + 0.8 + 6.5, top + Radius, Radius, 1.5, Palette.Green);
        page.Text(Sheet.Left + 25, top + Radius + 3.5, setting.Fonts.Bold, 10, Palette.Green, ProductName);
    })
    {
        KeepsWithNext = true,
    };
}

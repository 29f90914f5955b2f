using CommonGround.Domain.Documents;
using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout.Blocks;

/// <summary>A box: soft ground, a strong edge to the left, so it is a box without colours too.</summary>
internal static class CalloutSetter
{
    private const double SpaceBefore = 12, Padding = 11, Indent = 16, Between = 4, Edge = 3;

    public static IEnumerable<Strip> Set(Callout callout, Setting setting)
    {
        var element = setting.Root.Child("Div");
        var strips = Inside(callout, setting, element).ToList();
        for (var index = 0; index < strips.Count; index++)
        {
            var isFirst = index == 0;
            // Air between paragraphs becomes part of the box, or the ground would show stripes.
            yield return (strips[index] with { SpaceBefore = 0 })
                .Padded(isFirst ? Padding : strips[index].SpaceBefore, index == strips.Count - 1 ? Padding : 0)
                .Over(Ground) with
            { SpaceBefore = isFirst ? SpaceBefore : 0 };
        }
    }

    private static IEnumerable<Strip> Inside(Callout callout, Setting setting, StructureElement element)
    {
        var (left, measure) = (Sheet.Left + Indent, Sheet.Measure - 2 * Indent);
        if (!string.IsNullOrWhiteSpace(callout.Title))
        {
            foreach (var line in setting.Lines(callout.Title, TextStyle.BodyStrong, element.Child("P"), left, measure, 0, keepsWithNext: true))
                yield return line;
        }

        foreach (var paragraph in callout.Paragraphs)
        {
            foreach (var line in setting.Lines(paragraph, TextStyle.Body, element.Child("P"), left, measure, Between))
                yield return line;
        }
    }

    private static void Ground(PageCanvas page, double top, double height)
    {
        page.Rectangle(Sheet.Left, top, Sheet.Measure, height, Palette.GreenSoft);
        page.Rectangle(Sheet.Left, top, Edge, height, Palette.Green);
    }
}

using CommonGround.Domain.Documents;

namespace CommonGround.Web.Infrastructure.Documents.Layout.Blocks;

internal static class FactListSetter
{
    private const double SpaceBefore = 6, Between = 2, Gutter = 16, WidestTerm = 0.35;
    private static readonly TextStyle TermStyle = TextStyle.Body with { Colour = Palette.Soft };

    public static IEnumerable<Strip> Set(FactList list, Setting setting)
    {
        if (list.Facts.Count == 0)
            yield break;
        var element = setting.Root.Child("L");
        element.Attributes = "/O /List /ListNumbering /None";
        var termWidth = Math.Min(Sheet.Measure * WidestTerm, list.Facts.Max(fact => setting.WidthOf(fact.Term, TermStyle)) + 0.5);
        var left = Sheet.Left + termWidth + Gutter;
        foreach (var (index, fact) in list.Facts.Index())
        {
            var entry = element.Child("LI");
            var row = new CellRow(
                setting,
                [
                    new Cell(fact.Term, TermStyle, entry.Child("Lbl"), Sheet.Left, termWidth),
                    new Cell(fact.Definition, TextStyle.Body, entry.Child("LBody"), left, Sheet.Right - left),
                ],
                above: Between / 2,
                below: Between / 2);
            foreach (var strip in row.Strips())
                yield return index == 0 ? strip with { SpaceBefore = SpaceBefore } : strip;
        }
    }
}

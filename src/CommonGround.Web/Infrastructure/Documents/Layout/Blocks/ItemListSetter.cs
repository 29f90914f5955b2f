using System.Globalization;
using CommonGround.Domain.Documents;
using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout.Blocks;

internal static class ItemListSetter
{
    private const double SpaceBefore = 6, SpaceBetween = 3, MarkIndent = 4, Gap = 9;
    private static readonly TextStyle Style = TextStyle.Body;

    public static IEnumerable<Strip> Set(ItemList list, Setting setting)
    {
        var element = setting.Root.Child("L");
        element.Attributes = $"/O /List /ListNumbering /{(list.Numbered ? "Decimal" : "Disc")}";
        var indent = MarkIndent + setting.WidthOf(MarkOf(list, list.Items.Count), Style) + Gap;
        foreach (var (index, item) in list.Items.Index())
        {
            var entry = element.Child("LI");
            var (label, body) = (entry.Child("Lbl"), entry.Child("LBody"));
            var isFirstLine = true;
            foreach (var line in setting.Lines(item, Style, body, Sheet.Left + indent, Sheet.Measure - indent, index == 0 ? SpaceBefore : SpaceBetween))
            {
                yield return isFirstLine ? WithMark(line, MarkOf(list, index + 1), label, setting) : line;
                isFirstLine = false;
            }
        }
    }

    private static string MarkOf(ItemList list, int number) =>
        list.Numbered ? string.Create(CultureInfo.InvariantCulture, $"{number}.") : "•";

    private static Strip WithMark(Strip line, string mark, StructureElement label, Setting setting) => line with
    {
        Draw = (page, top) =>
        {
            page.Mark(label);
            page.Text(Sheet.Left + MarkIndent, top + Style.Baseline, setting.Fonts.Regular, Style.Size, Palette.Green, mark + " ");
            line.Draw(page, top);
        },
    };
}

using CommonGround.Domain.Documents;
using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout.Blocks;

/// <summary>Caption, drawing with words in its place for those who listen, and the table.</summary>
internal static class GradedStepsSetter
{
    private const double SpaceBefore = 12, PlotHeight = 88, AboveScale = 16, Axis = 34, BelowPlot = 5;
    private static readonly int[] Scale = [0, 50, 100];

    public static IEnumerable<Strip> Set(GradedStepsFigure figure, Setting setting)
    {
        if (!string.IsNullOrWhiteSpace(figure.Caption))
        {
            foreach (var line in setting.Lines(
                figure.Caption, TextStyle.BodyStrong, setting.Root.Child("P"), Sheet.Left, Sheet.Measure, SpaceBefore, keepsWithNext: true))
                yield return line;
        }

        if (figure.Steps.Count > 0)
            yield return Drawing(figure, setting);
        foreach (var strip in TableSetter.Set(GradedStepsTable.Of(figure, setting.Words), setting))
            yield return strip;
    }

    private static Strip Drawing(GradedStepsFigure figure, Setting setting)
    {
        var element = new StructureElement("Figure", setting.Root) { AlternativeText = figure.AlternativeText };
        var chart = new GradedStepsChart(figure.Steps, Sheet.Measure - Axis, PlotHeight);
        var labels = Labels(figure, setting, chart.SlotWidth);
        var height = AboveScale + PlotHeight + BelowPlot + labels.Max(lines => lines.Count) * TextStyle.ChartLabel.Leading;
        return new Strip(height, (page, top) =>
        {
            element.Attributes = $"/O /Layout /Placement /Block /BBox [{PdfSyntax.Number(Sheet.Left)} {PdfSyntax.Number(Sheet.Height - top - height)}"
                + $" {PdfSyntax.Number(Sheet.Right)} {PdfSyntax.Number(Sheet.Height - top)}]";
            page.Mark(element);
            var plotTop = top + AboveScale;
            foreach (var percent in Scale)
                DrawScale(page, setting, percent, plotTop + chart.TopOf(percent), chart.SlotWidth * figure.Steps.Count);
            foreach (var (bar, lines) in chart.Bars().Zip(labels))
            {
                DrawBar(page, setting, bar, plotTop, chart.SlotWidth);
                DrawCentred(page, setting, lines, Sheet.Left + Axis + bar.Middle, plotTop + PlotHeight + BelowPlot);
            }
        })
        {
            SpaceBefore = 6,
        };
    }

    /// <summary>The label under each bar; its number where the bars stand too close for words.</summary>
    private static List<List<SetLine>> Labels(GradedStepsFigure figure, Setting setting, double slotWidth)
    {
        var style = TextStyle.ChartLabel;
        var fits = figure.Steps.All(step => TextMeasure.Of(step.Label, setting.Fonts, style).WidestWord <= slotWidth - 4);
        return [.. figure.Steps.Select((step, index) =>
            LineBreaker.Break(fits ? step.Label : $"{index + 1}", setting.Fonts, style, slotWidth - 4).Take(4).ToList())];
    }

    private static void DrawScale(PageCanvas page, Setting setting, int percent, double y, double width)
    {
        page.Line(Sheet.Left + Axis, y, Sheet.Left + Axis + width, y, percent == 0 ? 1 : 0.5, percent == 0 ? Palette.Green : Palette.Hairline);
        var text = setting.Words.Percent(percent);
        var left = Sheet.Left + Axis - 6 - setting.WidthOf(text, TextStyle.Foot);
        page.Text(left, y + 2.8, setting.Fonts.Regular, TextStyle.Foot.Size, Palette.Soft, text);
    }

    private static void DrawBar(PageCanvas page, Setting setting, StepBarShape bar, double plotTop, double slotWidth)
    {
        var left = Sheet.Left + Axis + bar.Left;
        if (bar.LightHeight > 0)
        {
            page.Rectangle(left, plotTop + bar.Top, bar.Width, bar.LightHeight, Palette.GreenMiddle);
            page.Rectangle(left + 0.75, plotTop + bar.Top + 0.75, bar.Width - 1.5, bar.LightHeight - 0.75, Palette.GreenSoft);
        }

        page.Rectangle(left, plotTop + bar.SolidTop, bar.Width, bar.SolidHeight, Palette.Green);
        var value = LineBreaker.Break(setting.Words.Degree(bar.Step), setting.Fonts, TextStyle.ChartValue, double.MaxValue).ToList();
        if (value.Max(line => line.Width) <= slotWidth - 3)
            DrawCentred(page, setting, value, left + bar.Width / 2, plotTop + bar.Top - TextStyle.ChartValue.Leading - 1, TextStyle.ChartValue);
    }

    private static void DrawCentred(PageCanvas page, Setting setting, List<SetLine> lines, double middle, double top, TextStyle? style = null)
    {
        style ??= TextStyle.ChartLabel;
        foreach (var (index, line) in lines.Index())
            setting.Draw(page, line, style, middle - line.Width / 2, top + index * style.Leading);
    }
}

using CommonGround.Domain.Documents;
using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>What every block is set with, and the setting of plain words, which all of them need.</summary>
internal sealed class Setting(DocumentWords words, StructureElement root, PdfOutline outline)
{
    public FontPair Fonts { get; } = new();

    public DocumentWords Words { get; } = words;

    public StructureElement Root { get; } = root;

    public PdfOutline Outline { get; } = outline;

    /// <summary>The lines of a text, never leaving one line of it alone on a page.</summary>
    public IEnumerable<Strip> Lines(
        InlineText text, TextStyle style, StructureElement element, double left, double measure, double spaceBefore = 0, bool keepsWithNext = false)
    {
        var waiting = new Queue<SetLine>();
        var index = 0;
        foreach (var line in LineBreaker.Break(text, Fonts, style, measure))
        {
            waiting.Enqueue(line);
            if (waiting.Count > 2)
                yield return Strip(waiting.Dequeue(), keeps: index == 0);
        }

        while (waiting.TryDequeue(out var line))
            yield return Strip(line, keeps: waiting.Count == 1 || index == 0 && waiting.Count > 0);

        Strip Strip(SetLine line, bool keeps) => new(style.Leading, (page, top) =>
        {
            page.Mark(element);
            Draw(page, line, style, left, top);
        })
        {
            SpaceBefore = index++ == 0 ? spaceBefore : 0,
            KeepsWithNext = keeps || keepsWithNext,
        };
    }

    public void Draw(PageCanvas page, SetLine line, TextStyle style, double left, double top)
    {
        foreach (var run in line.Runs)
        {
            page.Text(left, top + style.Baseline, Fonts.Of(run.IsBold), style.Size, style.Colour, run.Text);
            left += run.Width;
        }
    }

    /// <summary>The width of one line of words.</summary>
    public double WidthOf(string text, TextStyle style) => TextMeasure.Of(text, Fonts, style).WholeLine;
}

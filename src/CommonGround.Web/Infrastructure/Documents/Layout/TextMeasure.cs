using CommonGround.Domain.Documents;

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>How narrow a text can be set without breaking a word, and how wide it is on one line; in points.</summary>
internal readonly record struct TextMeasure(double WidestWord, double WholeLine)
{
    public static TextMeasure Of(InlineText text, FontPair fonts, TextStyle style)
    {
        double word = 0, line = 0, widestWord = 0, widestLine = 0;
        foreach (var span in text.Spans)
        {
            foreach (var codePoint in Typesettable.CodePoints(span.Text))
            {
                var width = codePoint == '\n' ? 0 : fonts.AdvanceOf(codePoint, style.IsBold || span.IsStrong) * style.Size / 1000;
                word = codePoint is ' ' or '\n' ? 0 : word + width;
                line = codePoint == '\n' ? 0 : line + width;
                (widestWord, widestLine) = (Math.Max(widestWord, word), Math.Max(widestLine, line));
            }
        }

        return new TextMeasure(widestWord, widestLine);
    }
}

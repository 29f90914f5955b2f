using CommonGround.Domain.Documents;

namespace CommonGround.Web.Infrastructure.Documents.Layout.Blocks;

internal static class ParagraphSetter
{
    private const double SpaceBefore = 7, VoiceIndent = 16, VoiceBar = 2.5;

    public static IEnumerable<Strip> Set(Paragraph paragraph, Setting setting) => paragraph.Tone switch
    {
        Tone.Voice => Voice(paragraph.Text, setting),
        Tone.Soft => Plain(paragraph.Text, TextStyle.Small, setting),
        Tone.Emphasised => Plain(paragraph.Text, TextStyle.BodyStrong, setting),
        _ => Plain(paragraph.Text, TextStyle.Body, setting),
    };

    private static IEnumerable<Strip> Plain(InlineText text, TextStyle style, Setting setting) =>
        setting.Lines(text, style, setting.Root.Child("P"), Sheet.Left, Sheet.Measure, SpaceBefore);

    /// <summary>Someone's own words, with the bar beside them that quotations have on screen.</summary>
    private static IEnumerable<Strip> Voice(InlineText text, Setting setting)
    {
        var element = setting.Root.Child("BlockQuote").Child("P");
        return setting.Lines(text, TextStyle.Voice, element, Sheet.Left + VoiceIndent, Sheet.Measure - VoiceIndent, SpaceBefore + 3)
            .Select(line => line.Over((page, top, height) => page.Rectangle(Sheet.Left, top, VoiceBar, height, Palette.Green)));
    }
}

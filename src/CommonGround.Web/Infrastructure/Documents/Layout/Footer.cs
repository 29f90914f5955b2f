using CommonGround.Domain.Documents;
using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>At the foot of every page: what this is, how to treat it, and how many pages belong together.</summary>
internal static class Footer
{
    private const double RuleAt = Sheet.Height - 54, Gap = 20;
    private const int MostLines = 2;
    private static readonly TextStyle Style = TextStyle.Foot;

    public static void Draw(PageCanvas page, Setting setting, Document document, int number, int count)
    {
        page.MarkArtifact(Artifact.Footer);
        page.Line(Sheet.Left, RuleAt, Sheet.Right, RuleAt, 0.5, Palette.Hairline);
        var pageOf = setting.Words.PageOf(number, count);
        var right = Sheet.Right - setting.WidthOf(pageOf, Style);
        page.Text(right, RuleAt + 4 + Style.Baseline, setting.Fonts.Regular, Style.Size, Style.Colour, pageOf);

        var top = RuleAt + 4;
        foreach (var text in new[] { document.Title, document.Classification }.Where(text => !string.IsNullOrWhiteSpace(text)))
        {
            foreach (var line in LineBreaker.Break(text!, setting.Fonts, Style, right - Sheet.Left - Gap).Take(MostLines))
            {
                setting.Draw(page, line, Style, Sheet.Left, top);
                top += Style.Leading;
            }
        }
    }
}

using CommonGround.Domain.Documents;

namespace CommonGround.Web.Infrastructure.Documents.Layout.Blocks;

/// <summary>Each party on a row of its own: what is known to be signed or received, or a line for a pen.</summary>
internal static class SignaturesSetter
{
    private const double SpaceBefore = 14, PenRoom = 40, Padding = 6, NameShare = 0.45;

    public static IEnumerable<Strip> Set(Signatures signatures, Setting setting)
    {
        var element = setting.Root.Child("L");
        element.Attributes = "/O /List /ListNumbering /None";
        var left = Sheet.Left + Sheet.Measure * NameShare;
        foreach (var (index, line) in signatures.Lines.Index())
        {
            var entry = element.Child("LI");
            var isSigned = line.Signed is not null;
            var row = new CellRow(
                setting,
                [
                    new Cell(line.Label, TextStyle.Body, entry.Child("Lbl"), Sheet.Left, left - Sheet.Left - 12)
                    {
                        Drop = isSigned ? 0 : -TextStyle.Body.Leading,
                    },
                    isSigned
                        ? new Cell($"✓ {line.Signed}", TextStyle.Body, entry.Child("LBody"), left, Sheet.Right - left)
                        : new Cell(setting.Words.ToSign, TextStyle.Foot, entry.Child("LBody"), left, Sheet.Right - left),
                ],
                above: isSigned ? Padding : PenRoom - TextStyle.Body.Leading,
                below: Padding);
            foreach (var strip in row.Strips())
                yield return (isSigned ? strip : WithPenLine(strip, left)) with { SpaceBefore = index == 0 ? SpaceBefore : 0 };
        }
    }

    private static Strip WithPenLine(Strip strip, double left) => strip.Over((page, top, height) =>
    {
        var y = top + PenRoom - TextStyle.Body.Leading - 1;
        page.Line(left, y, Sheet.Right, y, 0.75, Palette.Ink);
    });
}

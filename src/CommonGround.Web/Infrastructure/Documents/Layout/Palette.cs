using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>The product's colours on paper. All text has at least 7:1 against white; nothing is told by colour alone.</summary>
internal static class Palette
{
    public static readonly Colour Ink = new(0, 0, 0);
    public static readonly Colour Soft = new(74, 88, 92);
    public static readonly Colour Green = new(18, 84, 79);
    public static readonly Colour GreenSoft = new(226, 239, 236);
    public static readonly Colour GreenMiddle = new(150, 190, 182);
    public static readonly Colour Hairline = new(200, 194, 182);
}

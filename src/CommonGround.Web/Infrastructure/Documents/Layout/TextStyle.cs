using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>How words are set. Size and leading (the distance from one baseline to the next) are in points.</summary>
internal sealed record TextStyle(double Size, double Leading, Colour Colour, bool IsBold = false)
{
    private const double Ascent = 1.069, Descent = 0.293;

    public static readonly TextStyle Body = new(10.5, 15.5, Palette.Ink);
    public static readonly TextStyle BodyStrong = Body with { IsBold = true };
    public static readonly TextStyle Voice = new(11.5, 17.5, Palette.Ink);
    public static readonly TextStyle Small = new(9, 13.5, Palette.Soft);
    public static readonly TextStyle SmallStrong = Small with { IsBold = true };
    public static readonly TextStyle Cell = new(9.5, 13.5, Palette.Ink);
    public static readonly TextStyle Title = new(22, 28, Palette.Green, IsBold: true);
    public static readonly TextStyle Subtitle = new(13, 18.5, Palette.Ink);
    public static readonly TextStyle Heading1 = new(14.5, 20, Palette.Green, IsBold: true);
    public static readonly TextStyle Heading2 = new(12, 17, Palette.Green, IsBold: true);
    public static readonly TextStyle Heading3 = new(10.5, 15.5, Palette.Ink, IsBold: true);
    public static readonly TextStyle Foot = new(8, 11, Palette.Soft);
    public static readonly TextStyle ChartLabel = new(8.5, 11.5, Palette.Ink);
    public static readonly TextStyle ChartValue = new(9, 12, Palette.Ink, IsBold: true);

    /// <summary>From the top of a line to its baseline.</summary>
    public double Baseline => (Leading - (Ascent + Descent) * Size) / 2 + Ascent * Size;
}

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>A4 with generous margins, in points: lines of some 75 letters, room to write and to punch.</summary>
internal static class Sheet
{
    public const double Width = 595.28, Height = 841.89;
    public const double Left = 68, Right = Width - 68, Top = 56, Bottom = Height - 72;
    public const double Measure = Right - Left;
    public const double FullHeight = Bottom - Top;
}

using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Documents;

/// <summary>
/// Level 1 to 3 below the document's title. Renderers close gaps (a 3 after a 1 is set as a 2), because a skipped
/// level reads as a lost part to someone who listens (PDF/UA-1, 7.4.2).
/// </summary>
public sealed record Heading : Block
{
    public Heading(InformationKind kind, int level, string text)
        : base(kind)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 3);
        ArgumentNullException.ThrowIfNull(text);
        Level = level;
        Text = text;
    }

    public int Level { get; }

    public string Text { get; }
}

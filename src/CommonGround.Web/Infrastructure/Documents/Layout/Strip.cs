using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>
/// What is never split between pages: a line, a table row, a drawing. Pages are made by putting strips under each
/// other. Draw gets the page and the strip's upper edge.
/// </summary>
internal sealed record Strip(double Height, Action<PageCanvas, double> Draw)
{
    /// <summary>Air above; not at the top of a page.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>Not to be the last thing on its page.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>Begins a page.</summary>
    public bool StartsPage { get; init; }

    /// <summary>Set again above this strip where a page begins with it: a table's header.</summary>
    public Strip? RepeatedHead { get; init; }

    /// <summary>With room inside its edges, which a background fills.</summary>
    public Strip Padded(double above, double below) => this with
    {
        Height = Height + above + below,
        Draw = (page, top) => Draw(page, top + above),
    };

    /// <summary>With something drawn behind it, over its whole height.</summary>
    public Strip Over(Action<PageCanvas, double, double> background) => this with
    {
        Draw = (page, top) =>
        {
            page.MarkArtifact(Artifact.Layout);
            background(page, top, Height);
            Draw(page, top);
        },
    };
}

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>One line of words that fits its measure.</summary>
internal sealed record SetLine(IReadOnlyList<SetRun> Runs)
{
    public double Width => Runs.Sum(run => run.Width);
}

/// <summary>Words of one weight on a line; the width in points, a last space included.</summary>
internal readonly record struct SetRun(string Text, bool IsBold, double Width);

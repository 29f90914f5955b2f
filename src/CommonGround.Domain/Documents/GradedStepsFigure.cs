using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Documents;

/// <summary>
/// The way back to work drawn as bars, with the same numbers as a table beside it and words for those who do not
/// see the drawing.
/// </summary>
public sealed record GradedStepsFigure(
    InformationKind Kind, string Caption, string AlternativeText, IReadOnlyList<StepBar> Steps) : Block(Kind);

/// <summary>One graded step: from <see cref="FromPercent"/> to <see cref="ToPercent"/> of full working time, 0–100, equal where it is no range.</summary>
public sealed record StepBar
{
    public StepBar(string label, int fromPercent, int toPercent, string? note = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromPercent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toPercent, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fromPercent, toPercent);
        (Label, FromPercent, ToPercent, Note) = (label, fromPercent, toPercent, note);
    }

    /// <summary>When the step begins, in words: "12 Jan".</summary>
    public string Label { get; }

    public int FromPercent { get; }

    public int ToPercent { get; }

    /// <summary>When it is reviewed, or what else belongs to it. Stands in the table only.</summary>
    public string? Note { get; }
}

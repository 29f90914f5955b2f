using System.Globalization;

namespace CommonGround.Web.Features.Shared;

/// <summary>
/// Graded steps as bars, each from its surely agreed part up to its hoped-for part. Drawn by <c>_Steps</c> with a table.
/// </summary>
/// <param name="Caption">What is shown, with its unit ("Way back to work, in % worked").</param>
/// <param name="Steps">In order of time.</param>
/// <param name="Top">The value of a full bar: 100 for percent, the contracted hours for hours.</param>
public sealed record StepsView(string Caption, IReadOnlyList<StepBar> Steps, int Top = 100)
{
    private const int Slot = 84;

    private const int Tall = 120;

    public int Width => Math.Max(1, Steps.Count) * Slot;

    /// <summary>Where a bar stands in the drawing: x, the y of its sure and of its hoped-for top, and the ground.</summary>
    public (int X, int SureY, int HopedY, int Ground) Place(int index)
    {
        var step = Steps[index];
        return (index * Slot, Ground(step.From), Ground(step.To), Tall + 24);
    }

    private int Ground(int value) =>
        24 + Tall - (int)Math.Round(Math.Clamp(value, 0, Top) * (double)Tall / Math.Max(1, Top), MidpointRounding.AwayFromZero);

    public string Read(StepBar step) =>
        step.From == step.To ? step.From.ToString(CultureInfo.CurrentCulture) : $"{step.From}–{step.To}";
}

/// <summary>One step: from and up to which degree or hours, in words from when, and whether it is now or paused.</summary>
public sealed record StepBar(string When, int From, int To, bool Now = false, bool Paused = false, string? Review = null);

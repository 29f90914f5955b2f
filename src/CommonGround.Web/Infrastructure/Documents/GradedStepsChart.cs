using CommonGround.Domain.Documents;

namespace CommonGround.Web.Infrastructure.Documents;

/// <summary>
/// The measures of the bars, the same on page and paper: the sure part of a step is solid, the part up to its upper
/// end is light. Distances are from the drawing's upper left corner.
/// </summary>
internal sealed class GradedStepsChart(IReadOnlyList<StepBar> steps, double width, double height)
{
    private const double WidestSlot = 110, Gap = 0.12;

    public double SlotWidth { get; } = Math.Min(WidestSlot, width / Math.Max(1, steps.Count));

    public IEnumerable<StepBarShape> Bars() => steps.Select((step, index) =>
    {
        var gap = SlotWidth * Gap;
        return new StepBarShape(
            step, index * SlotWidth + gap / 2, SlotWidth - gap, HeightOf(step.FromPercent), HeightOf(step.ToPercent), height);
    });

    public double TopOf(int percent) => height - HeightOf(percent);

    private double HeightOf(int percent) => height * percent / 100;
}

/// <summary>One bar. The light part stands on the solid one and is zero where the step is no range.</summary>
internal readonly record struct StepBarShape(StepBar Step, double Left, double Width, double SolidHeight, double WholeHeight, double ChartHeight)
{
    public double Top => ChartHeight - WholeHeight;

    public double SolidTop => ChartHeight - SolidHeight;

    public double LightHeight => WholeHeight - SolidHeight;

    public double Middle => Left + Width / 2;
}

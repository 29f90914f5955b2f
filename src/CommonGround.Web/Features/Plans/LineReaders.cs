using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Plans;

/// <summary>Who reads a line, as people choose it: audience and kind in one.</summary>
public enum LineReaders
{
    Care,
    Work,
    Insurance,
    WorkAndInsurance,

    /// <summary>What the person can and cannot do: the care.</summary>
    Function,

    /// <summary>About health: who treats.</summary>
    Health,

    /// <summary>Part of the person's own story: whom they have shown it to.</summary>
    Story,
}

/// <summary>From one to the other.</summary>
public static class LineReading
{
    public static LineReaders Of(PlanAudience audience, InformationKind kind) => (audience, kind) switch
    {
        (_, InformationKind.Function) => LineReaders.Function,
        (_, InformationKind.Health) => LineReaders.Health,
        (_, InformationKind.Story) => LineReaders.Story,
        (PlanAudience.Workplace, _) => LineReaders.Work,
        (PlanAudience.Insurance, _) => LineReaders.Insurance,
        (PlanAudience.Workplace | PlanAudience.Insurance, _) => LineReaders.WorkAndInsurance,
        _ => LineReaders.Care,
    };

    public static PlanAudience Audience(this LineReaders readers) => readers switch
    {
        LineReaders.Work => PlanAudience.Workplace,
        LineReaders.Insurance => PlanAudience.Insurance,
        LineReaders.WorkAndInsurance => PlanAudience.Workplace | PlanAudience.Insurance,
        _ => PlanAudience.CitizenAndCare,
    };

    public static InformationKind Kind(this LineReaders readers) => readers switch
    {
        LineReaders.Function => InformationKind.Function,
        LineReaders.Health => InformationKind.Health,
        LineReaders.Story => InformationKind.Story,
        _ => InformationKind.Plan,
    };

    /// <summary>What a writer can choose for a line: nobody chooses readers among whom they are not.</summary>
    public static IEnumerable<LineReaders> For(PlanItemType type, Func<InformationKind, bool> sees)
    {
        LineReaders[] open = [LineReaders.Care, LineReaders.Work, LineReaders.Insurance, LineReaders.WorkAndInsurance];
        LineReaders[] more = type switch
        {
            PlanItemType.Ability => [LineReaders.Function],
            PlanItemType.Setback => [LineReaders.Health, LineReaders.Story],
            _ => [],
        };
        return open.Concat(more).Where(r => sees(r.Kind()));
    }
}

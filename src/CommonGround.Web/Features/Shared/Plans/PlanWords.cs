using CommonGround.Domain.Plans;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Shared.Plans;

/// <summary>How parts of a plan read, on pages and on paper.</summary>
public static class PlanWords
{
    /// <summary>25–50 %, 10–12 hours a week.</summary>
    public static string Worked(PlanItem step, Texts t) => Worked(step.DegreeFrom, step.DegreeTo, step.HoursFrom, step.HoursTo, t);

    public static string Worked(int? degreeFrom, int? degreeTo, decimal? hoursFrom, decimal? hoursTo, Texts t)
    {
        var parts = new List<string>();
        if ((degreeFrom ?? degreeTo) is { } degree)
            parts.Add(t["plan.percent", t.Range(degree, degreeTo ?? degree)]);
        if ((hoursFrom ?? hoursTo) is { } hours)
            parts.Add(t["plan.hours", Hours(hours, t) + ((hoursTo ?? hours) == hours ? "" : "–" + Hours(hoursTo!.Value, t))]);
        return string.Join(", ", parts);
    }

    public static string Status(PlanItem item, Texts t)
    {
        var status = t[$"plan.status.{(item.Type == PlanItemType.Adjustment ? "Adjustment" : "Task")}.{item.Status}"];
        return item.Status == ActionStatus.NotDone && item.Why is { } why ? $"{status}: {why}" : status;
    }

    /// <summary>As <see cref="Status"/>, with what the citizen says to it: for who reads the plan itself, and no copy.</summary>
    public static string Followed(PlanItem item, Texts t) => item.Confirmed switch
    {
        Confirmation.Yes when item.StatusByPersonId is not null => $"{Status(item, t)}, {t["plan.status.confirmed"]}",
        Confirmation.NotQuite => $"{Status(item, t)}. {t["plan.status.not-quite", item.ConfirmedWords]}",
        _ => Status(item, t),
    };

    /// <summary>The class that draws its sign.</summary>
    public static string Sign(PlanItem item) => item.Status switch
    {
        ActionStatus.InPlace when item.Confirmed == Confirmation.NotQuite => "heed",
        ActionStatus.InPlace => "in-place",
        ActionStatus.NotDone => "heed",
        _ => "planned",
    };

    /// <summary>The sign beside what someone said, and its class.</summary>
    public static (string? Class, string Sign) SignOf(StancePosition position) => position switch
    {
        StancePosition.Agrees => ("tick", "✓"),
        StancePosition.Noted => (null, "·"),
        StancePosition.Question => ("warn", "?"),
        _ => ("warn", "!"),
    };

    public static string Stance(string name, Stance stance, Texts t, bool withWords)
    {
        var said = t["plan.stance-of", name, t["stance." + stance.Position]];
        var words = withWords ? Said(stance, t) : "";
        return words.Length == 0 ? said : $"{said}: {words}";
    }

    /// <summary>What was said in words.</summary>
    public static string Said(Stance stance, Texts t) => string.Join(" ", new[]
    {
        stance.Words,
        stance.WayForward is { } way ? t["stance.way", way] : null,
        stance.Rule is { } rule ? t["stance.rule", rule] : null,
    }.OfType<string>());

    private static string Hours(decimal hours, Texts t) => hours.ToString("0.##", t.Culture);
}

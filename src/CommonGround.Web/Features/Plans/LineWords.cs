using CommonGround.Domain.Plans;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Plans;

/// <summary>How one field of a line reads, where two texts are set against each other.</summary>
internal static class LineWords
{
    public static string Value(PlanItemContent item, PlanField field, PlanPeople people, Texts t) => field switch
    {
        PlanField.Text => item.Text,
        PlanField.Wish => item.Wish ?? "",
        PlanField.Owner => item.OwnerPartyId is null ? "" : people.NameOf(item.OwnerPartyId),
        PlanField.From => item.From is { } from ? t.Date(from) : "",
        PlanField.Due => item.Due is { } due ? t.Date(due) : "",
        PlanField.Degree => PlanWords.Worked(item.DegreeFrom, item.DegreeTo, null, null, t),
        PlanField.Hours => PlanWords.Worked(null, null, item.HoursFrom, item.HoursTo, t),
        PlanField.MayPause => t[item.MayPause ? "plan.may-pause" : "plan.may-not-pause"],
        PlanField.Audience => t["plan.readers." + LineReading.Of(item.Audience, item.Kind)],
        PlanField.Status => t[$"plan.status.{(item.Type == PlanItemType.Adjustment ? "Adjustment" : "Task")}.{item.Status}"]
            + (item.Why is null ? "" : $": {item.Why}"),
        _ => "",
    };

    /// <summary>The fields that say something.</summary>
    public static IEnumerable<(PlanField Field, string Words)> All(PlanItemContent item, PlanPeople people, Texts t) =>
        from field in Enum.GetValues<PlanField>()
        where field is not (PlanField.Goal or PlanField.MayPause) && (field != PlanField.Status || item.Status != ActionStatus.Planned)
        let words = Value(item, field, people, t)
        where words.Length > 0
        select (field, words);
}

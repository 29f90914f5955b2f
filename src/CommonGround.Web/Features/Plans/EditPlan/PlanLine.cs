using CommonGround.Domain.Plans;

namespace CommonGround.Web.Features.Plans.EditPlan;

/// <summary>One line of the plan in the form.</summary>
public sealed class PlanLine
{
    public Guid Lineage { get; set; }

    public PlanItemType Type { get; set; }

    public string? Text { get; set; }

    public string? Wish { get; set; }

    public Guid? Goal { get; set; }

    public LineReaders Readers { get; set; }

    public Guid? Owner { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Due { get; set; }

    public int? DegreeFrom { get; set; }

    public int? DegreeTo { get; set; }

    public decimal? HoursFrom { get; set; }

    public decimal? HoursTo { get; set; }

    public bool MayPause { get; set; }

    public ActionStatus Status { get; set; } = ActionStatus.Planned;

    public string? Why { get; set; }

    /// <summary>To be taken away when the plan is saved.</summary>
    public bool Remove { get; set; }

    /// <summary>A line that was added and left empty.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Wish) && Owner is null && From is null && Due is null
        && DegreeFrom is null && HoursFrom is null;

    public PlanItemContent Content() => new PlanItemContent
    {
        LineageId = Lineage, Type = Type, Text = Text ?? "", Kind = Readers.Kind(), Audience = Readers.Audience(), Wish = Wish, GoalLineageId = Goal,
        OwnerPartyId = Owner, From = From, Due = Due, DegreeFrom = DegreeFrom, DegreeTo = DegreeTo, HoursFrom = HoursFrom, HoursTo = HoursTo,
        MayPause = MayPause, Status = Status, Why = Why,
    }.Tidied();

    public static PlanLine Of(PlanItemContent item) => new()
    {
        Lineage = item.LineageId, Type = item.Type, Text = item.Text, Readers = LineReading.Of(item.Audience, item.Kind), Wish = item.Wish,
        Goal = item.GoalLineageId, Owner = item.OwnerPartyId, From = item.From, Due = item.Due, DegreeFrom = item.DegreeFrom,
        DegreeTo = item.DegreeTo, HoursFrom = item.HoursFrom, HoursTo = item.HoursTo, MayPause = item.MayPause, Status = item.Status, Why = item.Why,
    };

    /// <summary>Where the form has the part of a line that something is said about.</summary>
    public static string FieldOf(PlanField field) => field switch
    {
        PlanField.Owner => nameof(Owner),
        PlanField.From => nameof(From),
        PlanField.Due => nameof(Due),
        PlanField.Degree => nameof(DegreeFrom),
        PlanField.Hours => nameof(HoursFrom),
        PlanField.Wish => nameof(Wish),
        PlanField.Goal => nameof(Goal),
        PlanField.Audience => nameof(Readers),
        PlanField.Status => nameof(Why),
        _ => nameof(Text),
    };
}

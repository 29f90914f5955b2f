using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Plans;

/// <summary>Sara, her coordinator, her supervisor, her doctor and her caseworker, and a plan to begin with.</summary>
internal static class Planning
{
    public static readonly DateTime Now = new(2026, 12, 9, 13, 40, 0, DateTimeKind.Utc);
    public static readonly Guid CaseId = Id(100);
    public static readonly PlanParty Sara = new(Id(1), Id(11), PartyRole.Citizen, Hat.Support);
    public static readonly PlanParty Amina = new(Id(2), Id(12), PartyRole.Coordinator, Hat.Support);
    public static readonly PlanParty Jonas = new(Id(3), Id(13), PartyRole.Supervisor, Hat.Support);
    public static readonly PlanParty Karin = new(Id(4), Id(14), PartyRole.TreatingDoctor, Hat.Support);
    public static readonly PlanParty Maria = new(Id(5), Id(15), PartyRole.Caseworker, Hat.Decides);
    public static readonly IReadOnlyList<PlanParty> Everyone = [Sara, Amina, Jonas, Karin, Maria];
    public static readonly IReadOnlyList<Stance> NoneYet = [];

    public static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static DateOnly Day(int day, int month = 1) => new(2027, month, day);

    public static PlanItemContent Goal(int n = 201, string text = "Back to my own job, half time, before Easter") => new()
    {
        LineageId = Id(n), Type = PlanItemType.Goal, Text = text, Due = Day(1, 2), Audience = PlanAudience.Workplace | PlanAudience.Insurance,
    };

    public static PlanItemContent Adjustment(int n = 202) => new()
    {
        LineageId = Id(n), Type = PlanItemType.Adjustment, Text = "Own room after lunch", OwnerPartyId = Jonas.PartyId, From = Day(12),
        Due = Day(26), Audience = PlanAudience.Workplace,
    };

    public static PlanItemContent Step(int n = 203, int from = 25, int to = 50) => new()
    {
        LineageId = Id(n), Type = PlanItemType.GradedStep, Text = "Two mornings a week, own subject", From = Day(12), Due = Day(26),
        DegreeFrom = from, DegreeTo = to, MayPause = true, Audience = PlanAudience.Workplace,
    };

    public static PlanItemContent Task(int n = 204, PlanParty? owner = null) => new()
    {
        LineageId = Id(n), Type = PlanItemType.Task, Text = "Ask the head of schools for a substitute", OwnerPartyId = (owner ?? Karin).PartyId,
        Due = Day(8),
    };

    public static PlanItemContent Setback(int n = 205) => new()
    {
        LineageId = Id(n), Type = PlanItemType.Setback, Text = "Waking at four: I call Amina", Kind = InformationKind.Health,
    };

    public static PlanVersion First(params PlanItemContent[] items) =>
        PlanVersion.FromMeeting(CaseId, Id(300), null, new PlanContent { Items = items }, Amina, Everyone,
            new HashSet<Guid> { Sara.PartyId, Jonas.PartyId, Amina.PartyId }, NoneYet, Now).Value;

    public static Outcome<PlanVersion> Edit(PlanVersion current, PlanParty by, IReadOnlyList<Stance> earlier, params PlanItemContent[] items) =>
        PlanVersion.Edit(CaseId, current, current.Number, new PlanContent { Items = items }, by, Everyone, earlier, Now.AddDays(current.Number));
}

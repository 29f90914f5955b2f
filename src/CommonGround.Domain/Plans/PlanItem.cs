using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>One line of one version of the plan: a row of its own with its own kind. A later version has rows of its own.</summary>
public sealed class PlanItem : IOnCommonGround
{
    private PlanItem()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid PlanVersionId { get; private set; }

    /// <summary>The same line through all versions.</summary>
    public Guid LineageId { get; private set; }

    /// <summary>Order in the plan, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>Number of the version that this text came with: a yes to an earlier one was a yes to another text.</summary>
    public int ChangedIn { get; private set; }

    public PlanItemType Type { get; private set; }

    public InformationKind Kind { get; private set; }

    public PlanAudience Audience { get; private set; }

    public string Text { get; private set; } = "";

    public string? Wish { get; private set; }

    public Guid? GoalLineageId { get; private set; }

    public Guid? OwnerPartyId { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? Due { get; private set; }

    public int? DegreeFrom { get; private set; }

    public int? DegreeTo { get; private set; }

    public decimal? HoursFrom { get; private set; }

    public decimal? HoursTo { get; private set; }

    public bool MayPause { get; private set; }

    public ActionStatus Status { get; private set; }

    public string? Why { get; private set; }

    /// <summary>When it was last said how it goes, UTC.</summary>
    public DateTime? StatusAt { get; private set; }

    /// <summary>Who said so; null where it came with the plan.</summary>
    public Guid? StatusByPersonId { get; private set; }

    /// <summary>What the citizen says to that; null before they have, or where it was theirs to say.</summary>
    public Confirmation? Confirmed { get; private set; }

    /// <summary>In the citizen's words what is missing; null where it is as it was said.</summary>
    public string? ConfirmedWords { get; private set; }

    /// <summary>When the citizen said so, UTC.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>The day by which it is to be in place or done.</summary>
    public DateOnly? DayOfAction => Type is PlanItemType.Adjustment or PlanItemType.ToldToColleagues ? From : Due;

    public Guid? AuthorPersonId { get; private set; }

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    /// <summary>What the line says, as a value; of what earlier versions of the program kept, only what its type has parts for.</summary>
    public PlanItemContent Content() => new PlanItemContent
    {
        LineageId = LineageId, Type = Type, Text = Text, Kind = Kind, Audience = Audience, Wish = Wish, GoalLineageId = GoalLineageId,
        OwnerPartyId = OwnerPartyId, From = From, Due = Due, DegreeFrom = DegreeFrom, DegreeTo = DegreeTo, HoursFrom = HoursFrom,
        HoursTo = HoursTo, MayPause = MayPause, Status = Status, Why = Why,
    }.Tidied();

    /// <summary>Says how far it has come. That is following the plan, not changing it: nobody is asked again.</summary>
    /// <returns>The line, or <see cref="NotDoneWithoutWhy"/>, <see cref="TextTooLong"/>.</returns>
    public Outcome<PlanItem> SayHowItGoes(ActionStatus status, string? why, Guid byPersonId, DateTime at)
    {
        if (status == ActionStatus.NotDone && string.IsNullOrWhiteSpace(why))
            return new NotDoneWithoutWhy(LineageId);
        if (why?.Length > PlanRules.LongestText)
            return new TextTooLong(LineageId, PlanField.Status);

        (Status, Why, StatusAt, StatusByPersonId) = (status, status == ActionStatus.NotDone ? why!.Trim() : null, at, byPersonId);
        (Confirmed, ConfirmedWords, ConfirmedAt) = (null, null, null);
        return this;
    }

    /// <summary>The citizen says whether it is as someone else said.</summary>
    /// <returns>The line, or <see cref="NothingToConfirm"/>, <see cref="NotQuiteWithoutWords"/>, <see cref="TextTooLong"/>.</returns>
    public Outcome<PlanItem> Confirm(Confirmation confirmed, string? words, DateTime at)
    {
        if (Status != ActionStatus.InPlace)
            return new NothingToConfirm();
        if (confirmed == Confirmation.NotQuite && string.IsNullOrWhiteSpace(words))
            return new NotQuiteWithoutWords(LineageId);
        if (words?.Length > PlanRules.LongestText)
            return new TextTooLong(LineageId, PlanField.Status);

        (Confirmed, ConfirmedWords, ConfirmedAt) = (confirmed, confirmed == Confirmation.NotQuite ? words!.Trim() : null, at);
        return this;
    }

    internal static PlanItem Of(PlanVersion version, int position, PlanItemContent content, PlanItem? before, Guid author, DateTime at)
    {
        var sameText = before is not null && PlanChange.IsSameText(before.Content(), content);
        var sameStatus = before is not null && (before.Status, before.Why) == (content.Status, content.Why);
        return new PlanItem
        {
            Id = Ids.New(at), CaseId = version.CaseId, PlanVersionId = version.Id, LineageId = content.LineageId, Position = position,
            ChangedIn = sameText ? before!.ChangedIn : version.Number, Type = content.Type, Kind = content.Kind, Audience = content.Audience,
            Text = content.Text, Wish = content.Wish, GoalLineageId = content.GoalLineageId, OwnerPartyId = content.OwnerPartyId,
            From = content.From, Due = content.Due, DegreeFrom = content.DegreeFrom, DegreeTo = content.DegreeTo,
            HoursFrom = content.HoursFrom, HoursTo = content.HoursTo, MayPause = content.MayPause, Status = content.Status, Why = content.Why,
            StatusAt = sameStatus ? before!.StatusAt : at, StatusByPersonId = sameStatus ? before!.StatusByPersonId : content.Status == ActionStatus.Planned ? null : author,
            // A yes to how it stood is no yes to how it reads now.
            Confirmed = sameText && sameStatus ? before!.Confirmed : null, ConfirmedWords = sameText && sameStatus ? before!.ConfirmedWords : null,
            ConfirmedAt = sameText && sameStatus ? before!.ConfirmedAt : null, AuthorPersonId = sameText ? before!.AuthorPersonId : author,
        };
    }
}

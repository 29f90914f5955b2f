using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>
/// A line of the plan asks someone how it goes, from a day on (need N57): whoever sees to it, then the citizen, and the coordinator where
/// it is late or did not come about. It is closed when the line stands so that nobody need be asked that any more.
/// </summary>
public sealed class LineAsk : IOnCommonGround
{
    private LineAsk()
    {
    }

    internal LineAsk(Guid caseId, WhatLineAsks asks, DateTime at)
    {
        Id = Ids.New(at);
        CaseId = caseId;
        LineageId = asks.LineageId;
        What = asks.What;
        PartyId = asks.Party.PartyId;
        Role = asks.Party.Role;
        AuthorPersonId = asks.Party.PersonId;
        Number = asks.Number;
        Words = asks.Words;
        From = asks.From;
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid LineageId { get; private set; }

    public LineQuestion What { get; private set; }

    public Guid PartyId { get; private set; }

    public PartyRole Role { get; private set; }

    /// <summary>The version that the line's text came with: whoever reads copies is asked of what their copy holds.</summary>
    public int Number { get; private set; }

    /// <summary>When the first day begins on which it is asked, UTC.</summary>
    public DateTime From { get; private set; }

    /// <summary>What the citizen says is missing, put to whoever sees to it; null where it is asked for the first time.</summary>
    public string? Words { get; private set; }

    /// <summary>How the line stood when it was closed; null where nothing was said of it.</summary>
    public ActionStatus? Answered { get; private set; }

    /// <summary>When the person was told by a message that there is something, UTC; null before.</summary>
    public DateTime? ToldAt { get; private set; }

    /// <summary>When nobody needed to be asked any more, UTC; null while it is open.</summary>
    public DateTime? ClosedAt { get; private set; }

    public InformationKind Kind { get; private set; } = InformationKind.Plan;

    /// <summary>Who is asked: what is asked of someone is theirs, so that they find it although they cannot open the plan itself.</summary>
    public Guid? AuthorPersonId { get; private set; }

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    public void MarkTold(DateTime at) => ToldAt ??= at;

    internal bool Asks(WhatLineAsks other) =>
        (LineageId, What, PartyId, From) == (other.LineageId, other.What, other.Party.PartyId, other.From);

    internal void Close(ActionStatus? answered, DateTime at) => (Answered, ClosedAt) = (answered, at);
}

/// <summary>What a line asks. The numbers are stored: never renumber.</summary>
public enum LineQuestion
{
    /// <summary>Of whoever sees to it, on its day: is it in place, or done?</summary>
    HowItGoes = 1,

    /// <summary>Of the citizen, once someone else says so: is it so?</summary>
    IsItSo = 2,

    /// <summary>Of the coordinator: its day is over, and nobody has said how it goes.</summary>
    Late = 3,

    /// <summary>Of the coordinator: it did not come about, so that the plan needs another way.</summary>
    NotDone = 4,
}

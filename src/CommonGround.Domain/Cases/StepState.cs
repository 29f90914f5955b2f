using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Cases;

/// <summary>Why a step is left out of a case: never a text, which could tell more than that. The numbers are stored: never renumber.</summary>
public enum LeftOutBecause
{
    /// <summary>The citizen does not want it.</summary>
    CitizenSaidNo = 1,

    /// <summary>It would change nothing in this case.</summary>
    NotNeeded = 2,

    /// <summary>It cannot be held, for instance because there is no one to hold it with.</summary>
    NotPossible = 3,
}

/// <summary>How far one step of the programme has come in this case.</summary>
public sealed class StepState : IOnCommonGround
{
    private StepState()
    {
    }

    internal StepState(Guid id, Guid caseId, string key)
    {
        Id = id;
        CaseId = caseId;
        Key = key;
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>The step's key in the programme.</summary>
    public string Key { get; private set; } = "";

    /// <summary>When it is to happen, UTC.</summary>
    public DateTime? PlannedAt { get; private set; }

    /// <summary>How people come together; none for a step that is no talk.</summary>
    public MeetingPlace? PlannedPlace { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public DateTime? LeftOutAt { get; private set; }

    public LeftOutBecause? LeftOutBecause { get; private set; }

    /// <summary>Neither done nor left out.</summary>
    public bool IsAhead => DoneAt is null && LeftOutAt is null;

    /// <summary>When and whether steps happen is attendance.</summary>
    public InformationKind Kind { get; private set; } = InformationKind.Attendance;

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    Guid? IOnCommonGround.AuthorPersonId => null;

    /// <summary>It happens when its meeting does; none where the meeting was moved or called off.</summary>
    internal void Follow(DateTime? at, MeetingPlace place) => (PlannedAt, PlannedPlace) = (at, at is null ? null : place);

    /// <summary>Settles when and how people talk. A new time replaces the one before.</summary>
    /// <param name="at">When, UTC; after <paramref name="now"/>.</param>
    /// <returns><see cref="TimeHasPassed"/> or <see cref="StepIsBehind"/> where it cannot be.</returns>
    public Outcome<Done> Book(DateTime at, MeetingPlace place, DateTime now)
    {
        if (!IsAhead)
            return new StepIsBehind();
        if (at <= now)
            return new TimeHasPassed();

        (PlannedAt, PlannedPlace) = (at, place);
        return new Done();
    }

    /// <summary>Settles that people have talked. Whoever prepared alone has not.</summary>
    /// <param name="at">When, UTC; not after <paramref name="now"/>.</param>
    /// <returns><see cref="TimeIsAhead"/> or <see cref="StepIsBehind"/> where it cannot be.</returns>
    public Outcome<Done> Hold(DateTime at, DateTime now)
    {
        if (!IsAhead)
            return new StepIsBehind();
        if (at > now)
            return new TimeIsAhead();

        Complete(at);
        return new Done();
    }

    /// <summary>Settles that this case does without it. What waited for it goes on.</summary>
    public Outcome<Done> LeaveOut(LeftOutBecause because, DateTime at)
    {
        if (!IsAhead)
            return new StepIsBehind();

        (LeftOutAt, LeftOutBecause, PlannedAt, PlannedPlace) = (at, because, null, null);
        return new Done();
    }

    /// <summary>It is needed after all.</summary>
    public Outcome<Done> TakeUpAgain()
    {
        if (LeftOutAt is null)
            return new StepIsNotLeftOut();

        (LeftOutAt, LeftOutBecause) = (null, null);
        return new Done();
    }

    /// <summary>Done once; a second time keeps the first. Whatever was held was not left out.</summary>
    public void Complete(DateTime at)
    {
        DoneAt ??= at;
        (LeftOutAt, LeftOutBecause) = (null, null);
    }
}

/// <summary>The day has not been yet.</summary>
public sealed record TimeIsAhead : Error;

/// <summary>The step is done or left out already.</summary>
public sealed record StepIsBehind : Error;

/// <summary>The step stands in the case as it is.</summary>
public sealed record StepIsNotLeftOut : Error;

using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Cases;

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

    public DateTime? DoneAt { get; private set; }

    /// <summary>When and whether steps happen is attendance.</summary>
    public InformationKind Kind { get; private set; } = InformationKind.Attendance;

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    Guid? IOnCommonGround.AuthorPersonId => null;

    public void Plan(DateTime at) => PlannedAt = at;

    /// <summary>Done once; a second time keeps the first.</summary>
    public void Complete(DateTime at) => DoneAt ??= at;
}

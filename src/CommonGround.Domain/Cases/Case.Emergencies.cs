using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Cases;

public sealed partial class Case
{
    private readonly List<EmergencyAccess> _emergencies = [];

    /// <summary>What was opened in an emergency.</summary>
    public IReadOnlyList<EmergencyAccess> Emergencies => _emergencies;

    /// <summary>Opens what the country's setting names, for as long as it says.</summary>
    /// <param name="rule">The setting of the day; null where nothing may be opened.</param>
    /// <returns>
    /// What was opened, or <see cref="EmergencyNotForThem"/>, <see cref="EmergencyReasonMissing"/>, <see cref="EmergencyAlreadyOpen"/>.
    /// </returns>
    public Outcome<EmergencyAccess> OpenInEmergency(EmergencyOpening asked, EmergencyRule? rule, SharingMatrix matrix, DateTime at)
    {
        var parts = _parties.Where(p => p.PersonId == asked.PersonId && p.Facts().StandsBeside(at)).Select(p => p.Role);
        if (ClosedAt is not null || rule is null || !rule.Roles.Contains(asked.Role) || !SharingPolicy.MayOpenInEmergency(matrix, asked.Role, parts))
            return new EmergencyNotForThem();
        if (string.IsNullOrWhiteSpace(asked.Words))
            return new EmergencyReasonMissing();
        if (_emergencies.Exists(e => e.PersonId == asked.PersonId && e.IsActive(at)))
            return new EmergencyAlreadyOpen();

        var opened = EmergencyAccess.Open(this, asked, rule, at);
        _emergencies.Add(opened);
        return opened;
    }

    /// <summary>Ends it before its time: what it opened is closed from now on.</summary>
    /// <returns>It, or <see cref="EmergencyAlreadyOver"/>.</returns>
    public Outcome<EmergencyAccess> EndEmergency(Guid id, Guid by, DateTime at)
    {
        if (_emergencies.Find(e => e.Id == id && e.IsActive(at)) is not { } open)
            return new EmergencyAlreadyOver();

        open.End(by, at);
        return open;
    }
}

/// <summary>Not their unit's case, not in care, or here for a workplace or an authority: nothing is opened.</summary>
public sealed record EmergencyNotForThem : Error;

/// <summary>The reason is told to the citizen: without it nothing is opened.</summary>
public sealed record EmergencyReasonMissing : Error;

public sealed record EmergencyAlreadyOpen : Error;

public sealed record EmergencyAlreadyOver : Error;

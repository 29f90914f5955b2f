namespace CommonGround.Domain.Cases;

/// <summary>What happened to a yes.</summary>
public enum ConsentTurn
{
    Given,
    Changed,
    Renewed,
    Withdrawn,

    /// <summary>Its last day passed.</summary>
    Ended,

    /// <summary>It was changed, and is not for the one whose life is told any more.</summary>
    NotForThem,
}

/// <summary>One turn in the life of what the citizen permits someone.</summary>
/// <param name="Consent">Whose words hold from here, or held until here.</param>
/// <param name="By">Who entered it; null where time ended it.</param>
public sealed record ConsentEvent(ConsentTurn Turn, Consent Consent, DateTime At, Guid? By, ConsentWay? Way)
{
    /// <summary>All that happened to these, newest first. One that another replaced has no end of its own: the other's beginning is it.</summary>
    /// <param name="consents">Of one case.</param>
    public static IReadOnlyList<ConsentEvent> Of(IReadOnlyCollection<Consent> consents, DateTime now) =>
    [
        .. consents.SelectMany(c => Ends(c, now).Prepend(Begins(c, consents.FirstOrDefault(f => f.Id == c.FollowsId))))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Turn),
    ];

    private static ConsentEvent Begins(Consent consent, Consent? followed) => new(
        followed is null ? ConsentTurn.Given : consent.PermitsAs(followed) ? ConsentTurn.Renewed : ConsentTurn.Changed,
        consent, consent.GivenAt, consent.EnteredByPersonId, consent.Way);

    private static IEnumerable<ConsentEvent> Ends(Consent consent, DateTime now)
    {
        if (consent.Until is { } until && until <= now && (consent.WithdrawnAt is null || until <= consent.WithdrawnAt))
            yield return new ConsentEvent(ConsentTurn.Ended, consent, until, null, null);
        else if (consent is { WithdrawnAt: { } at, WithdrawnWay: { } way })
            yield return new ConsentEvent(ConsentTurn.Withdrawn, consent, at, consent.WithdrawnByPersonId, way);
    }
}

namespace CommonGround.Domain.Sharing;

/// <summary>Whom a yes is for. The numbers are stored: never renumber.</summary>
public enum ConsentReach
{
    /// <summary>The one person who was named, and nobody else.</summary>
    Party = 1,

    /// <summary>Whoever has the part of the one who was named: whoever is the supervisor at that workplace.</summary>
    Role = 2,

    /// <summary>Everyone who acts for the organisation in this case.</summary>
    Organisation = 3,
}

/// <summary>
/// Whom a yes reaches besides the one who was named: a role, or an organisation. It stands in the yes itself, so that what was said
/// stays what it was, whoever comes and goes.
/// </summary>
/// <remarks>
/// A workplace and a companion are never reached as members of an organisation: where care and employer are the same region or
/// municipality, what care may read would be read at work.
/// </remarks>
public sealed record ConsentRecipient(ConsentReach Reach, PartyRole Role, string? Workplace, Guid? OrganisationId)
{
    /// <summary>Those who act for themselves or for a workplace in a case, and for no organisation.</summary>
    public static readonly IReadOnlySet<PartyRole> ForNoOrganisation =
        new HashSet<PartyRole> { PartyRole.Citizen, PartyRole.Supervisor, PartyRole.Companion };

    /// <summary>Does it say whom it reaches? A role at a workplace needs the workplace, an organisation its name.</summary>
    public bool IsWhole => Reach switch
    {
        ConsentReach.Role => Workplace is not null || !ConsentOffer.OnlyByConsent.Contains(Role),
        ConsentReach.Organisation => OrganisationId is not null && !ForNoOrganisation.Contains(Role),
        _ => true,
    };

    public bool Reaches(PartyRole role, string? workplace, Guid? organisationId) => IsWhole && Reach switch
    {
        ConsentReach.Role => role == Role && (Workplace is null || workplace == Workplace),
        ConsentReach.Organisation => organisationId == OrganisationId && !ForNoOrganisation.Contains(role),
        _ => false,
    };
}

namespace CommonGround.Domain.Cases;

/// <summary>A person: citizen, professional, supervisor. What is about their case stands elsewhere.</summary>
public sealed class Person
{
    public required Guid Id { get; init; }

    /// <summary>Twelve digits (Sweden) or ten (Denmark); null for those known only by name.</summary>
    public string? NationalId { get; set; }

    public required string GivenName { get; set; }

    public required string FamilyName { get; set; }

    /// <summary>sv, da or en.</summary>
    public string Language { get; set; } = "sv";

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>
    /// Protected personal data (Sweden: confidentiality marking or protected registration; Denmark: name and address protection). Name,
    /// number, address and ways of contact are for those few who must know them, everywhere.
    /// </summary>
    public bool ProtectedIdentity { get; set; }

    /// <summary>Name folded for search (öberg → oberg), so that both databases find alike.</summary>
    public string SearchKey { get; set; } = "";

    /// <summary>Sort key in the alphabet of Swedish (å ä ö last).</summary>
    public string SortKeySv { get; set; } = "";

    /// <summary>Sort key in the alphabet of Danish (æ ø å last).</summary>
    public string SortKeyDa { get; set; } = "";

    public string Name => $"{GivenName} {FamilyName}".Trim();
}

/// <summary>What kind of organisation. The numbers are stored: never renumber.</summary>
public enum OrganisationKind
{
    RegionClinic = 1,
    GeneralPractice = 2,
    Municipality = 3,
    SocialInsurance = 4,
    EmploymentService = 5,
    Employer = 6,
    Union = 7,
    OccupationalHealth = 8,
    CoordinationAssociation = 9,
}

public sealed class Organisation
{
    public required Guid Id { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required string Name { get; set; }

    /// <summary>Two letters, lower case: whose law holds.</summary>
    public required string Country { get; init; }
}

/// <summary>A part of an organisation. Its name can tell what ails someone, so it is never named to a workplace.</summary>
public sealed class Unit
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public Organisation? Organisation { get; init; }

    public required string Name { get; set; }

    /// <summary>The identity that certificates name the unit by (HSA id in Sweden), if any.</summary>
    public string? ExternalId { get; set; }

    /// <summary>What the organisation may be called to a workplace, e.g. the region's name.</summary>
    public required string NameToWorkplace { get; set; }

    public string? Phone { get; set; }
}

/// <summary>Someone works in a unit, from a time (UTC) until a time.</summary>
public sealed class Membership
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public Person? Person { get; init; }

    public required Guid UnitId { get; init; }

    public Unit? Unit { get; init; }

    public required Sharing.PartyRole Role { get; init; }

    /// <summary>Takes part in treating: what opens health inside care.</summary>
    public bool Treats { get; init; }

    public required DateTime From { get; init; }

    public DateTime? Until { get; set; }
}

namespace CommonGround.Domain.Sharing;

/// <summary>Someone's part in a case. The numbers are stored: never renumber.</summary>
public enum PartyRole
{
    /// <summary>The person on sick leave.</summary>
    Citizen = 1,

    /// <summary>Rehabilitation coordinator (Sweden) or return-to-work coordinator (Denmark): who leads the case.</summary>
    Coordinator = 2,

    TreatingDoctor = 3,

    /// <summary>The one doctor who certifies in this case (need N38).</summary>
    CertifyingDoctor = 4,

    /// <summary>Care team, or return-to-work team in Denmark.</summary>
    TeamMember = 5,

    /// <summary>Of the social insurance or another deciding authority.</summary>
    Caseworker = 6,

    Supervisor = 7,

    /// <summary>Someone the citizen brings: a friend, a relative, a union representative.</summary>
    Companion = 8,

    GeneralPractitioner = 9,

    /// <summary>Psychiatrist and physician of the Danish clinical unit.</summary>
    ClinicalUnit = 10,
}

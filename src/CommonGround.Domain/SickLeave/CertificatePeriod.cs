namespace CommonGround.Domain.SickLeave;

/// <summary>
/// Days on which work ability is reduced, both ends counted. <paramref name="Degree"/> is the reduction in percent:
/// 25, 50, 75 or 100, and 0 to 100 in AG1-14. Invariant: From is not after To.
/// </summary>
public sealed record CertificatePeriod(DateOnly From, DateOnly To, int Degree)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;
}

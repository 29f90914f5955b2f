namespace CommonGround.Domain.SickLeave;

/// <summary>Consecutive days with one degree by one certificate, both ends counted. Spans of an episode never overlap.</summary>
public sealed record DegreeSpan(DateOnly From, DateOnly To, int Degree, CertificateId Certificate)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Covers(DateOnly day) => From <= day && day <= To;
}

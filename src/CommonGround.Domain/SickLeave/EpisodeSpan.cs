using System.Globalization;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.SickLeave;

/// <summary>Days of an episode with one degree by one certificate. Spans of an episode never overlap.</summary>
public sealed class EpisodeSpan : IOnCommonGround, IAboutPerson
{
    private EpisodeSpan()
    {
    }

    internal EpisodeSpan(Guid id, Episode episode, DegreeSpan span, Guid? certificateId, int countedBefore)
    {
        (Id, EpisodeId, UnitId, PersonId, CaseId) = (id, episode.Id, episode.UnitId, episode.PersonId, episode.CaseId);
        (From, To, Degree, CertificateId) = (span.From, span.To, span.Degree, certificateId);
        CountsFrom = span.From.DayNumber - countedBefore;
    }

    public Guid Id { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid? CaseId { get; private set; }

    public Guid UnitId { get; private set; }

    public Guid PersonId { get; private set; }

    public InformationKind Kind { get; private set; } = InformationKind.Leave;

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public int Degree { get; private set; }

    /// <summary>
    /// The day number of the day that would be day 1, had there been no gap: on a day of this span, day N of the episode is
    /// that day's number less this, plus one. So a list can sort by it without walking chains.
    /// </summary>
    public int CountsFrom { get; private set; }

    /// <summary>Null where the days were typed.</summary>
    public Guid? CertificateId { get; private set; }

    Guid? IOnCommonGround.UnitId => UnitId;

    Guid? IOnCommonGround.AuthorPersonId => null;

    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Covers(DateOnly day) => From <= day && day <= To;

    /// <summary>Day N of the certificate episode, on a day of this span.</summary>
    public int DayNumberOn(DateOnly day) => day.DayNumber - CountsFrom + 1;

    internal bool SaysTheSame(EpisodeSpan other) =>
        (From, To, Degree, CertificateId, CountsFrom) == (other.From, other.To, other.Degree, other.CertificateId, other.CountsFrom);

    internal void JoinCase(Guid caseId) => CaseId = caseId;
}

/// <summary>How received certificates and typed periods are named in a chain: by their own id, which nobody else gives out.</summary>
public static class ChainId
{
    public static CertificateId Of(Guid id) => new("", id.ToString("N", CultureInfo.InvariantCulture));

    public static Guid Read(CertificateId id) => Guid.ParseExact(id.Extension, "N");
}

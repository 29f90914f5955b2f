using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.SickLeave;

/// <summary>
/// A sick-leave episode of one person at one unit, as <see cref="Episodes.Chain"/> makes it: worked out again in every change that
/// moves a period, and kept so that ten thousand can be listed. Days by the Agency's own counting are the Agency's.
/// </summary>
public sealed class Episode : IOnCommonGround, IAboutPerson
{
    private readonly List<EpisodeSpan> _spans = [];

    private Episode()
    {
    }

    public Episode(Guid id, Guid unitId, Guid personId) => (Id, UnitId, PersonId) = (id, unitId, personId);

    public Guid Id { get; private set; }

    /// <summary>The case that was opened from it.</summary>
    public Guid? CaseId { get; private set; }

    public Guid UnitId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Their name; shown to those who may see contact.</summary>
    public Person? Person { get; private set; }

    public InformationKind Kind { get; private set; } = InformationKind.Leave;

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    /// <summary>All days that a certificate covers, those ahead included, each counted once.</summary>
    public int Days { get; private set; }

    /// <summary>Certificates that count in it; what was typed is none.</summary>
    public int Certificates { get; private set; }

    /// <summary>The degree chain.</summary>
    public IReadOnlyList<EpisodeSpan> Spans => _spans;

    Guid? IOnCommonGround.UnitId => UnitId;

    Guid? IOnCommonGround.AuthorPersonId => null;

    public void JoinCase(Guid caseId)
    {
        CaseId ??= caseId;
        foreach (var span in _spans)
            span.JoinCase(CaseId.Value);
    }

    /// <summary>Takes over what the chain says now. Certificates are known in the chain by <see cref="ChainId"/>.</summary>
    /// <returns>False if nothing moved.</returns>
    public bool Become(SickLeaveEpisode chained, Func<Guid, bool> isCertificate, Func<Guid> newId)
    {
        var certificates = chained.Certificates.Select(ChainId.Read).Count(isCertificate);
        var spans = new List<EpisodeSpan>();
        var counted = 0;
        foreach (var span in chained.Spans)
        {
            var source = ChainId.Read(span.Certificate);
            spans.Add(new EpisodeSpan(newId(), this, span, isCertificate(source) ? source : null, counted));
            counted += span.Days;
        }

        if (certificates == Certificates && spans.Count == _spans.Count
            && spans.Zip(_spans.OrderBy(s => s.From), (a, b) => a.SaysTheSame(b)).All(same => same))
        {
            return false;
        }

        (From, To, Days, Certificates) = (chained.From, chained.To, counted, certificates);
        _spans.Clear();
        _spans.AddRange(spans);
        return true;
    }
}

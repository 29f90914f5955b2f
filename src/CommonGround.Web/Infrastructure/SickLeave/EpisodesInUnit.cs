using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.SickLeave;

/// <summary>A certificate that took another's place, with both their periods.</summary>
internal sealed record TookPlace(ReceivedCertificate InPlace, IReadOnlyList<CertificatePeriod> Before, IReadOnlyList<CertificatePeriod> After);

/// <summary>Works episodes out again for people whose periods moved, in the transaction that moves them.</summary>
internal static class EpisodesInUnit
{
    /// <summary>What was added must be saved (within the transaction) before.</summary>
    public static async Task<IReadOnlyList<TookPlace>> WorkOut(UnitChange change, IReadOnlyCollection<Guid> people)
    {
        var unitId = change.Unit.Id;
        var asked = people.Select(p => (Guid?)p).ToList();
        var certificates = (await change.Db.Whole<ReceivedCertificate>().Where(c => c.UnitId == unitId && asked.Contains(c.PersonId)).ToListAsync())
            .ToLookup(c => c.PersonId!.Value);
        var periods = (await change.Db.Whole<LeavePeriod>().Where(p => p.UnitId == unitId && asked.Contains(p.PersonId)).ToListAsync())
            .ToLookup(p => p.PersonId!.Value);
        var episodes = (await change.Db.Whole<Episode>().Include(e => e.Spans).Where(e => e.UnitId == unitId && people.Contains(e.PersonId)).ToListAsync())
            .ToLookup(e => e.PersonId);

        var placed = new List<TookPlace>();
        foreach (var person in people)
        {
            var of = new OnePerson(change, person, [.. certificates[person]], [.. periods[person]], [.. episodes[person]]);
            placed.AddRange(of.Supersede());
            of.Chain();
            await of.JoinCases();
        }

        return placed;
    }

    private sealed class OnePerson(
        UnitChange change, Guid personId, List<ReceivedCertificate> certificates, List<LeavePeriod> periods, List<Episode> episodes)
    {
        private readonly ILookup<Guid?, LeavePeriod> _byCertificate = periods.ToLookup(p => p.CertificateId);
        private readonly List<Episode> _current = [];

        public List<TookPlace> Supersede()
        {
            var superseded = Superseding.Of(certificates);
            var placed = new List<TookPlace>();
            foreach (var certificate in certificates.OrderBy(c => c.CountsSince).ThenBy(c => c.ReceivedAt))
            {
                var by = superseded.TryGetValue(certificate.Id, out var other) ? other : (Guid?)null;
                if (certificate.SupersededById == by)
                    continue;

                certificate.SupersedeBy(by);
                if (by is not null)
                    placed.Add(new TookPlace(certificates.Single(c => c.Id == by), PeriodsOf(certificate.Id), PeriodsOf(by.Value)));
            }

            return placed;
        }

        public void Chain()
        {
            List<CertifiedLeave> counting =
            [
                .. certificates.Where(c => c.SupersededById is null).Select(c => new CertifiedLeave(ChainId.Of(c.Id), c.CountsSince, PeriodsOf(c.Id))),
                // What was typed stands in for a certificate: where there is one for the day, the certificate decides.
                .. _byCertificate[null].Select(p => new CertifiedLeave(ChainId.Of(p.Id), DateTime.MinValue, [p.Days])),
            ];
            var byId = certificates.Select(c => c.Id).ToHashSet();
            foreach (var chained in Episodes.Chain(counting, MaxGap.Default))
            {
                var row = episodes.Where(e => e.From <= chained.To && e.To >= chained.From)
                    .OrderBy(e => e.CaseId is null).ThenBy(e => e.From).FirstOrDefault();
                if (row is null)
                    change.Db.Episodes.Add(row = new Episode(change.NewId(), change.Unit.Id, personId));
                else
                    episodes.Remove(row);

                row.Become(chained, byId.Contains, change.NewId);
                _current.Add(row);
            }

            change.Db.Episodes.RemoveRange(episodes);
        }

        /// <summary>What came into an episode that has a case belongs to the case too.</summary>
        public async Task JoinCases()
        {
            foreach (var episode in _current.Where(e => e.CaseId is not null))
                await Join(episode, episode.CaseId!.Value);
        }

        private async Task Join(Episode episode, Guid caseId)
        {
            var ids = episode.Spans.Select(s => s.CertificateId).OfType<Guid>().ToHashSet();
            // With those that they took the place of.
            while (certificates.Any(c => c.SupersededById is { } by && ids.Contains(by) && ids.Add(c.Id)))
            {
            }

            var joining = certificates.Where(c => c.CaseId is null && ids.Contains(c.Id)).ToList();
            foreach (var certificate in joining)
                certificate.JoinCase(caseId);
            foreach (var period in periods.Where(p => p.CertificateId is { } id ? ids.Contains(id) : p.From <= episode.To && p.To >= episode.From))
                period.JoinCase(caseId);

            var joined = joining.Select(c => c.Id).ToList();
            if (joined.Count > 0)
            {
                await change.Db.Whole<ReceivedField>().Where(f => joined.Contains(f.CertificateId) && f.CaseId == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(f => f.CaseId, caseId));
            }
        }

        private IReadOnlyList<CertificatePeriod> PeriodsOf(Guid certificateId) => [.. _byCertificate[certificateId].OrderBy(p => p.From).Select(p => p.Days)];
    }
}

using System.Globalization;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.SickLeave;

/// <summary>Puts certificates into one unit's intake, within one change: each field a row, people found or put down, episodes worked out.</summary>
internal sealed class CertificatesInUnit(UnitChange change, OrganisationTime time)
{
    private readonly List<ReceivedField> _fields = [];

    public async Task<IReadOnlyList<Kept>> Keep(IReadOnlyList<AcceptedCertificate> accepted)
    {
        var (digests, numbers) = await AlreadyHere(accepted);
        var people = await PeopleByNumber.Find(change, accepted.Select(a => a.Certificate.Patient?.Id).OfType<PatientId>());
        var last = await change.Db.Whole<ReceivedCertificate>().Where(c => c.UnitId == change.Unit.Id).MaxAsync(c => (DateTime?)c.ReceivedAt);
        // Clocks stand still and run back; the order in which certificates came in does not.
        var now = last >= change.Now ? last.Value.AddMicroseconds(1) : change.Now;
        var kept = new Kept[accepted.Count];
        var received = new ReceivedCertificate?[accepted.Count];
        for (var i = 0; i < accepted.Count; i++)
        {
            var (certificate, digest) = (accepted[i].Certificate, accepted[i].Digest);
            if (!digests.Add(digest))
            {
                kept[i] = new Kept(ImportStatus.Duplicate);
                continue;
            }

            var at = now.AddMicroseconds(i);
            var person = certificate.Patient is { } patient ? people.Of(patient) : null;
            received[i] = Add(certificate, digest, person?.Id, at);
            var otherContent = certificate.Id is { } number && !numbers.Add((certificate.Type, number));
            kept[i] = new Kept(ImportStatus.Imported, otherContent ? [new CertificateProblem("certificate-id.other-content", "certificate.id")] : [])
            {
                Id = received[i]!.Id,
            };
        }

        await change.Db.SaveChangesAsync();
        await FieldRows.Insert(change.Db, _fields);
        var moved = await Chain([.. received.Select(r => r?.PersonId).OfType<Guid>().Distinct()]);
        for (var i = 0; i < kept.Length; i++)
        {
            if (received[i] is { } certificate && moved.TryGetValue(certificate.Id, out var changes))
                kept[i] = kept[i] with { Notes = [.. kept[i].Notes, .. changes.Select(c => Moved(c, accepted[i].Certificate.Type))] };
        }

        return kept;
    }

    private async Task<(HashSet<string> Digests, HashSet<(CertificateType, CertificateId)> Numbers)> AlreadyHere(IReadOnlyList<AcceptedCertificate> accepted)
    {
        var digests = accepted.Select(a => a.Digest).Distinct().ToList();
        var extensions = accepted.Select(a => a.Certificate.Id?.Extension).OfType<string>().Distinct().ToList();
        var here = await change.Db.Whole<ReceivedCertificate>().AsNoTracking()
            .Where(c => c.UnitId == change.Unit.Id && (digests.Contains(c.Digest) || (c.IdExtension != null && extensions.Contains(c.IdExtension))))
            .Select(c => new { c.Digest, c.Type, c.IdRoot, c.IdExtension }).ToListAsync();
        return (
            here.Select(h => h.Digest).ToHashSet(StringComparer.Ordinal),
            here.Where(h => h.IdExtension is not null).Select(h => (h.Type, new CertificateId(h.IdRoot ?? "", h.IdExtension!))).ToHashSet());
    }

    private ReceivedCertificate Add(Certificate certificate, string digest, Guid? personId, DateTime at)
    {
        var signed = certificate.SignedAt is { } wall ? time.Utc(wall) : (DateTime?)null;
        var received = ReceivedCertificate.Of(certificate, digest, Domain.Ids.New(at), change.Unit.Id, personId, signed, at);
        change.Db.ReceivedCertificates.Add(received);
        _fields.AddRange(certificate.Fields.Select((field, i) => ReceivedField.Of(field, i, change.NewId(), received)));
        change.Db.LeavePeriods.AddRange(certificate.Periods.Select(p => LeavePeriod.Of(p, change.NewId(), received)));
        change.Journal("CertificateReceived", new JournalWords(InformationKind.Leave, "certificate", $"{received.Id} {digest}"));
        return received;
    }

    /// <summary>What moved by each new certificate that took another's place.</summary>
    private async Task<Dictionary<Guid, IReadOnlyList<PeriodChange>>> Chain(IReadOnlyCollection<Guid> people)
    {
        var moved = new Dictionary<Guid, IReadOnlyList<PeriodChange>>();
        if (people.Count == 0)
            return moved;

        foreach (var placed in await EpisodesInUnit.WorkOut(change, people))
            moved[placed.InPlace.Id] = PeriodChanges.Between(placed.Before, placed.After);
        return moved;
    }

    private static CertificateProblem Moved(PeriodChange moved, CertificateType type)
    {
        string Degree(int? degree) => degree?.ToString(CultureInfo.InvariantCulture) ?? "";
        var code = moved.Before is null ? "period.added" : moved.After is null ? "period.removed" : "period.moved";
        return new CertificateProblem(
            code, type == CertificateType.Ag114 ? "7.2" : "32.2",
            moved.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), moved.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Degree(moved.Before), Degree(moved.After));
    }
}

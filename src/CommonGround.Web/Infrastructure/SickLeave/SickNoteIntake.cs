using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Infrastructure.SickLeave;

/// <summary>Takes certificates in: many in one transaction each unit, with journal and episodes. What is answered is on the disk.</summary>
public sealed class SickNoteIntake(CaseChanges changes, ReceivingUnits units, OrganisationTime time, TimeProvider clock)
{
    /// <param name="unitId">The unit that takes them in; null where each goes to its own (<see cref="ReceivingUnits"/>).</param>
    /// <param name="actor">Who brings them.</param>
    public async Task<IReadOnlyList<Kept>> Keep(IReadOnlyList<AcceptedCertificate> accepted, Guid? unitId, Guid actor)
    {
        var kept = new Kept[accepted.Count];
        var byUnit = new Dictionary<Guid, List<int>>();
        for (var i = 0; i < accepted.Count; i++)
        {
            if ((unitId ?? await units.For(accepted[i].Certificate.Issuer)) is not { } unit)
                kept[i] = new Kept(ImportStatus.Rejected, new CertificateProblem("unit.unknown", "file"));
            else if (byUnit.TryGetValue(unit, out var same))
                same.Add(i);
            else
                byUnit.Add(unit, [i]);
        }

        foreach (var (unit, places) in byUnit)
        {
            // Each batch is an act of its own: what makes it harmless to send again is the certificate, not the command.
            var by = new Actor(actor, Hat.Support, Purpose.Intake, Domain.Ids.New(clock.UtcNow()));
            var outcome = await changes.InUnit(unit, by, async change =>
            {
                var results = await new CertificatesInUnit(change, time).Keep([.. places.Select(i => accepted[i])]);
                for (var i = 0; i < places.Count; i++)
                    kept[places[i]] = results[i];
                return "/sick-notes";
            });
            if (!outcome.Succeeded)
                throw new InvalidOperationException(outcome.Error!.Name);
        }

        return kept;
    }
}

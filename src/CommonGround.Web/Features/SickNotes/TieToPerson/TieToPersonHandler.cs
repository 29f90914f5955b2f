using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.SickNotes.TieToPerson;

/// <summary>Says whose an unsigned document is: it counts from then on, and joins the person's episode.</summary>
public sealed class TieToPersonHandler(CaseChanges changes, Texts texts)
{
    public Task<Outcome<string>> Tie(Guid unitId, Guid certificateId, NamedPerson whose, Actor by) => changes.InUnit(unitId, by, async change =>
    {
        var certificate = await change.Db.Whole<ReceivedCertificate>().FirstOrDefaultAsync(c => c.Id == certificateId && c.UnitId == unitId);
        if (certificate is null)
            return new NotFound();

        var person = await whose.Find(change, texts.LocalDay(change.Now));
        if (!person.Succeeded)
            return person.Error!;

        var tied = certificate.Tie(person.Value.Id, change.Now);
        if (!tied.Succeeded)
            return tied.Error!;

        foreach (var period in await change.Db.Whole<LeavePeriod>().Where(p => p.CertificateId == certificateId).ToListAsync())
            period.Tie(person.Value.Id);
        change.Journal("CertificateTied", new JournalWords(InformationKind.Leave, "certificate", $"{certificateId} {person.Value.Id}"));
        await change.Db.SaveChangesAsync();
        await change.Db.Whole<ReceivedField>().Where(f => f.CertificateId == certificateId)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.PersonId, person.Value.Id));
        await EpisodesInUnit.WorkOut(change, [person.Value.Id]);
        return await change.MayReadOn(certificate.CaseId) ? $"/sick-notes/{certificateId}" : "/sick-notes";
    });
}

using System.Globalization;
using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.SickNotes.TypeLeave;

/// <summary>Keeps days that someone typed where there is no certificate.</summary>
public sealed class TypeLeaveHandler(CaseChanges changes, Texts texts)
{
    /// <param name="episodeId">The episode whose person it is; null where <paramref name="whose"/> says who.</param>
    public Task<Outcome<string>> Type(Guid unitId, Guid? episodeId, NamedPerson whose, CertificatePeriod days, Actor by) => changes.InUnit(unitId, by, async change =>
    {
        var person = await Person(change, episodeId, whose);
        if (!person.Succeeded)
            return person.Error!;

        change.Db.LeavePeriods.Add(LeavePeriod.Typed(days, change.NewId(), unitId, person.Value, by.PersonId, change.Now));
        change.Journal("LeaveTyped", new JournalWords(
            InformationKind.Leave, "period", string.Create(CultureInfo.InvariantCulture, $"{person.Value} {days.From:yyyy-MM-dd} {days.To:yyyy-MM-dd} {days.Degree}"), by.PersonId));
        await change.Db.SaveChangesAsync();
        await EpisodesInUnit.WorkOut(change, [person.Value]);
        var episode = change.Db.Episodes.Local.First(e => e.PersonId == person.Value && e.From <= days.From && days.From <= e.To);
        return await change.MayReadOn(episode.CaseId) ? $"/episodes/{episode.Id}" : "/episodes";
    });

    private async Task<Outcome<Guid>> Person(UnitChange change, Guid? episodeId, NamedPerson whose)
    {
        if (episodeId is { } id)
        {
            var episode = await change.Db.Whole<Episode>().FirstOrDefaultAsync(e => e.Id == id && e.UnitId == change.Unit.Id);
            return episode is null ? new NotFound() : episode.PersonId;
        }

        var person = await whose.Find(change, texts.LocalDay(change.Now));
        return person.Succeeded ? person.Value.Id : person.Error!;
    }
}

using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.SickLeave;

/// <summary>Opens a case from an episode: its certificates join the case, and the step that starts the programme is done.</summary>
public static class CaseFromEpisode
{
    /// <returns>The case's id: the new one, or the one that the episode has already. Or <see cref="NotFound"/>, <see cref="OwnCase"/>, <see cref="CaseAlreadyOpen"/>.</returns>
    public static async Task<Outcome<Guid>> Open(UnitChange change, Guid episodeId, Programme programme, Guid coordinator, Guid newCaseId)
    {
        var episode = await change.Db.Whole<Episode>().Include(e => e.Spans).FirstOrDefaultAsync(e => e.Id == episodeId && e.UnitId == change.Unit.Id);
        if (episode is null)
            return new NotFound();
        if (episode.CaseId is { } already)
            return already;
        if (coordinator == episode.PersonId)
            return new OwnCase();
        if (await change.Db.Cases.AnyAsync(c => c.CitizenPersonId == episode.PersonId && c.Programme == programme.Key && c.ClosedAt == null))
            return new CaseAlreadyOpen();

        var opened = Case.Open(newCaseId, programme.Key, programme.Hash, programme.Country, change.Unit.Id, episode.PersonId, coordinator,
            episode.From, programme.Steps.Select(s => s.Key), change.Now);
        if (programme.Steps.FirstOrDefault(s => s.Kind == StepKind.Start) is { } start)
            opened.Step(start.Key)!.Complete(change.Now);

        change.Open(opened, new JournalWords(InformationKind.Leave, "first-day", episode.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        change.Journal("CaseOpenedFromEpisode", new JournalWords(InformationKind.Leave, "case", $"{newCaseId} {episode.Id}"));
        episode.JoinCase(newCaseId);
        // Not saved before the change itself is: the case's grants are written from what is new then.
        await EpisodesInUnit.WorkOut(change, [episode.PersonId]);
        return newCaseId;
    }
}

using CommonGround.Domain.Meetings;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings;

/// <summary>
/// Tells people that there is something about a meeting, in the transaction that makes it so: never what, when, where or whose. Each
/// person once; not whoever did it; nobody without an address, and nobody whom the citizen's yes does not reach (need N56).
/// </summary>
public static class MeetingMailHandler
{
    /// <summary>Everyone invited: times are proposed, one is settled, the meeting is moved or called off.</summary>
    public static Task Tell(CaseChange change, Meeting meeting) => Tell(change, meeting, meeting.Participants);

    /// <summary>Those whose yes a time needs: someone suggested another.</summary>
    /// <param name="suggestedBy">Whose suggestion it is: they are not asked about it.</param>
    public static Task TellAsked(CaseChange change, Meeting meeting, Guid suggestedBy) =>
        Tell(change, meeting, meeting.Participants.Where(p => p.IsNeeded && p.PartyId != suggestedBy));

    private static async Task Tell(CaseChange change, Meeting meeting, IEnumerable<MeetingParticipant> participants)
    {
        var reached = participants.Where(p => p.PersonId != change.By.PersonId && change.Case.MayWriteTo(p.PartyId, change.Now).Succeeded)
            .Select(p => p.PersonId).ToHashSet();
        if (reached.Count == 0)
            return;

        var sender = await PlanCopyHandler.Author(change.Db, change.Case, change.Now);
        foreach (var person in await change.Db.Persons.Where(p => reached.Contains(p.Id) && p.Email != null && p.Email != "").OrderBy(p => p.Id).ToListAsync())
        {
            change.Send(new OutboxMessage
            {
                Id = change.NewId(), ToPersonId = person.Id, Template = "notice", Language = person.Language,
                Path = $"/cases/{change.Case.Id}/meetings/{meeting.Id}", Sender = sender, CreatedAt = change.Now, NotBefore = change.Now,
            });
        }
    }
}

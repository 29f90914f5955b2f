using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared;

/// <summary>
/// Tells people that there is something for them, in the transaction that makes it so: never what, when, where or whose. Each person
/// once; not whoever did it; nobody without an address, and nobody whom the citizen's yes does not reach (need N56).
/// </summary>
public static class Notices
{
    /// <param name="to">Parties of the case, each with the person.</param>
    /// <param name="path">What a person's message leads to.</param>
    public static async Task Tell(CaseChange change, IEnumerable<(Guid PartyId, Guid PersonId)> to, Func<Guid, string> path)
    {
        var reached = to.Where(p => p.PersonId != change.By.PersonId && change.Case.MayWriteTo(p.PartyId, change.Now).Succeeded)
            .Select(p => p.PersonId).ToHashSet();
        if (reached.Count == 0)
            return;

        var sender = await PlanCopyHandler.Author(change.Db, change.Case, change.Now);
        foreach (var person in await change.Db.Persons.Where(p => reached.Contains(p.Id) && p.Email != null && p.Email != "").OrderBy(p => p.Id).ToListAsync())
        {
            change.Send(new OutboxMessage
            {
                Id = change.NewId(), ToPersonId = person.Id, Template = "notice", Language = person.Language,
                Path = path(person.Id), Sender = sender, CreatedAt = change.Now, NotBefore = change.Now,
            });
        }
    }
}

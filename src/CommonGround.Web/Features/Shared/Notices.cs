using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
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

        var lead = change.Case.ActiveParty(PartyRole.Coordinator, change.Now)?.PersonId;
        var (sender, organisation) = (await PlanCopyHandler.Author(change.Db, change.Case, change.Now), await PlanCopyHandler.Organisation(change.Db, change.Case));
        foreach (var person in await change.Db.Persons.Where(p => reached.Contains(p.Id) && p.Email != null && p.Email != "").OrderBy(p => p.Id).ToListAsync())
        {
            // Who leads the case gets no mail from themselves.
            Send(change, person.Id, person.Language, path(person.Id), person.Id == lead ? organisation : sender);
        }
    }

    /// <summary>Tells one person, whether or not they are a party of the case; nobody without an address.</summary>
    /// <param name="sender">Whom it is from, as the message names them.</param>
    public static void Tell(CaseChange change, Person to, string path, string sender)
    {
        if (!string.IsNullOrEmpty(to.Email))
            Send(change, to.Id, to.Language, path, sender);
    }

    /// <summary>One message that there is something; whoever has no address meets it when they next sign in.</summary>
    public static void Send(CaseChange change, Guid personId, string language, string path, string sender) => change.Send(new OutboxMessage
    {
        Id = change.NewId(), ToPersonId = personId, Template = "notice", Language = language, Path = path, Sender = sender,
        CreatedAt = change.Now, NotBefore = change.Now,
    });
}

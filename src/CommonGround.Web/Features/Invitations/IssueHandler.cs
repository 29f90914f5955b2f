using CommonGround.Domain.Cases;
using CommonGround.Domain.Invitations;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Invitations;

/// <summary>Issues an invitation inside a change: the only place that makes one.</summary>
internal static class IssueHandler
{
    /// <summary>Makes a new way in; every earlier one to the same part is useless from now on, and its unsent message is taken back.</summary>
    public static async Task<InvitationKey> Issue(CaseChange change, Party party, Person person, InvitationWay way)
    {
        await TakeBack(change, party);
        var key = InvitationKey.New();
        var messageId = way == InvitationWay.Mail ? change.NewId() : (Guid?)null;
        change.Db.Invitations.Add(Invitation.To(
            change.NewId(), new Invited(change.Case.Id, party.Id, person.Id, way, messageId), key.Secret, change.Now));
        if (messageId is { } id)
        {
            change.Send(new OutboxMessage
            {
                Id = id, ToPersonId = person.Id, Template = "invitation", Language = person.Language, Path = key.Path, Code = key.Code,
                Sender = await Sender(change), CreatedAt = change.Now, NotBefore = change.Now,
            });
        }

        return key;
    }

    /// <summary>No link to this part works from now on; what was not sent yet is not sent.</summary>
    public static async Task TakeBack(CaseChange change, Party party)
    {
        var earlier = await change.Db.Invitations.Where(i => i.PartyId == party.Id && i.EndedAt == null).ToListAsync();
        var unsent = earlier.Select(i => i.MessageId).OfType<Guid>().ToList();
        earlier.ForEach(i => i.Replace(change.Now));
        change.Db.Outbox.RemoveRange(await change.Db.Outbox.Where(m => unsent.Contains(m.Id) && m.SentAt == null).ToListAsync());
    }

    /// <summary>A person and what their organisation may be called to a workplace; never the unit, whose name can tell what ails someone.</summary>
    private static async Task<string> Sender(CaseChange change)
    {
        var unit = await change.Db.Units.AsNoTracking().SingleAsync(u => u.Id == change.Case.UnitId);
        var coordinator = change.Case.ActiveParty(PartyRole.Coordinator, change.Now) is { } party
            ? await change.Db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Id == party.PersonId) : null;
        return coordinator is null ? unit.NameToWorkplace : $"{coordinator.Name}, {unit.NameToWorkplace}";
    }
}

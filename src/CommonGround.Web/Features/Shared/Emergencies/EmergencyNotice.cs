using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Emergencies;

/// <summary>Tells the citizen and the privacy officer that a case was opened in an emergency, in the transaction that opens it.</summary>
public sealed class EmergencyNotice
{
    /// <returns>Null; or <see cref="NoPrivacyOfficer"/>: where nobody is told, nothing is opened.</returns>
    public async Task<Error?> Tell(CaseChange change, EmergencyAccess opened)
    {
        if (await Officer(change, opened.OrganisationId) is not { } officer)
            return new NoPrivacyOfficer();

        // From the organisation: whoever opened it, and where they work, is content.
        var sender = officer.Organisation!.Name;
        var citizen = await change.Db.Persons.SingleAsync(p => p.Id == change.Case.CitizenPersonId);
        Send(change, citizen, "notice", $"/my/{change.Case.Id}/emergency/{opened.Id}", sender);
        Send(change, officer.Person!, "notice", $"/privacy/emergency/{opened.Id}", sender);
        if (opened.IsUnusual)
            Send(change, officer.Person!, "unusual", "/privacy/emergency?Only=unusual", sender);
        return null;
    }

    // Whoever has no address meets it where they sign in: the row is the notice, and the message its knock on the door.
    private static void Send(CaseChange change, Person to, string template, string path, string sender) => change.Send(new OutboxMessage
    {
        Id = change.NewId(), ToPersonId = to.Id, Template = template, Language = to.Language, Path = path, Sender = sender,
        CreatedAt = change.Now, NotBefore = change.Now,
    });

    private static Task<PrivacyOfficer?> Officer(CaseChange change, Guid organisation) => change.Db.PrivacyOfficers
        .Include(o => o.Person).Include(o => o.Organisation)
        .Where(o => o.OrganisationId == organisation && o.From <= change.Now && (o.Until == null || o.Until > change.Now))
        .OrderByDescending(o => o.From).FirstOrDefaultAsync();
}

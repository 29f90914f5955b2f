using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>Names who answers, for an organisation, what citizens ask about who has looked. One at a time: whoever did before does so no more.</summary>
public sealed class PrivacyOfficers(CommonGroundDb db, TimeProvider clock)
{
    /// <param name="days">Calendar days within which they answer; 1–90.</param>
    /// <returns>Who it is now, or <see cref="NoSuchPerson"/>, <see cref="NoSuchOrganisation"/>, <see cref="AnswerDaysOutOfRange"/>.</returns>
    public async Task<Outcome<Person>> Name(string email, string organisation, int days)
    {
        if (days is < 1 or > 90)
            return new AnswerDaysOutOfRange();

        var now = clock.UtcNow();
        if (await db.Persons.WithEmail(email).ToListAsync() is not [var person])
            return new NoSuchPerson();
        if (await db.Organisations.FirstOrDefaultAsync(o => o.Name == organisation) is not { } of)
            return new NoSuchOrganisation();

        foreach (var before in await db.PrivacyOfficers.Where(o => o.OrganisationId == of.Id && (o.Until == null || o.Until > now)).ToListAsync())
            before.Until = now;
        db.PrivacyOfficers.Add(new PrivacyOfficer { Id = Ids.New(now), OrganisationId = of.Id, PersonId = person.Id, AnswerWithinDays = days, From = now });
        await db.SaveChangesAsync();
        return person;
    }
}

/// <summary>No one person has this address.</summary>
public sealed record NoSuchPerson : Error;

public sealed record NoSuchOrganisation : Error;

public sealed record AnswerDaysOutOfRange : Error;

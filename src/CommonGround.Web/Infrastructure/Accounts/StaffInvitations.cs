using CommonGround.Domain;
using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>
/// Invites someone to work here, from the machine that the product runs on: so an empty installation begins, and so someone who lost every
/// way of their own comes in again. What is not there yet is put down: organisation, unit, person, and their place in the unit.
/// </summary>
public sealed class StaffInvitations(CommonGroundDb db, AccountInvitations invitations, SharingMatrices matrices, TimeProvider clock)
{
    /// <summary>The parts of those who work in a unit; the others come in by a citizen's case.</summary>
    public static readonly IReadOnlyList<PartyRole> Roles =
        [.. Enum.GetValues<PartyRole>().Except([PartyRole.Citizen, PartyRole.Supervisor, PartyRole.Companion])];

    public async Task<Outcome<(Person Person, InvitationKey Key)>> Invite(NewStaff who)
    {
        var now = clock.UtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync();
        // Nobody has an address in common here but those who share a mail box: then the name tells them apart.
        var same = await db.Persons.WithEmail(who.Email).ToListAsync();
        var person = same.Count == 1 ? same[0] : same.Find(p => p.GivenName == who.Given && p.FamilyName == who.Family);
        if (person is null && (who.Given is null || who.Family is null))
            return new StaffNameMissing();

        person ??= db.Persons.Add(PersonNames.WithKeys(new Person
        {
            Id = Ids.New(now), GivenName = who.Given!, FamilyName = who.Family!, Language = who.Language, Email = who.Email.Trim(),
        })).Entity;
        await db.SaveChangesAsync();
        if (who.Unit is not null && await Join(person, who, now) is { } refused)
            return refused;

        var key = await invitations.Issue(person.Id);
        await transaction.CommitAsync();
        return (person, key);
    }

    private async Task<Error?> Join(Person person, NewStaff who, DateTime now)
    {
        if (who.Role is not { } role || !Roles.Contains(role))
            return new StaffRoleMissing();

        var unit = await db.Units.Include(u => u.Organisation).FirstOrDefaultAsync(u => u.Name == who.Unit && (who.Organisation == null || u.Organisation!.Name == who.Organisation));
        if (unit is null)
        {
            if (who.Organisation is null)
                return new StaffOrganisationMissing();

            var organisation = await db.Organisations.FirstOrDefaultAsync(o => o.Name == who.Organisation)
                ?? db.Organisations.Add(new Organisation { Id = Ids.New(now), Kind = who.Kind, Name = who.Organisation, Country = who.Country }).Entity;
            unit = db.Units.Add(new Unit { Id = Ids.New(now), OrganisationId = organisation.Id, Name = who.Unit!, NameToWorkplace = who.Organisation }).Entity;
        }

        if (!await db.Memberships.AnyAsync(m => m.PersonId == person.Id && m.UnitId == unit.Id && m.Role == role && (m.Until == null || m.Until > now)))
            db.Memberships.Add(new Membership { Id = Ids.New(now), PersonId = person.Id, UnitId = unit.Id, Role = role, Treats = who.Treats, From = now });
        await db.SaveChangesAsync();
        var kind = await db.Organisations.Where(o => o.Id == unit.OrganisationId).Select(o => o.Kind).SingleAsync();
        if (kind is OrganisationKind.RegionClinic)
        {
            await GrantRows.RewriteIntake(db, unit.Id, matrices);
            await db.SaveChangesAsync();
        }

        return null;
    }
}

/// <summary>Whom the command names.</summary>
public sealed record NewStaff(
    string Email, string? Given, string? Family, string Language, PartyRole? Role, bool Treats, string? Unit, string? Organisation, OrganisationKind Kind, string Country);

/// <summary>Nobody is known by this address, and no name was given (or several share it, and none has this name).</summary>
public sealed record StaffNameMissing : Error;

/// <summary>A place in a unit needs a role of those who work there.</summary>
public sealed record StaffRoleMissing : Error;

/// <summary>There is no such unit, and no organisation was named that it could be put into.</summary>
public sealed record StaffOrganisationMissing : Error;

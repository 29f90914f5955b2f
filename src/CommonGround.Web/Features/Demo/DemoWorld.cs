using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Demo;

/// <summary>A made-up world to try the product in: the same each time.</summary>
public static class DemoWorld
{
    public static async Task LoadIfEmpty(IServiceProvider services)
    {
        var file = services.GetRequiredService<DemoFile>();
        // People may be here without it: an import puts down those whom it finds.
        var first = DemoFile.IdOf(file.Organisations[0].Key);
        if (services.GetRequiredService<PlainDatabase>().FirstColumn<int>("select 1 from organisation where id = @id", first) is not [])
            return;

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        await AddPeople(db, file, scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow());
        await db.SaveChangesAsync();
        foreach (var unit in file.Units.Where(u => file.Organisations.Single(o => o.Key == u.Organisation).Kind is OrganisationKind.RegionClinic))
            await GrantRows.RewriteIntake(db, DemoFile.IdOf(unit.Key), services.GetRequiredService<SharingMatrices>());
        await db.SaveChangesAsync();

        await using (var notes = services.CreateAsyncScope())
            await ActivatorUtilities.CreateInstance<DemoSickNotes>(notes.ServiceProvider).TakeIn("stress-clinic", "amina");

        await using var cases = services.CreateAsyncScope();
        var meetings = ActivatorUtilities.CreateInstance<DemoMeetings>(cases.ServiceProvider);
        var play = ActivatorUtilities.CreateInstance<DemoCases>(cases.ServiceProvider, meetings);
        foreach (var story in DemoStory.Read(Path.Combine(AppContext.BaseDirectory, "content", "demo", "cases.yaml")))
            await play.Play(story);
    }

    private static async Task AddPeople(CommonGroundDb db, DemoFile file, DateTime now)
    {
        db.Organisations.AddRange(file.Organisations.Select(o => new Organisation
        {
            Id = DemoFile.IdOf(o.Key), Kind = o.Kind, Name = o.Name, Country = o.Country,
        }));
        db.Units.AddRange(file.Units.Select(u => new Unit
        {
            Id = DemoFile.IdOf(u.Key), OrganisationId = DemoFile.IdOf(u.Organisation), Name = u.Name, NameToWorkplace = u.NameToWorkplace,
            ExternalId = u.ExternalId, Phone = u.Phone,
        }));
        await db.SaveChangesAsync();
        var taken = await db.Persons.Where(p => p.NationalId != null).Select(p => p.NationalId).ToHashSetAsync();
        foreach (var person in file.People)
        {
            db.Persons.Add(PersonNames.WithKeys(new Person
            {
                Id = DemoFile.IdOf(person.Key), NationalId = taken.Contains(person.NationalId) ? null : person.NationalId, GivenName = person.Given, FamilyName = person.Family,
                Language = person.Language, Email = person.Email, Phone = person.Phone, ProtectedIdentity = person.ProtectedIdentity,
            }));
            if (person.Unit is not null && person.Role is { } role)
            {
                db.Memberships.Add(new Membership
                {
                    Id = DemoFile.IdOf(person.Key + "@" + person.Unit), PersonId = DemoFile.IdOf(person.Key), UnitId = DemoFile.IdOf(person.Unit),
                    Role = role, Treats = person.Treats, From = now.AddYears(-1),
                });
            }
        }

        db.PrivacyOfficers.AddRange(file.Organisations.Where(o => o.PrivacyOfficer.Length > 0).Select(o => new PrivacyOfficer
        {
            Id = DemoFile.IdOf(o.PrivacyOfficer + "@" + o.Key), OrganisationId = DemoFile.IdOf(o.Key), PersonId = DemoFile.IdOf(o.PrivacyOfficer),
            From = now.AddYears(-1),
        }));
    }
}

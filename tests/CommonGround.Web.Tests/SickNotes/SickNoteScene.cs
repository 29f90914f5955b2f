using System.Globalization;
using CommonGround.Domain.SickLeave;
using CommonGround.Domain.Tests.SickLeave;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.SickNotes;

/// <summary>Sick notes of made-up people, taken in at the demo's clinic.</summary>
internal sealed class SickNoteScene(IServiceProvider services)
{
    private static int _next;

    public static readonly Guid Clinic = DemoFile.IdOf("stress-clinic");

    /// <summary>A number that nobody else in the tests has; its series is the one kept for tests.</summary>
    public static string NewNumber()
    {
        var next = Interlocked.Increment(ref _next);
        var nine = string.Create(CultureInfo.InvariantCulture, $"{10 + (next / 500 % 80):00}{1 + (next / 18 % 12):00}{1 + (next / 216 % 28):00}{981 + (next % 18):000}");
        var sum = nine.Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(p => (p / 10) + (p % 10));
        return string.Create(CultureInfo.InvariantCulture, $"19{nine}{(10 - (sum % 10)) % 10}");
    }

    public static CertificateXml Note(string number, string id, string from = "2026-03-02", string to = "2026-03-15", string degree = "HELT_NEDSATT", string family = "Tolvansson", string given = "Tolvan")
    {
        var xml = CertificateXml.Lisjp().Without("32").Degree(degree, from, to, 1);
        if (degree != "HELT_NEDSATT")
            xml.YesNo("33", false);
        (xml.Person, xml.Id, xml.LastName, xml.FirstNames) = (number, id, family, given);
        return xml;
    }

    public async Task<IReadOnlyList<Kept>> TakeIn(params CertificateXml[] notes)
    {
        await using var scope = services.CreateAsyncScope();
        var accepted = notes.Select(n => new AcceptedCertificate(n.Id, n.Read().Certificate ?? throw new InvalidOperationException(string.Join("; ", n.Read().Problems)))).ToList();
        return await scope.ServiceProvider.GetRequiredService<SickNoteIntake>().Keep(accepted, Clinic, SystemActors.Import);
    }

    /// <summary>A sick note of years ago, of someone who has a case by now: it belongs to no case, and stays with the unit.</summary>
    public async Task<(Guid Episode, Guid Note)> OfYearsAgo(Guid personId)
    {
        var number = await With(db => db.Persons.Where(p => p.Id == personId).Select(p => p.NationalId!).SingleAsync());
        var kept = (await TakeIn(Note(number, $"{Guid.CreateVersion7()}", "2024-03-04", "2024-03-10"))).Single();
        return (await With(db => db.Whole<Episode>().Where(e => e.PersonId == personId && e.From == new DateOnly(2024, 3, 4)).Select(e => e.Id).SingleAsync()), kept.Id!.Value);
    }

    public Task<T> With<T>(Func<CommonGroundDb, Task<T>> read) => services.With(read);
}

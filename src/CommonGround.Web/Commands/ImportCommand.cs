using System.CommandLine;
using CommonGround.Web.Features.SickNotes.ImportCertificates;
using CommonGround.Web.Features.SickNotes.ImportSickLeave;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;

namespace CommonGround.Web.Commands;

/// <summary><c>import</c>: takes in what other systems hand over.</summary>
internal static class ImportCommand
{
    public static Command Create(string[] args) => new("import", "Takes in what other systems hand over.")
    {
        ImportCertificatesCommand.Create((unit, _) => OpenUnit(args, unit)),
        ImportSickLeaveCommand.Create(async _ => Session(await Server.Prepare(args), null)),
    };

    private static async Task<ImportSession?> OpenUnit(string[] args, string? unit)
    {
        var app = await Server.Prepare(args);
        Guid? unitId = null;
        if (unit is not null)
        {
            await using var scope = app.Services.CreateAsyncScope();
            unitId = await scope.ServiceProvider.GetRequiredService<ReceivingUnits>().ByExternalId(unit);
            if (unitId is null)
            {
                await Console.Error.WriteLineAsync(app.Services.GetRequiredService<Texts>()["certificate.import.no-unit", ImportCertificatesCommand.Printable(unit)]);
                await app.DisposeAsync();
                return null;
            }
        }

        return Session(app, async (accepted, _) =>
        {
            // A scope for each step: what was written is not carried along.
            await using var scope = app.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SickNoteIntake>().Keep(accepted, unitId, SystemActors.Import);
        });
    }

    private static ImportSession Session(WebApplication app, KeepCertificates? keep)
    {
        var time = app.Services.GetRequiredService<OrganisationTime>();
        var today = DateOnly.FromDateTime(time.Local(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
        return new ImportSession(keep, app.Services.GetRequiredService<Texts>(), today, app);
    }
}

using System.CommandLine;
using CommonGround.Web.Features.SickNotes.ImportCertificates;
using CommonGround.Web.Features.SickNotes.ImportSickLeave;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Commands;

/// <summary><c>import</c>: takes in what other systems hand over.</summary>
internal static class ImportCommand
{
    public static Command Create(string[] args) => new("import", "Takes in what other systems hand over.")
    {
        ImportCertificatesCommand.Create(_ => Open(args)),
        ImportSickLeaveCommand.Create(_ => Open(args)),
    };

    private static async Task<ImportSession> Open(string[] args)
    {
        var app = await Server.Prepare(args);
        var time = app.Services.GetRequiredService<OrganisationTime>();
        var today = DateOnly.FromDateTime(time.Local(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
        return new ImportSession(null, app.Services.GetRequiredService<Texts>(), today, app);
    }
}
